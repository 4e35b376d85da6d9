"""What the list of mistakes is tried against: the sample publication of the tests, one slip at a time."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.diagnostics import Severity
from briefing.diagnostics.places import Texts
from briefing.press.composing import compose
from briefing.testing import EVERY_FORM, SURROUNDINGS
from briefing.testing.desks import NOW, _every_check, _project

BOOK = Path(__file__).with_name("mistakes.md")
FILES: Mapping[str, str] = {**SURROUNDINGS, **EVERY_FORM}
_CASE = re.compile(r"^`(?P<file>[^`]+)`\n\n    (?P<old>.+)\n    (?P<new>.+)\n    (?P<told>.+)$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Mistake:
    """A slip, and the one thing that is told of it."""

    file: str
    old: str
    new: str
    told: str


def mistakes() -> list[Mistake]:
    """The cases of the book; ``⏎`` stands for the end of a line, ``⇥`` for a tab."""
    cases = _CASE.finditer(BOOK.read_text(encoding="utf-8"))
    return [Mistake(one["file"], _typed(one["old"]), _typed(one["new"]), one["told"]) for one in cases]


def _typed(line: str) -> str:
    return line.replace("⏎", "\n").replace("⇥", "\t")


def told(mistake: Mistake) -> list[str]:
    """Errors and warnings as ``line:column CODE words under the caret``."""
    text = FILES[mistake.file]
    assert mistake.old in text, mistake
    project = _project({**FILES, mistake.file: text.replace(mistake.old, mistake.new, 1)})
    composition = compose(project, _every_check(), NOW)
    places = Texts(project.texts)
    found = []
    for finding in composition.findings:
        if finding.severity > Severity.NOTE:
            assert finding.help, f"{finding.code} says what to do"
            place = places.place(finding.span)
            words = project.texts[finding.span.path][finding.span.start : finding.span.end].split("\n")[0][:40]
            found.append(f"{finding.span.path} {place.line}:{place.column} {finding.code} {words}".replace("\t", "⇥").strip())
    return found
