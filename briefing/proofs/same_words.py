"""Every edition shows the words of the issue in their order, and besides them exactly the lines it declares."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from briefing.diagnostics import Diagnostic
from briefing.model import Showing
from briefing.proofs.findings import UNREADABLE, WORDS, family, part_of, place_of
from briefing.proofs.interleaving import Parting, parting
from briefing.proofs.outputs import Outputs
from briefing.proofs.proof import EachFile
from briefing.proofs.shown import UnreadableError

_Compared: TypeAlias = tuple[str, tuple[str, ...], str]
"""An issue, declared lines, and what was read back."""

_BEFORE = 8
_AFTER = 12


class SameWords(EachFile):
    """Reads every showing back and compares it with the issue."""

    name = "same-words"

    def prove(self, outputs: Outputs) -> Iterator[Diagnostic]:
        """Showings whose words differ, at the first difference, and showings that cannot be read."""
        sound: set[_Compared] = set()
        declared: dict[tuple[str, ...], tuple[str, ...]] = {}
        for showing in outputs.showings:
            if issue := outputs.issues.get(showing.issue):
                if showing.declared not in declared:
                    declared[showing.declared] = tuple(even for line in showing.declared if (even := " ".join(line.split())))
                yield from _prove(outputs, showing, outputs.expected(issue).text, declared[showing.declared], sound)


def _prove(
    outputs: Outputs, showing: Showing, expected: str, lines: tuple[str, ...], sound: set[_Compared]
) -> Iterator[Diagnostic]:
    """``sound`` is what was compared and found right: the parts of an email are read more than once."""
    try:
        renderings = outputs.read_back(showing)
    except UnreadableError as error:
        yield UNREADABLE[family(showing)].at(place_of(showing), notes=(str(error), *part_of(showing)))
        return
    for rendering in renderings:
        compared = (expected, lines, rendering.text)
        if compared in sound:
            continue
        if found := parting(expected, lines, rendering.text):
            yield WORDS[family(showing)].at(
                place_of(showing),
                label=f"issue {showing.issue}",
                notes=(*_both_sides(found, expected, lines, rendering.text), *part_of(showing, rendering.form)),
                help=(
                    "show every word of the issue once, in its order",
                    "declare every other line in the showing, as it appears",
                ),
            )
        else:
            sound.add(compared)


def _both_sides(found: Parting, expected: str, lines: Sequence[str], seen: str) -> Iterator[str]:
    """What agreed last, and how each side goes on."""
    before = seen[: found.edition].split()
    shown = " ".join(before[-_BEFORE:])
    yield f"both have: {'… ' if len(before) > _BEFORE else ''}{shown}" if before else "they differ from the first word"
    yield f"the issue goes on: {_next(expected[found.issue :])}"
    yield f"this file goes on: {_next(seen[found.edition :])}"
    if found.lines < len(lines):
        yield f"the next line it declares: {_next(lines[found.lines])}"


def _next(following: str) -> str:
    words = following.split()
    if len(words) > _AFTER:
        return f"{' '.join(words[:_AFTER])} …"
    return following.strip() or "(the end)"
