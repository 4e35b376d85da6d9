"""When the next issue is due."""

from __future__ import annotations

from datetime import date, timedelta

from briefing.model import Cadence
from briefing.model.rhythm import dates_after, first_on


def next_due(cadence: Cadence, last: date | None, today: date) -> date:
    """The first date of the cadence after ``last`` that is not over; where there is no issue yet, the first such day from today."""
    if last is None or not cadence.every:
        earliest = today if last is None else max(today, last + timedelta(days=1))
        return first_on(cadence.on, earliest)
    return next(day for day in dates_after(cadence, last) if day >= today)
