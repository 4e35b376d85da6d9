"""Long lists: the newest entries on one page, and a page a year, so that no page grows without end."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TypeVar

T = TypeVar("T")
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Year:
    """A year that something is listed for, and how much."""

    number: int
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


def leaves(years: tuple[Year, ...], newest: int) -> Iterator[Year | None]:
    """The pages of a list: the first, and one a year if that does not hold everything."""
    yield None
    if sum(year.count for year in years) > newest:
        yield from years
