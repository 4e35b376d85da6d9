from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.diagnostics import Diagnostic
from briefing.model import Archive, Artifact, Edition, Html, Page, Publication, Rendition, Theme, Tree
from briefing.press.composing import compose
from briefing.press.plugins import Plugin, find_checks, find_editions, find_proofs, find_readers
from briefing.press.printing import Printed, is_safe, print_all
from briefing.press.project import read_project
from briefing.press.proving import prove
from briefing.press.references import references
from briefing.press.summary import counted, in_units, summarise, summary_lines, tally
from briefing.press.theme import load_theme
from briefing.testing import sample_archive
from briefing.testing.publication import EVERY_FORM, SURROUNDINGS
from briefing.testing.sites import site
from tests.media.pictures import ARTIST, document, photograph

NOW = datetime(2031, 6, 1, 12, 0, tzinfo=UTC)
FRONT = Page("", "The Pilotage Lantern", "", Html("<p>News.</p>"))
PUBLICATION: Publication = sample_archive().publication


@dataclass(frozen=True)
class Fixed:
    """An edition that makes what it is told."""

    paths: tuple[str, ...]
    name: str = "fixed"

    def render(self, _archive: Archive, _theme: Theme) -> Rendition:
        return Rendition(tuple(Artifact(Tree.SITE, path, path.encode("utf-8", "replace"), "text/plain") for path in self.paths))


def printed(folder: Path, files: dict[str, str], *pages: Page, editions: tuple[Plugin[Edition], ...] | None = None) -> Printed:
    site(folder, {**EVERY_FORM, **files})
    return printed_from(folder, *pages, editions=editions)


def printed_from(folder: Path, *pages: Page, editions: tuple[Plugin[Edition], ...] | None = None) -> Printed:
    """What is made of the project that lies in ``folder``."""
    project = read_project(folder / "mkdocs.yml")
    composition = compose(project, find_checks(), NOW)
    assert composition.desk is not None
    return print_all(project, composition.desk, (FRONT, *pages), editions or find_editions(), load_theme())


def fixed(*paths: str) -> tuple[Plugin[Edition], ...]:
    return (Plugin(Fixed(paths), "briefing.editions", "fixed", "tests"),)


def codes(findings: tuple[Diagnostic, ...]) -> list[tuple[str, str]]:
    return [(finding.code, finding.span.path) for finding in findings]


@pytest.mark.parametrize(
    "path",
    ["../x", "a/../../x", "/x", "a//b", "", ".", "a/./b", "a\\b", "C:/x", "a\0b", "a\nb", "~x", "a/", "\udc80"],
)
def test_a_path_that_could_leave_its_folder_is_an_error(tmp_path: Path, path: str) -> None:
    assert not is_safe(path)
    assert ("W902", f"site/{path}") in codes(printed(tmp_path, {}, editions=fixed(path)).findings)


@pytest.mark.parametrize("path", ["index.html", "issues/a-b/index.html", ".well-known/security.txt", "assets/é.png", "a..b/c"])
def test_an_ordinary_path_is_safe(path: str) -> None:
    assert is_safe(path)


@pytest.mark.parametrize("paths", [("a.html", "a.html"), ("A.html", "a.html"), ("a", "a/b.html"), ("a/b/c", "a")])
def test_two_files_at_one_path_are_an_error(tmp_path: Path, paths: tuple[str, ...]) -> None:
    found = codes(printed(tmp_path, {}, editions=fixed(*paths)).findings)
    assert [code for code, _ in found] == ["W901"]


@pytest.mark.parametrize("alias", ["/contact/", "/issues/latest/", "/issues/1/", "/about/"])
def test_an_alias_that_is_taken_is_told_where_it_is_written(tmp_path: Path, alias: str) -> None:
    text = EVERY_FORM["content/issues/2031-05-16-pilot-hours.md"].replace("follows: 1\n", f"follows: 1\naliases: [{alias}]\n")
    files = {**EVERY_FORM, "content/issues/2031-05-16-pilot-hours.md": text}
    (finding,) = printed(tmp_path, files, Page("about/", "About", "", Html("<p>Us.</p>"))).findings
    assert (finding.code, finding.span.path) == ("W901", "content/issues/2031-05-16-pilot-hours.md")
    assert text[finding.span.start : finding.span.end] == f"[{alias}]"


def test_a_published_file_may_replace_robots_txt_and_nothing_else_that_is_generated(tmp_path: Path) -> None:
    settings = SURROUNDINGS["mkdocs.yml"] + "      publish: [robots.txt, feed.xml]\n"
    result = printed(tmp_path, {"mkdocs.yml": settings, "content/robots.txt": "mine", "content/feed.xml": "mine"})
    assert result.files[Tree.SITE, "robots.txt"].content == b"mine"
    assert codes(result.findings) == [("W901", "site/feed.xml")]


def test_only_what_published_copy_or_a_page_refers_to_becomes_a_file_of_the_site(tmp_path: Path) -> None:
    files = {f"content/assets/{name}": "" for name in ("unused.png", "page.png", "draft.png", "paper.csv")}
    files["drafts/2031-06-13-tugs.md"] = EVERY_FORM["drafts/2031-06-13-tugs.md"] + "\n![A tug](../content/assets/draft.png)\n"
    page = Page(
        "about/", "About", "", Html('<img src="../assets/page.png" alt=""> <a href="/bulletin/assets/paper.csv#p2">x</a>')
    )
    result = printed(tmp_path, files, page)
    made = {path for tree, path in result.files if tree is Tree.SITE}
    assert {"assets/rests.png", "assets/page.png", "assets/paper.csv"} <= made
    assert made.isdisjoint({"assets/unused.png", "assets/draft.png"})
    assert result.files[Tree.SITE, "assets/paper.csv"].media_type == "text/csv"


def test_files_are_published_without_their_metadata_and_not_at_all_where_it_cannot_be_taken_out(tmp_path: Path) -> None:
    place = site(
        tmp_path, {**EVERY_FORM, **{f"content/assets/{name}": "" for name in ("boat.jpg", "letter.pdf", "broken.pdf")}}
    ).parent
    (place / "content/assets/boat.jpg").write_bytes(photograph("JPEG"))
    (place / "content/assets/letter.pdf").write_bytes(document())
    (place / "content/assets/broken.pdf").write_bytes(document()[:500])
    links = "".join(f'<a href="/bulletin/assets/{name}">x</a>' for name in ("boat.jpg", "letter.pdf", "broken.pdf"))
    result = printed_from(tmp_path, Page("about/", "About", "", Html(links)))
    assert codes(result.findings) == [("P405", "content/assets/broken.pdf")]
    assert result.findings[0].secret
    made = {path: artifact.content for (tree, path), artifact in result.files.items() if path.startswith("assets/")}
    assert not any(ARTIST.encode() in content for content in made.values())
    assert {"assets/boat.jpg", "assets/letter.pdf"} <= made.keys()


def test_references_are_resolved_as_a_browser_does() -> None:
    html = Html(
        '<a href="../data/a%20b.csv?x=1#y">1</a><img srcset="s.png 1x, /bulletin/l.png 2x" src="https://lantern.example/bulletin/m.png">'
        '<a href="https://else.example/n.png">2</a><a href="http://[">3</a><video poster="v.png"></video>'
    )
    found = references(Page("about/", "About", "", html), PUBLICATION)
    assert found == {"data/a b.csv", "about/s.png", "l.png", "m.png", "about/v.png"}


def test_every_proof_runs_over_every_byte_and_passes_for_our_editions(tmp_path: Path) -> None:
    result = printed(tmp_path, {})
    assert result.findings == ()
    assert prove(result, result.contents(*Tree), find_proofs(), find_readers()) == ()


def test_a_word_lost_on_the_way_to_the_disk_is_found_by_the_proofs(tmp_path: Path) -> None:
    result = printed(tmp_path, {})
    written, page = result.contents(*Tree), "issues/pilot-hours/index.html"
    written[Tree.SITE, page] = written[Tree.SITE, page].replace(b"<strong>nobody</strong>", b"")
    assert written != result.contents(*Tree)
    findings = prove(result, written, find_proofs(), find_readers())
    assert findings
    assert any(finding.span.path.endswith(page) for finding in findings)


def test_the_summary_counts_quotations_and_says_that_none_is_checked_yet(tmp_path: Path) -> None:
    project = read_project(site(tmp_path, EVERY_FORM))
    desk = compose(project, find_checks(), NOW).desk
    assert desk is not None
    lines = list(summary_lines(summarise(desk, print_all(project, desk, (FRONT,), find_editions(), load_theme()))))
    assert lines[0] == "The Pilotage Lantern: 2 issues, 1 withheld"
    assert lines[1] == "3 quotations, 3 sourced; not yet checked against evidence"
    assert [part.split()[0] for part in lines[2].split("; ")] == ["email", "feeds", "web"]


def test_figures_read_as_a_person_would_say_them() -> None:
    assert [in_units(size) for size in (0, 999, 31_400, 2_340_000)] == ["0 B", "999 B", "31 KB", "2.3 MB"]
    assert counted(1, "issue") == "1 issue"
    assert tally([]) == "0 errors, 0 warnings, 0 notes"


def test_a_folder_of_the_publications_own_takes_the_place_of_single_theme_files(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "issue.html").write_text("mine")
    (tmp_path / "assets/mine.css").write_text("mine")
    (tmp_path / ".hidden.html").write_text("mine")
    theme, own = load_theme(), load_theme(tmp_path)
    assert own.templates["web/issue.html"] == "mine"
    assert own.assets["assets/mine.css"] == b"mine"
    assert set(own.templates) == set(theme.templates)
    assert own.tokens == theme.tokens
    assert own.tokens["colour"]["light"]
