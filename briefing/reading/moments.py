"""Dates and times as an editor writes them, and what they mean in the publication's time zone.

Twice a year local time is not one to one (PEP 495). A time that is skipped when the clocks go forward means as much later as they
go forward; a time that comes twice when they go back means the first. Either is told in a note.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from briefing.desk import PartialDate
from briefing.diagnostics.codes.front_matter import F315
from briefing.diagnostics.codes.yaml_files import F204
from briefing.reading.fields import Field, Parser

_DAY = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_PARTIAL = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")
_CLOCK = re.compile(r"([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?")
_MOMENT = re.compile(
    rf"(?P<day>{_DAY.pattern})(?:(?:[Tt]|[ ]+)(?P<clock>[0-9:]+)[ ]*(?P<offset>[Zz]|[+-][0-9]{{2}}:[0-9]{{2}})?)?"
)

_DAY_EXAMPLE = "2031-05-02"
_FIRST_YEAR, _LAST_YEAR = 1900, 2999


def day(field: Field) -> date | None:
    """A day: ``2031-05-02``."""
    scalar = field.scalar("a date", _DAY_EXAMPLE)
    if scalar is None:
        return None
    if (match := _DAY.fullmatch(scalar.value)) is None:
        field.refuse("a date: year-month-day", _DAY_EXAMPLE)
        return None
    return _existing_day(field, *(int(part) for part in match.groups()))


def partial_date(field: Field) -> PartialDate | None:
    """A day, a month or a year: ``2031-05-02``, ``2031-05``, ``2031``."""
    scalar = field.scalar("a date", "2031-05")
    if scalar is None:
        return None
    if (match := _PARTIAL.fullmatch(scalar.value)) is None:
        field.refuse("a date: a day, a month or a year", "2031-05-02, or 2031-05, or 2031")
        return None
    year, month, day_of_month = (int(part) if part else None for part in match.groups())
    if year is None or _existing_day(field, year, month or 1, day_of_month or 1, first_year=1) is None:
        return None
    return PartialDate(year, month, day_of_month)


def clock(field: Field) -> time | None:
    """A time of day: ``07:00``."""
    scalar = field.scalar("a time", '"07:00"')
    if scalar is None:
        return None
    if (match := _CLOCK.fullmatch(scalar.value)) is None:
        field.refuse("a time: hours and minutes", '"07:00"')
        return None
    return _existing_time(field, match)


def moment(zone: ZoneInfo, usual: time) -> Parser[datetime]:
    """A date, or a date and a time; without a time the usual one, without an offset in the publication's zone."""

    def parse(field: Field) -> datetime | None:
        example = f"{_DAY_EXAMPLE}, or {_DAY_EXAMPLE}T07:00"
        scalar = field.scalar("a date, or a date and a time", example)
        if scalar is None:
            return None
        match = _MOMENT.fullmatch(scalar.value)
        clock_match = _CLOCK.fullmatch(match["clock"]) if match and match["clock"] else None
        if match is None or (match["clock"] and clock_match is None):
            field.refuse("a date, or a date and a time", example)
            return None
        on = _existing_day(field, *(int(part) for part in match["day"].split("-")))
        at = _existing_time(field, clock_match) if clock_match else usual
        if on is None or at is None:
            return None
        return _moment(field, datetime.combine(on, at), match["offset"] or "", zone)

    return parse


def local(naive: datetime, zone: ZoneInfo) -> tuple[datetime, str]:
    """A wall-clock time in ``zone``, and, where the clocks change just then, what was made of it."""
    aware = naive.replace(tzinfo=zone, fold=0)
    real = aware.astimezone(UTC).astimezone(zone)
    if real.replace(tzinfo=None) != naive:
        return real, f"{naive:%H:%M} is skipped that day; taken as {real:%H:%M}"
    if aware.utcoffset() != aware.replace(fold=1).utcoffset():
        return aware, f"{naive:%H:%M} comes twice that day; taken as the first"
    return aware, ""


def _moment(field: Field, naive: datetime, offset: str, zone: ZoneInfo) -> datetime | None:
    if offset:
        fixed = _offset(offset)
        if fixed is None:
            field.fault(F204, "there is no such offset from UTC", help=("write +01:00, or leave it out",))
            return None
        return naive.replace(tzinfo=fixed).astimezone(zone)
    aware, change = local(naive, zone)
    if change:
        plain = aware.isoformat(timespec="minutes")
        field.fault(F315, label=change, help=(f"to leave no doubt, write its offset from UTC, too: {plain}",))
    return aware


def _offset(written: str) -> tzinfo | None:
    if written in "Zz":
        return UTC
    hours, minutes = int(written[1:3]), int(written[4:6])
    if hours > 14 or minutes > 59:  # noqa: PLR2004 - the widest offset there is (Kiribati), and the minutes of an hour
        return None
    span = timedelta(hours=hours, minutes=minutes)
    return timezone(-span if written[0] == "-" else span)


def _existing_day(field: Field, year: int, month: int, day_of_month: int, first_year: int = _FIRST_YEAR) -> date | None:
    try:
        found = date(year, month, day_of_month)
    except ValueError:
        field.fault(F204, f"{field.name}: there is no such date", help=("check the month and the day against a calendar",))
        return None
    if not first_year <= found.year <= _LAST_YEAR:
        field.fault(F204, f"{field.name}: this year cannot be meant", help=(f"write a year from {first_year} to {_LAST_YEAR}",))
        return None
    return found


def _existing_time(field: Field, match: re.Match[str]) -> time | None:
    try:
        hours, minutes, seconds = (int(part or 0) for part in match.groups())
        return time(hours, minutes, seconds)
    except ValueError:
        field.fault(F204, f"{field.name}: there is no such time", help=("hours go from 00 to 23, minutes from 00 to 59",))
        return None
