"""As many citations go into an edition as come out of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from briefing.diagnostics import Diagnostic
from briefing.proofs.findings import MARKERS, family, part_of, place_of
from briefing.proofs.outputs import Outputs
from briefing.proofs.proof import EachFile

_BRACKETED = re.compile(r"\[[^\[\]]*\]")
"""What markers look like; no two of them share a bracket."""


_Labels: TypeAlias = Mapping[str, bool]
"""The wordings of an issue's markers, in order; and whether each is nothing but a pair of brackets and what they hold."""


class Markers(EachFile):
    """Counts the citation markers that the editions show."""

    name = "markers"

    def prove(self, outputs: Outputs) -> Iterator[Diagnostic]:
        """Showings with more or fewer markers of one wording than the issue has, and citations without a place of their own."""
        labels: dict[int, _Labels] = {}
        counted: dict[int, Mapping[str, int]] = {}
        wanted: dict[tuple[int, tuple[str, ...]], Mapping[str, int]] = {}
        sound: set[tuple[int, tuple[str, ...], str]] = set()  # the parts of an email are read more than once
        for issue, showing, shown in outputs.shown():
            number = issue.number
            compared = (number, showing.declared, shown.text)
            if not issue.citations or compared in sound:
                continue
            expected = outputs.expected(issue)
            if number not in labels:
                labels[number] = _labels(expected.markers)
                counted[number] = _counted(labels[number], expected.text)
            if compared[:2] not in wanted:
                declared = _counted(labels[number], " ".join(" ".join(showing.declared).split()))
                wanted[compared[:2]] = {label: times + declared[label] for label, times in counted[number].items()}
            if notes := (*expected.misplaced, *_differences(wanted[compared[:2]], _counted(labels[number], shown.text))):
                yield MARKERS[family(showing)].at(
                    place_of(showing), label=f"issue {number}", notes=(*notes, *part_of(showing, shown.form))
                )
            else:
                sound.add(compared)


def _differences(wanted: Mapping[str, int], found: Mapping[str, int]) -> tuple[str, ...]:
    if wanted == found:
        return ()
    return tuple(
        f"{label}: {wanted[label]} in the issue, {found[label]} here" for label in wanted if wanted[label] != found[label]
    )


def _labels(markers: tuple[str, ...]) -> _Labels:
    return {label: _BRACKETED.fullmatch(label) is not None for label in sorted(set(markers))}


def _counted(labels: _Labels, text: str) -> Mapping[str, int]:
    """How often each marker's wording occurs; notes and literal brackets count alike in issue and edition."""
    found = Counter(_BRACKETED.findall(text))
    return {label: found[label] if plain else text.count(label) for label, plain in labels.items()}
