"""Two texts word by word: which words only one of them has."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from briefing.verification.nearest import pairs
from briefing.verification.normalising import HYPHEN, LINE_HYPHEN, fold

_WORD = re.compile(rf"\d+(?:[.,:]\d+)*|[^\W_]+(?:['{LINE_HYPHEN}{HYPHEN}][^\W_]+)*|[^\s\w'*]")
_MOST_PAIRS = 200_000
"""Two texts with more pairs of equal words are not compared word by word: they are no language."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A run of a text."""

    text: str
    alone: bool
    """Whether the other text does not have it."""


@dataclass(frozen=True, slots=True)
class _Word:
    key: str
    begin: int
    end: int


def compared(ours: str, theirs: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts in stretches; marks, spaces, line ends and whatever else is only how words are set make no difference."""
    our_words = list(_words(ours))
    their_words = list(_words(theirs, {word.key for word in our_words}))
    keys = [word.key for word in our_words], [word.key for word in their_words]
    if pairs(*keys) > _MOST_PAIRS:
        return (Stretch(ours, alone=True),), (Stretch(theirs, alone=True),)
    steps = [step for step in SequenceMatcher(None, *keys, autojunk=False).get_opcodes() if step[0] != "equal"]
    return (
        tuple(_stretches(ours, our_words, [(first, last) for _, first, last, _, _ in steps])),
        tuple(_stretches(theirs, their_words, [(first, last) for _, _, _, first, last in steps])),
    )


def _words(text: str, others: Collection[str] = ()) -> Iterator[_Word]:
    """Words and punctuation with their places; a hyphen at a line's end is what the other text has there."""
    folded = fold(text)
    for match in _WORD.finditer(folded.text):
        joined = match[0].replace(LINE_HYPHEN, "")
        key = joined if joined in others else match[0].replace(LINE_HYPHEN, HYPHEN)
        yield _Word(key, folded.origin[match.start()], folded.origin[match.end()])


def _stretches(text: str, words: Sequence[_Word], alone: Sequence[tuple[int, int]]) -> Iterator[Stretch]:
    done = 0
    for first, last in alone:
        if first < last:
            yield Stretch(text[done : words[first].begin], alone=False)
            yield Stretch(text[words[first].begin : words[last - 1].end], alone=True)
            done = words[last - 1].end
    yield Stretch(text[done:], alone=False)
