"""As many citations go into an edition as come out of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from briefing.diagnostics import Diagnostic
from briefing.model import Citation, Issue, NoteReference
from briefing.model.words import words
from briefing.proofs.findings import MARKERS, family, part_of, place_of
from briefing.proofs.outputs import Outputs

_STAND_IN = "\ue000"
"""A private-use character, refused in copy: what it stands beside is a citation and no bracket of the editor's."""


class Markers:
    """Counts the citation markers that the editions show."""

    name = "markers"

    def prove(self, outputs: Outputs) -> Iterator[Diagnostic]:
        """Showings with more or fewer markers of one wording than the issue has, and citations without a place of their own."""
        expected = {issue.number: _labels(issue, " ".join(words(issue))) for issue in outputs.archive.issues if issue.citations}
        misplaced = {issue.number: _misplaced(issue) for issue in outputs.archive.issues if issue.citations}
        for issue, showing, shown in outputs.shown():
            if issue.number not in expected:
                continue
            wanted = expected[issue.number] + _labels(issue, " ".join(" ".join(showing.declared).split()))
            found = _labels(issue, shown.text)
            if notes := (*misplaced[issue.number], *_differences(wanted, found)):
                yield MARKERS[family(showing)].at(
                    place_of(showing), label=f"issue {issue.number}", notes=(*notes, *part_of(showing, shown.form))
                )


def _differences(wanted: Counter[str], found: Counter[str]) -> tuple[str, ...]:
    return tuple(
        f"{label}: {wanted[label]} in the issue, {found[label]} here" for label in wanted if wanted[label] != found[label]
    )


def _labels(issue: Issue, text: str) -> Counter[str]:
    """How often each marker's wording occurs; notes and literal brackets count alike in issue and edition."""
    labels = {" ".join(citation.label.split()) for citation in issue.citations}
    return Counter({label: text.count(label) for label in sorted(labels)})


def _misplaced(issue: Issue) -> tuple[str, ...]:
    """Citations that the copy does not show exactly once, seen by putting a token of its own in the place of each."""
    tokens = tuple(Citation((NoteReference(index, _STAND_IN),)) for index in range(len(issue.citations)))
    marked = " ".join(words(replace(issue, citations=tokens)))
    counted = ((citation.label, marked.count(token.label)) for citation, token in zip(issue.citations, tokens, strict=True))
    return tuple(f"{label} has {times} places in the issue, not one" for label, times in counted if times != 1)
