"""Every edition shows the words of the issue in their order, and besides them exactly the lines it declares."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from briefing.diagnostics import Diagnostic
from briefing.model import Showing
from briefing.model.words import words
from briefing.proofs.findings import UNREADABLE, WORDS, family, part_of, place_of
from briefing.proofs.interleaving import Parting, Words, parting
from briefing.proofs.outputs import Outputs
from briefing.proofs.shown import UnreadableError

_BEFORE = 8
_AFTER = 12


class SameWords:
    """Reads every showing back and compares it with the issue."""

    name = "same-words"

    def prove(self, outputs: Outputs) -> Iterator[Diagnostic]:
        """Showings whose words differ, at the first difference, and showings that cannot be read."""
        issues = {issue.number: issue for issue in outputs.archive.issues}
        for number, showings in groupby(sorted(outputs.showings, key=_number), key=_number):
            if issue := issues.get(number):
                expected = list(words(issue))
                for showing in showings:
                    yield from _prove(outputs, showing, expected)


def _number(showing: Showing) -> int:
    return showing.issue


def _prove(outputs: Outputs, showing: Showing, expected: Words) -> Iterator[Diagnostic]:
    try:
        renderings = outputs.read_back(showing)
    except UnreadableError as error:
        yield UNREADABLE[family(showing)].at(place_of(showing), notes=(str(error), *part_of(showing)))
        return
    lines = tuple(line.split() for line in showing.declared if line.strip())
    for rendering in renderings:
        seen = rendering.text.split()
        if found := parting(expected, lines, seen):
            yield WORDS[family(showing)].at(
                place_of(showing),
                label=f"issue {showing.issue}",
                notes=(*_both_sides(found, expected, lines, seen), *part_of(showing, rendering.form)),
                help=(
                    "show every word of the issue once, in its order",
                    "declare every other line in the showing, as it appears",
                ),
            )


def _both_sides(found: Parting, expected: Words, lines: tuple[Words, ...], seen: Words) -> Iterator[str]:
    """What agreed last, and how each side goes on."""
    before = " ".join(seen[max(found.edition - _BEFORE, 0) : found.edition])
    yield f"both have: {'… ' if found.edition > _BEFORE else ''}{before}" if before else "they differ from the first word"
    yield f"the issue goes on: {_next(expected[found.issue :])}"
    yield f"this file goes on: {_next(seen[found.edition :])}"
    if found.lines < len(lines):
        yield f"the next line it declares: {_next(lines[found.lines])}"


def _next(following: Words) -> str:
    if len(following) > _AFTER:
        return f"{' '.join(following[:_AFTER])} …"
    return " ".join(following) or "(the end)"
