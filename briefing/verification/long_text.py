"""A text of any length, of which only what matters is split into words.

What is looked for is found by its *bare letters*: the text without its blanks and light punctuation. Of the text only the stretches around
such places become words, and there it is decided what really stands in it; the whole becomes words only where the places are everywhere.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, pairwise

from briefing.verification.concordance import Concordance
from briefing.verification.normalising import Folded
from briefing.verification.streams import BARRIER, IN_BETWEEN, Stream, words_of

BLOCK = 500
"""Characters that are split into words together; about so many, as a block begins at a blank."""
_BARRIER = f"\n{BARRIER}"
_BLANK = re.compile(r"\s")
_EMPTY = Stream(Folded("", range(1)))
_NOT_BARE = bytes(code for code in range(128) if chr(code).isspace() or chr(code) in IN_BETWEEN)
_NOT_BARE_EITHER = ("\x85", *(sign for sign in IN_BETWEEN if not sign.isascii()))

Sought = Sequence[Collection[str]]
"""Pieces that stand in one text; of each the letters, in the forms it may have."""
_Blocks = tuple[int, int]
"""From block to before block."""


def bared(text: str) -> bytes:
    """A text, or a stream's letters, without what may stand between words: both give the same."""
    for sign in () if text.isascii() else _NOT_BARE_EITHER:
        text = text.replace(sign, "")
    return text.encode("utf-8", "surrogatepass").translate(None, _NOT_BARE)


class LongText:
    """Normalised text, made ready for searching."""

    def __init__(self, folded: Folded) -> None:
        self._folded = folded
        self._cuts = array("l", _cuts(folded.text))
        bare = list(map(bared, self._blocks()))
        self._bare = b"".join(bare)
        self._starts = array("l", accumulate(map(len, bare), initial=0))
        self._counts: dict[int, int] = {}

    @cached_property
    def whole(self) -> Stream:
        """All of it as words."""
        return Stream(self._folded)

    @cached_property
    def concordance(self) -> Concordance:
        """Where every word stands; only needed where a quotation is not found."""
        return Concordance(self._blocks())

    def parts(self, letters: str) -> Iterator[Stream]:
        """Stretches in which the letters may stand, one after the other; in no other place do they."""
        return (self._split([place]) for place in self._places(bared(letters)))

    def has(self, bracket: str) -> bool:
        """Whether words in brackets stand in it, the brackets with them."""
        letters = "".join(bracket.split())
        return any(letters in part.letters for part in self.parts(letters))

    def around(self, sought: Sought, reach: int) -> Stream:
        """The stretches in which all that is sought may stand together, with as many words before and behind each."""
        counts = [sum(self._bare.count(bared(form)) for form in forms) for forms in sought]
        if not counts or not all(counts):
            return _EMPTY
        rarest = sought[counts.index(min(counts))]
        found = sorted(place for form in rarest for place in self._places(bared(form)))
        return self._split(list(_merged(self._widened(place, reach) for place in found)))

    def across(self, sought: Sought, reach: int) -> Stream:
        """The one stretch from the first place of what is sought first to the last place of the last, and as many words around."""
        begins, end = [], 0
        for forms in sought:
            places = [place for form in forms if (place := self._place(bared(form), end))[0] != -1]
            if not places:
                return _EMPTY
            begins.append(min(begin for begin, _ in places))
            end = min(end for _, end in places)
        if not begins:
            return _EMPTY
        last = max(self._bare.rfind(bare) + len(bare) for bare in map(bared, sought[-1]))
        return self._split([self._widened(self._of(begins[0], last), reach)])

    def between(self, first: int, last: int) -> tuple[Stream, int]:
        """Words by their numbers, from ``first`` to before ``last``, perhaps with others around them; and the first one's number."""
        blocks = self.concordance.blocks(first, last)
        return self._split([blocks]), 0 if self._half([blocks]) else self.concordance.firsts[blocks[0]]

    def _blocks(self) -> Iterable[str]:
        return (self._folded.text[begin:end] for begin, end in pairwise(self._cuts))

    def _places(self, bare: bytes) -> Iterator[_Blocks]:
        """The blocks of each place, but not again where the blocks before have it."""
        at = self._bare.find(bare) if bare else -1
        while at != -1:
            first, last = self._of(at, at + len(bare))
            yield first, last
            at = self._bare.find(bare, max(at + 1, self._starts[last] - len(bare) + 1))

    def _place(self, bare: bytes, start: int) -> tuple[int, int]:
        """Where the next place begins and ends."""
        at = self._bare.find(bare, start)
        return at, at + len(bare)

    def _of(self, begin: int, end: int) -> _Blocks:
        return bisect_right(self._starts, begin) - 1, bisect_left(self._starts, end)

    def _widened(self, blocks: _Blocks, reach: int) -> _Blocks:
        (first, last), before, behind = blocks, reach, reach
        while first > 0 and before > 0:
            first -= 1
            before -= self._words(first)
        while last < len(self._cuts) - 1 and behind > 0:
            behind -= self._words(last)
            last += 1
        return first, last

    def _words(self, block: int) -> int:
        if block not in self._counts:
            self._counts[block] = len(words_of(self._folded.text[self._cuts[block] : self._cuts[block + 1]]))
        return self._counts[block]

    def _half(self, stretches: Iterable[_Blocks]) -> bool:
        return 2 * sum(last - first for first, last in stretches) >= len(self._cuts) - 1

    def _split(self, stretches: Sequence[_Blocks]) -> Stream:
        """Stretches as one stream, a barrier between two; the whole where they are half of it."""
        if self._half(stretches):
            return self.whole
        ranges = [(self._cuts[first], self._cuts[last]) for first, last in stretches]
        origin = array("l")
        for begin, end in ranges:
            origin.extend(self._folded.origin[begin:end])
            origin.extend([self._folded.origin[end]] * len(_BARRIER))
        text = _BARRIER.join(self._folded.text[begin:end] for begin, end in ranges)
        return Stream(Folded(text, origin[: len(text) + 1], self._folded.invisible))


def _cuts(text: str) -> Iterator[int]:
    """Where each block begins, at a blank, and where the text ends: no word, and nothing that decides where one ends, is cut."""
    at = 0
    while at < len(text):
        yield at
        blank = _BLANK.search(text, at + BLOCK)
        at = blank.start() if blank else len(text)
    yield len(text)


def _merged(stretches: Iterable[_Blocks]) -> Iterator[_Blocks]:
    """Stretches that meet are one; they come in order."""
    waiting: _Blocks | None = None
    for first, last in stretches:
        if waiting and first <= waiting[1]:
            waiting = waiting[0], max(last, waiting[1])
            continue
        if waiting:
            yield waiting
        waiting = first, last
    if waiting:
        yield waiting
