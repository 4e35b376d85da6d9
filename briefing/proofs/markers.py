"""As many citations go into an edition as come out of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from briefing.diagnostics import Diagnostic
from briefing.model import Issue
from briefing.proofs.findings import MARKERS, family, part_of, place_of
from briefing.proofs.outputs import Outputs
from briefing.proofs.proof import EachFile

_BRACKETED = re.compile(r"\[[^\[\]]*\]")
"""What markers look like; no two of them share a bracket."""


class Markers(EachFile):
    """Counts the citation markers that the editions show."""

    name = "markers"

    def prove(self, outputs: Outputs) -> Iterator[Diagnostic]:
        """Showings with more or fewer markers of one wording than the issue has, and citations without a place of their own."""
        wanted: dict[tuple[int, tuple[str, ...]], Mapping[str, int]] = {}
        sound: set[tuple[int, tuple[str, ...], str]] = set()  # the parts of an email are read more than once
        for issue, showing, shown in outputs.shown():
            compared = (issue.number, showing.declared, shown.text)
            if not issue.citations or compared in sound:
                continue
            expected = outputs.expected(issue)
            if compared[:2] not in wanted:
                wanted[compared[:2]] = _counted(_labels(issue), (expected.text, " ".join(" ".join(showing.declared).split())))
            if notes := (*expected.misplaced, *_differences(wanted[compared[:2]], _counted(wanted[compared[:2]], (shown.text,)))):
                yield MARKERS[family(showing)].at(
                    place_of(showing), label=f"issue {issue.number}", notes=(*notes, *part_of(showing, shown.form))
                )
            else:
                sound.add(compared)


def _differences(wanted: Mapping[str, int], found: Mapping[str, int]) -> tuple[str, ...]:
    if wanted == found:
        return ()
    return tuple(
        f"{label}: {wanted[label]} in the issue, {found[label]} here" for label in wanted if wanted[label] != found[label]
    )


def _labels(issue: Issue) -> list[str]:
    return sorted({" ".join(citation.label.split()) for citation in issue.citations})


def _counted(labels: Collection[str], texts: tuple[str, ...]) -> Mapping[str, int]:
    """How often each marker's wording occurs; notes and literal brackets count alike in issue and edition."""
    found = Counter(one for text in texts for one in _BRACKETED.findall(text))
    return {label: found[label] if _BRACKETED.fullmatch(label) else sum(text.count(label) for text in texts) for label in labels}
