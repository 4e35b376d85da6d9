"""A text as a stream of words that can be searched in linear time.

The *letters* are the characters of all words (and of signs that count like words: ?, !, £, %) end to end, without what stands between.
So a search is one ``str.find``; whether words begin and end at the same places, and what stands between them, is compared afterwards.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from itertools import accumulate

from briefing.verification.normalising import DASH, GAP, HYPHEN, LINE_HYPHEN, MARK, Folded

LIGHT = f",;:.{HYPHEN}{DASH}{LINE_HYPHEN}{GAP}"
"""Punctuation that may differ with a warning."""
_ORNAMENTS = f"{MARK}*•·▪◦●■|"
"""What may differ freely: marks, emphasis, bullets, rules."""
IN_BETWEEN = LIGHT + _ORNAMENTS
"""What stands between words, beside blanks; some of it may stand in a word, too."""
BARRIER = "\x00"
"""Stands between two authors' words, so that no passage runs over both; no file and no copy can hold it."""
_BETWEEN = re.escape(IN_BETWEEN)
_GROUPED = r"\d{1,3}(?:,\d{3})+(?![\w,])(?:\.\d+)?"
_WORD = r"[^\W_]+(?:'[^\W_]+|(?<=\d)[.,:/](?=\d)[^\W_]+)*"
_SIMPLE = r"[^\W\d_]+(?![\w'])"
"""Most words; tried first, which takes a quarter less time."""
_TOKEN = re.compile(rf"({_SIMPLE}|(?<![^\s(£$€'])-(?=[£$€]?\d)(?:{_GROUPED}|{_WORD}|[£$€])|{_GROUPED}|{_WORD}|[^\s{_BETWEEN}])")
_NOT_LIGHT = re.compile(f"[^{re.escape(LIGHT)}]")


class Stream:
    """Words, their places in the original, and the light punctuation between them."""

    def __init__(self, folded: Folded) -> None:
        pieces = _TOKEN.split(folded.text)
        ends = array("l", accumulate(map(len, pieces)))
        words, between = pieces[1::2], pieces[::2]
        self._begins, self._ends, self._origin = ends[::2], ends[1::2], folded.origin
        grouped = [number for number, word in enumerate(words) if "," in word]
        inside = {number: word for number in grouped if (word := words[number]) != _ungrouped(word)}
        for number, word in inside.items():
            words[number] = _ungrouped(word)
        starts = array("l", accumulate(map(len, words), initial=0))
        light = {piece: _NOT_LIGHT.sub("", piece) for piece in set(between)}
        lights = {at: light[piece] for at, piece in zip(starts, between, strict=True) if light[piece]}
        for number, word in inside.items():
            _note_grouping(word, starts[number], lights)
        self.letters = "".join(words)
        self.words: Sequence[str] = words
        self.starts: Sequence[int] = starts[:-1]
        """Where in the letters each word begins."""
        self.lights: Mapping[int, str] = lights
        """By offset in the letters: the light punctuation before that letter."""
        self.lit: Sequence[int] = tuple(sorted(lights) if inside else lights)
        """The offsets of ``lights``, ascending."""
        self.invisible = folded.invisible

    def __len__(self) -> int:
        return len(self.words)

    def word_at(self, offset: int) -> int:
        """The number of the word that begins at ``offset`` of the letters, or of the first one behind it."""
        return bisect_left(self.starts, offset)

    def boundary(self, offset: int) -> bool:
        """Whether a word begins at ``offset``, or the text ends."""
        index = bisect_left(self.starts, offset)
        return offset == len(self.letters) or (index < len(self.starts) and self.starts[index] == offset)

    def begin(self, word: int) -> int:
        """Where the word begins in the original; behind the last word, where that ends."""
        if word >= len(self.words):
            return self.end(len(self.words) - 1) if self.words else 0
        return self._origin[self._begins[word]]

    def end(self, word: int) -> int:
        """Where the word ends in the original."""
        return self._origin[self._ends[word]]

    def hidden_between(self, begin: int, end: int) -> bool:
        """Whether an invisible character was removed within that range of the original."""
        return bisect_right(self.invisible, end - 1) > bisect_left(self.invisible, begin)


def words_of(text: str) -> list[str]:
    """The words of a stream, and nothing else of it."""
    return [_ungrouped(word) if "," in word else word for word in _TOKEN.findall(text)]


def _ungrouped(word: str) -> str:
    """A number without the commas between its thousands; any other word as it is."""
    return word.replace(",", "") if re.fullmatch(rf"-?{_GROUPED}", word) else word


def _note_grouping(word: str, at: int, lights: dict[int, str]) -> None:
    """Commas between thousands, as light punctuation within the number."""
    passed = 0
    for character in word:
        if character == ",":
            lights[at + passed] = ","
        else:
            passed += 1
