"""Long lists: the newest entries on one page, and a page a year or a month, so that no page grows without end."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TypeVar

from briefing.model.dates import MONTHS

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Year:
    """A year that something is listed for, and how much."""

    number: int
    path: str
    count: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a year that has too much for one page."""

    name: str
    """``November``."""
    number: int
    """1 to 12."""
    path: str
    count: int


def grouped(entries: Iterable[T], key: Callable[[T], K]) -> Mapping[K, tuple[T, ...]]:
    """The entries of a list by what they have in common, in one pass: a pass for each page of them would cost pages times entries."""
    found: dict[K, list[T]] = {}
    for entry in entries:
        found.setdefault(key(entry), []).append(entry)
    return {common: tuple(held) for common, held in found.items()}


def years_of(path: str, years: Sequence[int]) -> tuple[Year, ...]:
    """The years of a list's entries, the newest first, each with its page below ``path``."""
    counted = ((year, len(list(entries))) for year, entries in groupby(sorted(years, reverse=True)))
    return tuple(Year(year, f"{path}{year}/", count) for year, count in counted)


def months_of(year: Year, days: Iterable[date]) -> tuple[Month, ...]:
    """The months of a year's entries, the newest first, each with its page below that of the year."""
    by_month = sorted(grouped(days, lambda day: day.month).items(), reverse=True)
    return tuple(Month(MONTHS[number - 1], number, f"{year.path}{number:02}/", len(entries)) for number, entries in by_month)
