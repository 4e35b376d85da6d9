"""Where the pieces of a quotation stand in a stream, in order; linear in the length of the evidence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from itertools import islice

from briefing.verification.long_text import LongText
from briefing.verification.normalising import HYPHEN, LINE_HYPHEN
from briefing.verification.quoted import Cut, Join, Piece
from briefing.verification.streams import Stream

LONGEST_SLOT = 8
"""How many words of the source a bracket may stand for."""
LONGEST_GAP = 200
"""How many words an ellipsis may stand for."""
ANY_GAP = 1 << 40
_CONTEXT = 16
"""Words around a place that flags and messages look at."""
_MOST_PLACES = 20_000
"""More places of the pieces of one quotation are not looked at: such a text is no language."""

_MOST_LETTERS = 1_000_000
"""Nor more places where the letters are the same than have so many letters together."""

Ranges = Sequence[tuple[int, int]]
"""Stretches of a stream's letters, in order."""


class Likeness(IntEnum):
    """How much of what stands between the words is the same; the smaller, the better."""

    SAME = 0
    PUNCTUATION = 1
    """Commas, semicolons, colons, stops, dashes or hyphens differ."""


@dataclass(frozen=True, slots=True)
class Found:
    """A piece in a stream: words ``first`` to before ``last``."""

    first: int
    last: int
    likeness: Likeness
    other_case: bool = False
    """Whether its first letter has the other case in the source."""


@dataclass(frozen=True, slots=True)
class Chain:
    """All pieces, in order."""

    found: tuple[Found, ...]

    @property
    def first(self) -> int:
        """The first word."""
        return self.found[0].first

    @property
    def last(self) -> int:
        """The word behind the last."""
        return self.found[-1].last

    @property
    def likeness(self) -> Likeness:
        """That of its least like piece."""
        return max(one.likeness for one in self.found)

    def gaps(self) -> Iterator[tuple[int, int]]:
        """From word to before word: what is left out between two pieces."""
        return ((one.last, other.first) for one, other in zip(self.found, self.found[1:], strict=False))


def stretch(pieces: Sequence[Piece], text: LongText, longest_gap: int) -> Stream:
    """So much of a text that the pieces are found in it, or not, as they would be in all of it."""
    sought = [_forms(piece) for piece in pieces]
    reach = _CONTEXT + sum(len(piece.stream) for piece in pieces)
    if longest_gap == ANY_GAP:
        return text.across(sought, reach)
    return text.around(sought, reach + (len(pieces) - 1) * longest_gap)


def _forms(piece: Piece) -> tuple[str, ...]:
    """The letters of a piece; where its first letter may be of the other case, with that one, too."""
    letters = piece.stream.letters
    other = letters[:1].swapcase()
    return (letters, other + letters[1:]) if piece.free_case and other != letters[:1] and len(other) == 1 else (letters,)


def places(piece: Piece, stream: Stream, ranges: Ranges = (), most: int = _MOST_PLACES) -> list[Found]:
    """Every place of a piece, in order; ``ranges``: only there."""
    ranges = ranges or ((0, len(stream.letters)),)
    letters, *others = _forms(piece)
    found = list(islice(_places(piece.stream, letters, stream, ranges), most))
    for other in others:
        found += [replace(one, other_case=True) for one in islice(_places(piece.stream, other, stream, ranges), most)]
        found.sort(key=lambda one: one.first)
    return found


def all_places(pieces: Sequence[Piece], stream: Stream, longest_gap: int) -> list[list[Found]]:
    """The places of each piece; the rarest piece is looked for first, and the others where they could follow or precede it."""
    if not pieces or not all(len(piece.stream) for piece in pieces):
        return [[] for _ in pieces]
    most = _MOST_PLACES // len(pieces)
    rarest = min(range(len(pieces)), key=lambda number: _count(pieces[number], stream))
    anchors = places(pieces[rarest], stream, most=most)
    if not anchors:
        return [[] for _ in pieces]
    reach = sum(len(piece.stream) for piece in pieces) + len(pieces) * min(longest_gap, len(stream))
    near = tuple(_ranges(anchors, stream, reach))
    return [anchors if number == rarest else places(piece, stream, near, most) for number, piece in enumerate(pieces)]


def _count(piece: Piece, stream: Stream) -> int:
    """About how often a piece occurs."""
    return stream.letters.count(piece.stream.letters[1:] if piece.free_case else piece.stream.letters)


def _ranges(anchors: Iterable[Found], stream: Stream, reach: int) -> Iterator[tuple[int, int]]:
    """The letters within ``reach`` words of an anchor; ranges that meet are one."""
    waiting: tuple[int, int] | None = None
    for anchor in anchors:
        first, last = max(anchor.first - reach, 0), anchor.last + reach
        begin = stream.starts[first]
        end = stream.starts[last] if last < len(stream) else len(stream.letters)
        if waiting and begin <= waiting[1]:
            waiting = (waiting[0], max(end, waiting[1]))
            continue
        if waiting:
            yield waiting
        waiting = (begin, end)
    if waiting:
        yield waiting


def stands(piece: Piece, text: LongText) -> bool:
    """Whether a piece is anywhere in a text."""
    return any(places(piece, part, most=1) for form in _forms(piece) for part in text.parts(form))


def _places(piece: Stream, letters: str, stream: Stream, ranges: Ranges) -> Iterator[Found]:
    tries = _MOST_LETTERS // len(letters)
    for begin, end in ranges:
        at = stream.letters.find(letters, begin, end)
        while at != -1 and tries > 0:
            tries -= 1
            if (found := fitted(piece, stream, at, len(letters))) is not None:
                yield found
            at = stream.letters.find(letters, at + 1, end)


def fitted(piece: Stream, stream: Stream, at: int, length: int) -> Found | None:
    """The place, if words begin and end in both alike, or differ by a hyphen only."""
    end = at + length
    if not (stream.boundary(at) and stream.boundary(end)):
        return None
    first, last = stream.word_at(at), stream.word_at(end)
    theirs = {start - at for start in stream.starts[first:last]}
    likeness = Likeness.SAME
    for offset in sorted(theirs.symmetric_difference(piece.starts)):
        step = _one_boundary(stream.lights.get(at + offset, "") if offset in theirs else piece.lights.get(offset, ""))
        if step is None:
            return None
        likeness = max(likeness, step)
    return Found(first, last, max(likeness, _between(piece, stream, at, length)))


def _one_boundary(light: str) -> Likeness | None:
    """Two words on one side that are one on the other: only a hyphen explains that; at a line's end it explains all."""
    if light == LINE_HYPHEN:
        return Likeness.SAME
    return Likeness.PUNCTUATION if light == HYPHEN else None


def _between(piece: Stream, stream: Stream, at: int, length: int) -> Likeness:
    ours = {offset: light for offset, light in piece.lights.items() if 0 < offset < length}
    inner = range(bisect_left(stream.lit, at + 1), bisect_left(stream.lit, at + length))
    theirs = {stream.lit[index] - at: stream.lights[stream.lit[index]] for index in inner}
    alike = all(_alike(ours.get(offset, ""), theirs.get(offset, "")) for offset in ours.keys() | theirs.keys())
    return Likeness.SAME if alike else Likeness.PUNCTUATION


def _alike(ours: str, theirs: str) -> bool:
    if LINE_HYPHEN in (ours, theirs):
        return (ours if theirs == LINE_HYPHEN else theirs) in ("", HYPHEN, LINE_HYPHEN)
    return ours == theirs


def chains(pieces: Sequence[Piece], found: Sequence[Sequence[Found]], longest_gap: int = LONGEST_GAP) -> list[Chain]:
    """The pieces in order, each as near to the one before as can be; no two chains share their last piece."""
    ends: list[tuple[Found, ...]] = [(one,) for one in found[0]]
    for piece, following in zip(pieces[1:], found[1:], strict=True):
        ends = list(_extended(ends, following, piece.cut, longest_gap))
    return [Chain(one) for one in ends]


def _extended(
    ends: Sequence[tuple[Found, ...]], following: Iterable[Found], cut: Cut, longest_gap: int
) -> Iterator[tuple[Found, ...]]:
    """Each place of the next piece behind the last chain that ends before it, if that is near enough."""
    limit = LONGEST_SLOT if cut.join is Join.SLOT else longest_gap
    lasts = [one[-1].last for one in ends]
    for place in following:
        before = _last_at_or_before(lasts, place.first)
        if before is not None and place.first - lasts[before] <= limit:
            yield (*ends[before], place)


def _last_at_or_before(lasts: Sequence[int], first: int) -> int | None:
    index = bisect_left(lasts, first + 1) - 1
    return index if index >= 0 else None
