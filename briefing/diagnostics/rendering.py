"""Findings as text for people: place, severity, code and sentence, the line with a caret under it, notes and hints."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum

from briefing import __version__
from briefing.diagnostics.codes import CODES
from briefing.diagnostics.finding import Diagnostic, Severity
from briefing.diagnostics.places import Place, Texts, in_order
from briefing.diagnostics.rendering_github import render_github
from briefing.diagnostics.rendering_json import render_json
from briefing.diagnostics.rendering_sarif import render_sarif
from briefing.diagnostics.screen import excerpt, visible

_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.NOTE: "36"}


class Format(Enum):
    """How findings are printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"


def render(
    findings: Iterable[Diagnostic],
    texts: Mapping[str, str],
    form: Format = Format.TEXT,
    *,
    folder: str = "",
    colour: bool = False,
) -> str:
    """All findings in one string; ``folder`` (with its slash) leads from where the reader stands to the project."""
    match form:
        case Format.TEXT:
            return render_text(findings, texts, folder=folder, colour=colour)
        case Format.JSON:
            return render_json(findings, texts, folder=folder)
        case Format.GITHUB:
            return render_github(findings, texts, folder=folder)
        case Format.SARIF:
            return render_sarif(findings, texts, CODES, folder=folder, version=__version__)


def render_text(findings: Iterable[Diagnostic], texts: Mapping[str, str], *, folder: str = "", colour: bool = False) -> str:
    """Findings for a terminal or a log, an empty line between two."""
    sources = Texts(texts)
    paint = _paint if colour else _plain
    return "\n".join("".join(f"{line}\n" for line in _finding(one, sources, folder, paint)) for one in in_order(findings))


_Paint = Callable[[str, str], str]


def _finding(finding: Diagnostic, texts: Texts, folder: str, paint: _Paint) -> Iterator[str]:
    place = texts.place(finding.span)
    where = visible(f"{folder}{finding.span.path}:{place.line}:{place.column}")
    tag = paint(f"{finding.severity.word}[{finding.code}]", f"1;{_COLOURS[finding.severity]}")
    yield f"{paint(where, '1')}: {tag} {visible(finding.message)}"
    gutter = " " * (max(len(str(place.line)), 2) + 1)
    if finding.secret:
        yield f"{gutter}| (line not shown)"
    else:
        yield from _lines(finding, place, texts, gutter, paint)
    yield from (f"{gutter}= {visible(note)}" for note in finding.notes)
    yield from (f"{gutter}= hint: {visible(hint)}" for hint in finding.help)


def _lines(finding: Diagnostic, place: Place, texts: Texts, gutter: str, paint: _Paint) -> Iterator[str]:
    lines = texts.lines(finding.span.path)
    if lines is None or finding.span.end == 0:
        if finding.label:
            yield f"{gutter}| {visible(finding.label)}"
        return
    line = lines.line(place.line)
    end = place.end_column if place.end_line == place.line else len(line) + 1
    shown = excerpt(line, place.column - 1, end - 1)
    label = f" {visible(finding.label)}" if finding.label else ""
    yield f"{gutter}|"
    yield f"{place.line:>{len(gutter) - 1}} | {shown.line}"
    yield f"{gutter}| {' ' * shown.indent}{paint('^' * shown.carets + label, _COLOURS[finding.severity])}"


def _paint(text: str, style: str) -> str:
    return f"\x1b[{style}m{text}\x1b[0m"


def _plain(text: str, _style: str) -> str:
    return text
