"""Every quotation stands in every edition, marks included, at least as often as in the issue."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from briefing.diagnostics import Diagnostic
from briefing.model import Issue, Showing
from briefing.proofs.findings import QUOTATION, family, part_of, place_of
from briefing.proofs.outputs import Outputs
from briefing.proofs.proof import EachFile
from briefing.proofs.shown import Shown

_BRACKETED = re.compile(r"\[[^\[\]]*\]")
_MARKED = re.compile(r" (\[[^\[\]]*\])")
"""Such a marker, with the blank before it; no two of them share a bracket."""


class Quotations(EachFile):
    """Counts the words of every quotation in what the editions show."""

    name = "quotations"

    def prove(self, outputs: Outputs) -> Iterator[Diagnostic]:
        """Showings in which a quotation occurs less often than in the issue."""
        expected: dict[int, Mapping[str, int]] = {}
        sound: set[tuple[int, str]] = set()  # the parts of an email are read more than once
        for issue, showing, shown in outputs.shown():
            if not issue.quotations or (issue.number, shown.text) in sound:
                continue
            if issue.number not in expected:
                expected[issue.number] = _expected(issue, outputs.expected(issue).text)
            if found := tuple(_prove(issue, expected[issue.number], showing, shown)):
                yield from found
            else:
                sound.add((issue.number, shown.text))


def _prove(issue: Issue, expected: Mapping[str, int], showing: Showing, shown: Shown) -> Iterator[Diagnostic]:
    for part, times in expected.items():
        found = _found(issue, part, shown.text, times)
        if found < times:
            notes = (f"the quotation: {part}", f"the issue has it {_times(times)}, this file {_times(found)}")
            yield QUOTATION[family(showing)].at(
                place_of(showing), label=f"issue {issue.number}", notes=(*notes, *part_of(showing, shown.form))
            )


def _found(issue: Issue, part: str, text: str, times: int) -> int:
    """How often ``text`` has the quotation, or that it has it often enough; markers are only taken out where that can make a difference."""
    if times == 1 and part in text:
        return 1  # once is enough: the rest of the text need not be looked through
    found = text.count(part)
    return found if found >= times else without_markers(issue, text).count(part)


def _expected(issue: Issue, text: str) -> Mapping[str, int]:
    """How often the issue has each part of its quotations: at least once, whatever its own words say."""
    bare = without_markers(issue, text)
    parts = (" ".join(part.split()) for quotation in issue.quotations for part in quotation.parts)
    return {part: max(bare.count(part), 1) for part in parts if part}


def without_markers(issue: Issue, text: str) -> str:
    """A quotation may run on behind a marker, and its words do not include it."""
    of_both = (*(citation.label for citation in issue.citations), *(footnote.label for footnote in issue.footnotes))
    labels = frozenset(" ".join(label.split()) for label in of_both)
    if all(map(_BRACKETED.fullmatch, labels)):
        return _MARKED.sub(lambda found: "" if found[1] in labels else found[0], text)
    return one_by_one(labels, text)


def one_by_one(labels: Iterable[str], text: str) -> str:
    """The same for wordings of any kind."""
    for label in labels:
        text = text.replace(f" {label}", "")
    return text


def _times(number: int) -> str:
    match number:
        case 0:
            return "not at all"
        case 1:
            return "once"
        case _:
            return f"{number} times"
