"""When the next issue is due."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import count

from briefing.model import Cadence

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEK = len(_WEEKDAYS)


def next_due(cadence: Cadence, last: date | None, today: date) -> date:
    """The first date of the cadence after ``last`` that is not over; where there is no issue yet, the first such day from today."""
    if last is None or not cadence.every:
        earliest = today if last is None else max(today, last + timedelta(days=1))
        return _first(cadence.on, earliest)
    steps = (_nearest(cadence.on, _after(last, cadence.every, number)) for number in count(1))
    return next(day for day in steps if day >= today and day > last)


def _after(day: date, every: str, times: int) -> date:
    """``day`` and so many intervals, which are written ``2 weeks`` or ``month``; counted from ``day``, so that 31 stays 31 where it can."""
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


def _first(weekday: str, day: date) -> date:
    """The first such weekday from ``day`` on; ``day`` itself where none is set."""
    return day + timedelta(days=(_WEEKDAYS.index(weekday) - day.weekday()) % _WEEK) if weekday else day


def _nearest(weekday: str, day: date) -> date:
    """An issue that came out on another day does not move those after it."""
    return _first(weekday, day - timedelta(days=_WEEK // 2)) if weekday else day
