"""When issues are due, and which came late or not at all, by the cadence of the publication."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, pairwise, takewhile

from briefing.model.publication import Cadence

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEK = len(_WEEKDAYS)


@dataclass(frozen=True, slots=True)
class Late:
    """An issue that came out after the day it was due."""

    issue: int
    due: date
    came: date

    @property
    def days(self) -> int:
        """How late it was."""
        return (self.came - self.due).days


@dataclass(frozen=True, slots=True)
class Rhythm:
    """How a publication has kept to its cadence."""

    late: tuple[Late, ...] = ()
    """Oldest first."""
    missed: tuple[date, ...] = ()
    """Days on which an issue was due and none came until the next was due."""
    due: date | None = None
    """When the next issue is due, or was; None without a cadence."""
    overdue: int = 0
    """By how many days the next issue is late as of today."""


def rhythm(cadence: Cadence, issues: Sequence[tuple[int, date]], today: date) -> Rhythm:
    """What ``issues`` (number and day, oldest first, those that are out) say of the cadence as of ``today``."""
    if not cadence.every or not issues:
        return Rhythm()
    late: list[Late] = []
    missed: list[date] = []
    for (_, before), (number, came) in pairwise(issues):
        *skipped, due = _due_until(cadence, before, came) or (came,)
        missed += skipped
        if came > due:
            late.append(Late(number, due, came))
    *skipped, due = _due_until(cadence, issues[-1][1], today - timedelta(days=1)) or (next(dates_after(cadence, issues[-1][1])),)
    return Rhythm(tuple(late), (*missed, *skipped), due, max((today - due).days, 0))


def dates_after(cadence: Cadence, day: date) -> Iterator[date]:
    """The dates on which issues are due after one of ``day``, without end; counted from ``day``, so that 31 stays 31 where it can."""
    steps = (_nearest(cadence.on, _after(day, cadence.every, number)) for number in count(1))
    return (step for step in steps if step > day)


def first_on(weekday: str, day: date) -> date:
    """The first such weekday from ``day`` on; ``day`` itself where none is set."""
    return day + timedelta(days=(_WEEKDAYS.index(weekday) - day.weekday()) % _WEEK) if weekday else day


def _due_until(cadence: Cadence, before: date, last: date) -> tuple[date, ...]:
    return tuple(takewhile(lambda due: due <= last, dates_after(cadence, before)))


def _after(day: date, every: str, times: int) -> date:
    """``day`` and so many intervals, which are written ``2 weeks`` or ``month``."""
    number, _, unit = every.rpartition(" ")
    amount = int(number or 1) * times
    match unit.removesuffix("s"):
        case "day":
            return day + timedelta(days=amount)
        case "week":
            return day + timedelta(weeks=amount)
        case "month":
            return _months_later(day, amount)
        case _:
            return _months_later(day, 12 * amount)


def _months_later(day: date, months: int) -> date:
    years, month = divmod(day.month - 1 + months, 12)
    year, month = day.year + years, month + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _nearest(weekday: str, day: date) -> date:
    """An issue that came out on another day does not move those after it."""
    return first_on(weekday, day - timedelta(days=_WEEK // 2)) if weekday else day
