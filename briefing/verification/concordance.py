"""Where each word of a text stands: what tells where a quotation that is not found may come from."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from briefing.verification.streams import words_of


class Concordance:
    """Words in lower case with their numbers, counted over a text that comes in blocks, each of which begins at a blank."""

    def __init__(self, blocks: Iterable[str]) -> None:
        kinds = _Kinds()
        places: defaultdict[str, array[int]] = defaultdict(lambda: array("l"))
        firsts = array("l", [0])
        for block in blocks:
            words = list(chain.from_iterable(map(kinds.__getitem__, block.split())))
            for number, word in enumerate(words, firsts[-1]):
                places[word].append(number)
            firsts.append(firsts[-1] + len(words))
        self.places: Mapping[str, Sequence[int]] = places
        """The numbers of each word, ascending."""
        self.firsts: Sequence[int] = firsts
        """The number of each block's first word, and at last how many words there are."""

    def __len__(self) -> int:
        return self.firsts[-1]

    def blocks(self, first: int, last: int) -> tuple[int, int]:
        """From which block to before which the words from ``first`` to before ``last`` stand."""
        return max(bisect_right(self.firsts, first) - 1, 0), min(bisect_left(self.firsts, last), len(self.firsts) - 1)


class _Kinds(dict[str, tuple[str, ...]]):
    """What stands between two blanks, as words; of a text of a million words there are few different ones, and each is split once."""

    def __missing__(self, run: str) -> tuple[str, ...]:
        words = self[run] = tuple(word.lower() for word in words_of(run))
        return words
