"""Where a quotation that is not found comes nearest, and where it first differs; linear in the length of the evidence."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import Match as Block
from difflib import SequenceMatcher
from itertools import pairwise

from briefing.verification.concordance import Concordance
from briefing.verification.held import View
from briefing.verification.long_text import LongText
from briefing.verification.quoted import Piece
from briefing.verification.streams import BARRIER, Stream
from briefing.verification.turning import is_number, negates
from briefing.verification.verdicts import Difference, Near

_MOST_WORDS = 240
"""Longer pieces are explained by the part around their first difference."""
_COMMON = 400
"""Words that occur more often in the evidence say little about a place."""
_LEAST_RUN = 3
"""The fewest words in a row that show where a piece of a splice comes from."""
_MOST_RUNS = 6
_MOST_PAIRS = 20_000
"""Pairs of a word of one text and the same word of another; with more of them such a text is no language, and finding runs takes for ever."""
_MOST_TRIES = 20_000
"""Places where the letters are the same and the words are others that are looked at."""


@dataclass(frozen=True, slots=True)
class Window:
    """A stretch of the evidence beside a piece."""

    near: Near
    complete: bool
    """Whether all of the piece's words stand in it, in order."""
    missing: tuple[str, ...]
    """What it has between them."""
    begin: int
    """Where it begins in the view's text."""
    end: int


def nearest(piece: Piece, view: View) -> Window | None:
    """The window most like ``piece``; None where no word of it occurs."""
    words = [word.lower() for word in piece.stream.words[:_MOST_WORDS]]
    windows = (_window(piece.stream, words, view, first, last) for first, last in _candidates(words, view.exact.concordance))
    found = [window for window in windows if window is not None]
    return max(found, key=lambda window: (window.near.alike, window.complete, -len(window.missing)), default=None)


def _candidates(words: Sequence[str], evidence: Concordance) -> Iterator[tuple[int, int]]:
    """Stretches of the evidence that have many of the words, rare ones before common ones, at about their distances."""
    width = max(12, len(words) // 2)
    known = {word for word in words if evidence.count(word)}
    telling = {word for word in known if evidence.count(word) <= _COMMON}
    places_of = {word: evidence.places(word)[:_COMMON] for word in telling or known}
    votes: Counter[int] = Counter()
    for index, word in enumerate(words):
        for bucket in {(place - index) // width for place in places_of.get(word, ())}:
            votes[bucket] += 1_000 // len(places_of[word]) + 100
    both = Counter({bucket: votes[bucket] + votes[bucket + 1] for bucket in votes})
    ranked = sorted(both.items(), key=lambda item: (-item[1], item[0]))[:4]
    for bucket, _ in ranked:
        first = bucket * width - width
        yield max(first, 0), min(first + 4 * width + len(words), len(evidence))


def pairs(ours: Iterable[str], theirs: Iterable[str]) -> int:
    """How many pairs of equal words two texts have."""
    one, other = Counter(ours), Counter(theirs)
    return sum(count * other[word] for word, count in one.items())


def _window(quoted: Stream, words: Sequence[str], view: View, first: int, last: int) -> Window | None:
    stream, number = view.exact.between(first, last + len(words))
    first, last = first - number, last - number
    theirs = [word.lower() for word in stream.words[first:last]]
    if pairs(words, theirs) > _MOST_PAIRS:
        return None
    blocks = [block for block in SequenceMatcher(None, words, theirs, autojunk=False).get_matching_blocks() if block.size]
    if not blocks:
        return None
    alike = sum(block.size for block in blocks)
    missing = [
        stream.words[first + at]
        for one, other in pairwise(blocks)
        for at in range(one.b + one.size, other.b)
        if stream.words[first + at] != BARRIER
    ]
    begin, end = first + blocks[0].b, first + blocks[-1].b + blocks[-1].size
    begin, end = max(first, begin - blocks[0].a), min(len(stream), end + len(words) - blocks[-1].a - blocks[-1].size)
    begin_at, end_at = stream.begin(begin), stream.end(end - 1)
    passage = view.text[begin_at:end_at].replace(BARRIER, " ")
    difference = _difference(quoted, words, stream, first, blocks)
    complete = alike == len(words) and not difference.only_case
    return Window(Near(" ".join(passage.split()), alike, len(words), difference), complete, tuple(missing), begin_at, end_at)


def _difference(quoted: Stream, words: Sequence[str], stream: Stream, first: int, blocks: Sequence[Block]) -> Difference:
    """At the first word that is another, of another case, missing or too much."""
    pairs = [(block.a + step, block.b + step) for block in blocks for step in range(block.size)]
    at_ours, at_theirs = 0, pairs[0][1] - pairs[0][0]
    for ours, their in pairs:
        if ours > at_ours or their > max(at_theirs, 0):
            return _parting(quoted, stream, (at_ours, ours), (first + max(at_theirs, 0), first + their))
        if quoted.words[ours] != stream.words[first + their]:
            return _parting(quoted, stream, (ours, ours + 1), (first + their, first + their + 1))
        at_ours, at_theirs = ours + 1, their + 1
    rest = len(words) - at_ours
    return _parting(quoted, stream, (at_ours, len(words)), (first + at_theirs, min(first + at_theirs + rest, len(stream))))


def _parting(quoted: Stream, stream: Stream, ours: tuple[int, int], theirs: tuple[int, int]) -> Difference:
    our_words, their_words = quoted.words[slice(*ours)], [word for word in stream.words[slice(*theirs)] if word != BARRIER]
    only_case = bool(our_words) and [w.lower() for w in our_words] == [w.lower() for w in their_words]
    if our_words:
        start, end = quoted.begin(ours[0]), quoted.end(ours[1] - 1)
    else:
        index = min(ours[0], len(quoted.words) - 1)
        start, end = quoted.begin(index), quoted.end(index)
    turned = [word for word in (*their_words, *our_words) if negates(word) and (word in our_words) != (word in their_words)]
    return Difference(
        start,
        end,
        " ".join(our_words),
        " ".join(their_words),
        missing=() if our_words else tuple(their_words),
        only_case=only_case,
        number=any(map(is_number, our_words)) and any(map(is_number, their_words)) and not only_case,
        negation=turned[0] if turned else "",
    )


def runs(piece: Piece, texts: Sequence[LongText]) -> tuple[tuple[int, int], ...]:
    """The few runs of words that a piece is made of if each stands somewhere: the sign of a splice; else none."""
    words, done = len(piece.stream), 0
    found: list[tuple[int, int]] = []
    while done < words and len(found) < _MOST_RUNS:
        length = max(_longest_run(piece.stream, done, text) for text in texts)
        if length < _LEAST_RUN:
            return ()
        found.append((done, done + length))
        done += length
    return tuple(found) if done == words else ()


def _longest_run(quoted: Stream, start: int, text: LongText) -> int:
    """How many words from ``start`` on stand in the evidence in a row; found by halving, as a part of a run is one too."""
    low, high = 0, len(quoted.words) - start
    while low < high:
        middle = (low + high + 1) // 2
        if _stands(quoted, start, start + middle, text):
            low = middle
        else:
            high = middle - 1
    return low


def _stands(quoted: Stream, start: int, end: int, text: LongText) -> bool:
    last = quoted.starts[end] if end < len(quoted.words) else len(quoted.letters)
    letters = quoted.letters[quoted.starts[start] : last]
    return any(_between_words(letters, part) for part in text.parts(letters))


def _between_words(letters: str, stream: Stream) -> bool:
    """Whether the letters stand in a stream, from where a word begins to where one ends."""
    at = -1
    for _ in range(_MOST_TRIES):
        at = stream.letters.find(letters, at + 1)
        if at == -1:
            return False
        if stream.boundary(at) and stream.boundary(at + len(letters)):
            return True
    return False
