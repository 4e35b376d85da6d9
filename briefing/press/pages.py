"""Ordinary pages: where MkDocs puts them, and whether it will read their front matter or print it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

import yaml

from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.files import F905

_FRONT_MATTER = re.compile(r"---[ \t]*\n(.*?\n)(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)


def page_path(relative: str) -> str:
    """The address of a page of the content folder, as MkDocs gives it with directory URLs: ``about.md`` → ``about/``."""
    path = PurePosixPath(relative).with_suffix("")
    if path.name in {"index", "README"}:
        path = path.parent
    return "" if path == PurePosixPath() else f"{path}/"


def page_findings(pages: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Pages whose front matter MkDocs would print as text."""
    return (finding for path, text in pages.items() for finding in _front_matter(path, text))


def _front_matter(path: str, text: str) -> Iterator[Diagnostic]:
    if not text.startswith("---"):
        return
    match = _FRONT_MATTER.match(text)
    if match is None:
        yield F905.at(Span(path, 0, 3), label="opened here and never closed", help=("close it with a line of ---",))
        return
    try:
        content = yaml.safe_load(match[1])
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        at = match.start(1) + (mark.index if mark else 0)
        yield F905.at(Span(path, at, at + 1), help=("put a value that has a colon in quotation marks",))
        return
    if isinstance(content, dict):
        yield from _no_text(path, match.start(1), match[1], content)
    else:
        yield F905.at(Span(path, 0, 3), help=("write it as key: value lines, or leave both lines of --- out",))


def _no_text(path: str, start: int, block: str, content: Mapping[object, object]) -> Iterator[Diagnostic]:
    """Titles and descriptions that YAML reads as a list or a mapping: MkDocs would print them as Python writes such things."""
    for key in ("title", "description"):
        if isinstance(content.get(key), (list, dict)) and (line := re.search(rf"^{key}\b.*", block, re.MULTILINE)):
            span = Span(path, start + line.start(), start + line.end())
            yield F905.at(span, f"{key} is no text", help=("put the value in quotation marks",))
