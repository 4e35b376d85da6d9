"""Corrections as events: each has an id and a moment of its own, for feeds and for everything else that lists them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from briefing.model.issue import Correction, CorrectionKind, Issue

_PLACES = 8
"""How many moments an issue has for itself on a day: one for itself, the others for its corrections."""
_HOUR = 3600


@dataclass(frozen=True, slots=True)
class Change:
    """A correction beside the issue it is of."""

    id: str
    """A tag URI (RFC 4151) that goes by the issue's id and the day; so it lasts as those do, whatever the words become."""
    issue: Issue
    correction: Correction
    moment: datetime

    @property
    def title(self) -> str:
        """``Correction: Night berthing resumes``."""
        return f"{self.correction.kind.value.capitalize()}: {self.issue.title}"


def changes(issue: Issue) -> Iterator[Change]:
    """The corrections of an issue, oldest first; several of one day are told apart by their order."""
    of_day = Counter[date]()
    for correction in sorted(issue.corrections, key=lambda made: made.on):
        of_day[correction.on] += 1
        number = of_day[correction.on]
        # a recall stands alone, whatever was corrected that day before
        what = "recall" if correction.kind is CorrectionKind.RECALL else "correction"
        identity = f"{issue.id}/{what}/{correction.on.isoformat()}{f'/{number}' if number > 1 else ''}"
        yield Change(identity, issue, correction, _moment(issue, correction.on, min(number, _PLACES - 1)))


def changed(issue: Issue) -> datetime:
    """When a feed says that an issue was last changed: when it came out, or the day of its last correction."""
    days = [correction.on for correction in issue.corrections]
    return _moment(issue, max(days), 0) if days else issue.published


def _moment(issue: Issue, day: date, place: int) -> datetime:
    """In the first hour of the day, never before the issue; apart from the moments of other issues corrected on that day.

    The W3C’s feed validator warns of two entries of one moment (DuplicateUpdated): readers’ programs may take the second for the first.
    """
    begins = max(issue.published, datetime.combine(day, time.min, issue.published.tzinfo))
    return begins + timedelta(seconds=(issue.number * _PLACES + place) % _HOUR)
