"""Issue numbers are given once, and without gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import pairwise

from briefing.desk import Desk, Draft
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.publication import F601, F602


class IssueNumbers:
    """Compares the numbers of all issues, withheld ones included: their numbers are taken."""

    name = "issue-numbers"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """F601 at a number that is taken, F602 at the number after a gap."""
        first: dict[int, Draft] = {}
        for draft in published_first(desk):
            number = draft.front_matter.issue
            if number in first:
                yield F601.at(
                    draft.front_matter.spans["issue"],
                    notes=(f"{first[number].path} has it too",),
                    help=("give one of them another number",),
                )
            first.setdefault(number, draft)
        if desk.unread or len(first) < len(desk.drafts):  # the missing number may be on what was just reported
            return
        for before, after in pairwise(sorted(first)):
            if after - before > 1:
                yield F602.at(
                    first[after].front_matter.spans["issue"],
                    label=_missing(before + 1, after - 1),
                    help=("number this issue one after the last",),
                )


def published_first(desk: Desk) -> Iterable[Draft]:
    """Published issues and then withheld ones: of two that clash, a finding is at the one that can still be changed."""
    return sorted(desk.drafts, key=lambda draft: draft.front_matter.withholding(desk.now) is not None)


def _missing(first: int, last: int) -> str:
    return f"there is no issue {first}" if first == last else f"there are no issues {first} to {last}"
