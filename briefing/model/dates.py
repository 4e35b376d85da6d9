"""Dates in words; months are English because ``en`` is the one language implemented."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day_in_words(day: date) -> str:
    """``3 August 2031``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
