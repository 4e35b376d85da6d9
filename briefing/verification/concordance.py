"""Where each word of a text stands: what tells where a quotation that is not found may come from."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate

from briefing.verification.streams import words_of


class Concordance:
    """Words with their numbers, counted over a text that comes in blocks, each of which begins at a blank.

    What stands between two blanks is called a *run*. In a text of a million runs there are few different ones, each of which is split
    into words once; most are one word, so that a word's number is its run's, but for what the others before it have more or less.
    """

    def __init__(self, blocks: Iterable[str]) -> None:
        self._places, ends = _runs(blocks)
        self._words = {run: tuple(word.lower() for word in words_of(run)) for run in self._places}
        self._runs: defaultdict[str, list[str]] = defaultdict(list)
        for run, words in self._words.items():
            for word in set(words):
                self._runs[word].append(run)
        others = sorted((at, len(words) - 1) for run, words in self._words.items() if len(words) != 1 for at in self._places[run])
        self._others = [at for at, _ in others]
        self._more = list(accumulate((more for _, more in others), initial=0))
        self.firsts: Sequence[int] = [self._number(end) for end in ends]
        """The number of each block's first word, and at last how many words there are."""

    def __len__(self) -> int:
        return self.firsts[-1]

    def count(self, word: str) -> int:
        """How often a word, in lower case, occurs."""
        return sum(len(self._places[run]) * self._words[run].count(word) for run in self._runs.get(word, ()))

    def places(self, word: str) -> Sequence[int]:
        """The numbers under which it occurs, ascending."""
        steps = ((run, step) for run in self._runs.get(word, ()) for step, one in enumerate(self._words[run]) if one == word)
        return sorted(self._number(at) + step for run, step in steps for at in self._places[run])

    def blocks(self, first: int, last: int) -> tuple[int, int]:
        """From which block to before which the words from ``first`` to before ``last`` stand."""
        return max(bisect_right(self.firsts, first) - 1, 0), min(bisect_left(self.firsts, last), len(self.firsts) - 1)

    def _number(self, run: int) -> int:
        return run + self._more[bisect_left(self._others, run)]


def _runs(blocks: Iterable[str]) -> tuple[Mapping[str, Sequence[int]], Sequence[int]]:
    """Where each run stands, and with which each block ends."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    ends = [0]
    for block in blocks:
        runs = block.split()
        for number, run in enumerate(runs, ends[-1]):
            places[run].append(number)
        ends.append(ends[-1] + len(runs))
    return places, ends
