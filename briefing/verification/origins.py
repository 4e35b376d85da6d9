"""Where each character of a changed text stood before: kept as the few places at which the two texts shift against each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import overload


class Origin(Sequence[int]):
    """For each character its place in the original; a slice is a list of places."""

    __slots__ = ("_at", "_length", "_places")

    def __init__(self, at: Sequence[int], places: Sequence[int], length: int) -> None:
        self._at = at
        """The characters before which the texts shift."""
        self._places = places
        """Where those characters stood; the ones behind them stood behind them."""
        self._length = length

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> int: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...

    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, slice):
            begin, end, _ = index.indices(self._length)
            stretches = pairwise((*self.shifts(begin, end), (end - begin, 0)))
            return [place for (at, first), (until, _) in stretches for place in range(first, first + until - at)]
        if not 0 <= index < self._length:
            raise IndexError(index)
        last = bisect_right(self._at, index) - 1
        return self._places[last] + index - self._at[last]

    def shifts(self, begin: int, end: int) -> Iterator[tuple[int, int]]:
        """Of a stretch, with its first character: how far into it the texts shift, and the place there."""
        if begin < end:
            yield 0, self[begin]
            for shift in range(bisect_right(self._at, begin), bisect_left(self._at, end)):
                yield self._at[shift] - begin, self._places[shift]


class Making:
    """The origin of a text that is put together piece by piece."""

    def __init__(self) -> None:
        self._at: list[int] = []
        self._places: list[int] = []
        self._length = 0

    def keep(self, origin: Sequence[int], begin: int, end: int) -> None:
        """A stretch of the text before is kept."""
        for offset, place in _shifts(origin, begin, end):
            self._shift(self._length + offset, place)
        self._length += max(end - begin, 0)

    def put(self, place: int, count: int) -> None:
        """So many characters are new; all of them stand for that place."""
        for at in range(self._length, self._length + count):
            self._shift(at, place)
        self._length += count

    def made(self) -> Origin:
        """The origin of all of it."""
        return Origin(self._at, self._places, self._length)

    def _shift(self, at: int, place: int) -> None:
        if not self._at or self._places[-1] + at - self._at[-1] != place:
            self._at.append(at)
            self._places.append(place)


def _shifts(origin: Sequence[int], begin: int, end: int) -> Iterator[tuple[int, int]]:
    """The same of any origin: one without a shift is a range, one of a few words may be a list."""
    match origin:
        case Origin():
            yield from origin.shifts(begin, end)
        case range():
            yield from ((0, place) for place in origin[begin:end][:1])
        case _:
            yield from enumerate(origin[begin:end])
