"""What an issue says, made ready to be looked for in the editions."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from briefing.model import Citation, Issue, NoteReference
from briefing.model.words import lines

_STAND_IN = "\ue000"
"""A private-use character, refused in copy: what it stands beside is a citation and no bracket of the editor's."""
_TOKEN = re.compile(rf"\[(\d+), {_STAND_IN}\]")


def even(text: str) -> str:
    """One blank between words; of all that separates words only a blank can be printed, so that most copy is known to be even already."""
    printed = text.replace(_STAND_IN, "").isprintable()
    return text if printed and "  " not in text and text == text.strip(" ") else " ".join(text.split())


@dataclass(frozen=True, slots=True)
class Expected:
    """The words of an issue, and whether each of its citations has its place among them."""

    text: str = field(repr=False)
    """Its words in reading order, one blank between them."""
    misplaced: tuple[str, ...] = ()
    """Citations that the copy does not show exactly once."""
    markers: tuple[str, ...] = ()
    """What stands in the place of each citation, spaced as the words are."""


def expected(issue: Issue) -> Expected:
    """One walk over the issue for both: each citation has a token of its own, in whose place its marker is put afterwards."""
    tokens = tuple(Citation((NoteReference(index, _STAND_IN),)) for index in range(len(issue.citations)))
    marked = even(" ".join(filter(None, lines(replace(issue, citations=tokens)))))
    labels = tuple(" ".join(citation.label.split()) for citation in issue.citations)
    shown = _TOKEN.findall(marked)
    counted = ((label, shown.count(str(index))) for index, label in enumerate(labels))
    misplaced = tuple(f"{label} has {times} places in the issue, not one" for label, times in counted if times != 1)
    return Expected(_TOKEN.sub(lambda token: labels[int(token[1])], marked), misplaced, labels)
