"""Passages of evidence that an editor asks for: by a few of their words, by their first and last words, or all of them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import islice

from briefing.verification.held import Held, View
from briefing.verification.nearest import nearest
from briefing.verification.normalising import GAP, fold
from briefing.verification.quoted import NO_CUT, Piece
from briefing.verification.streams import BARRIER, Stream

_FARTHEST = 400
"""Words that may lie between the first and the last words of a passage."""
_MOST_TRIES = 50_000
"""Places of the same letters that are looked at."""
_MOST_PLACES = 100
"""More places of the same words are no candidates any more."""
_LEAST_ALIKE = 0.5
_PARTS = re.compile(rf"\n(?:[ \t]*\n)+|\f|{BARRIER}")
_STOP = re.compile(r"(?<![^\s.])(?P<word>[^\s.]*)[.!?…]+[\"'”’)\]]*(?P<blank>\s+)(?=[\"'“‘(\[]*[^\W_a-z])")
_ABBREVIATED = frozenset(
    {
        *("mr", "mrs", "ms", "dr", "prof", "st", "cllr", "rev", "hon", "capt", "sgt", "no", "nos", "p", "pp", "para", "paras"),
        *("vs", "v", "cf", "fig", "art", "sec", "vol", "al", "e.g", "i.e", "g", "approx", "dept", "ltd", "co"),
    }
)


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage as it stands in its file."""

    paragraphs: tuple[str, ...]
    first_place: str = ""
    last_place: str = ""
    author: str = ""
    others: frozenset[str] = frozenset()
    """Every author in the file."""
    known: frozenset[str] = frozenset()
    """Hyphenated words of the file, in lower case, where a line of the passage ends with a hyphen."""


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage most like words that are not there."""

    excerpt: Excerpt
    alike: int
    words: int


def everything(held: Sequence[Held]) -> Iterator[Excerpt]:
    """Every paragraph, in order."""
    for file in held:
        for begin, end in _paragraphs(file.plain):
            yield _excerpt(file.plain, begin, end)


def look_up(words: str, held: Sequence[Held], *, exact: bool = False) -> tuple[Excerpt, ...]:
    """The sentences in which the words stand, in any case; ``first words … last words`` is all from the ones to the others."""
    found: dict[tuple[int, int, int], Excerpt] = {}
    for number, file in enumerate(held):
        paragraphs = _paragraphs(file.plain)
        for begin, end in islice(_places(words, file.plain), _MOST_PLACES):
            spot = (begin, end) if exact else _sentences(file.plain, paragraphs, begin, end)
            if (number, *spot) not in found:
                found[number, *spot] = _excerpt(file.plain, *spot)
    return tuple(excerpt for excerpt in found.values() if excerpt.paragraphs)


def struck(words: str, held: Sequence[Held]) -> bool:
    """Whether the words stand in deleted or hidden text."""
    return any(file.whole is not None and any(True for _ in _places(words, file.whole)) for file in held)


def look_nearest(words: str, held: Sequence[Held]) -> Nearest | None:
    """What the editor may mean; None where nothing is like it."""
    piece = Piece(Stream(fold(words.replace(GAP, " "))), NO_CUT, free_case=True)
    if not len(piece.stream):
        return None
    windows = [(file.plain, window) for file in held if (window := nearest(piece, file.plain)) is not None]
    view, window = max(windows, key=lambda one: one[1].near.alike, default=(None, None))
    if view is None or window is None or window.near.alike < _LEAST_ALIKE * window.near.words:
        return None
    excerpt = _excerpt(view, *_sentences(view, _paragraphs(view), *_around(words, view.text, window.begin, window.end)))
    return Nearest(excerpt, window.near.alike, window.near.words) if excerpt.paragraphs else None


def _around(words: str, text: str, begin: int, end: int) -> tuple[int, int]:
    """As many words as are looked for, around the longest run of them in a stretch; stray ones lie far off."""
    ours = [word.lower() for word in re.findall(r"[^\W_]+", words)]
    theirs = list(re.finditer(r"[^\W_]+", text[begin:end]))
    if not theirs:
        return begin, end
    run = SequenceMatcher(None, ours, [match[0].lower() for match in theirs], autojunk=False).find_longest_match()
    first = max(run.b - run.a, 0)
    last = min(run.b - run.a + len(ours), len(theirs)) - 1
    return begin + theirs[first].start(), begin + theirs[last].end()


def _places(words: str, view: View) -> Iterator[tuple[int, int]]:
    """Where the words stand in the view's text, pieces parted by ellipses each as near behind the last as can be."""
    pieces = [stream for piece in fold(words).text.split(GAP) if len(stream := Stream(fold(piece)))]
    whole = view.exact.whole
    found = [list(_occurrences(piece, whole)) for piece in pieces]
    for number, (first, last) in enumerate(found[0] if found else ()):
        following = found[0][number + 1][0] if number + 1 < len(found[0]) else len(whole)
        end: int | None = last
        for later in found[1:]:
            end = next((stop for start, stop in later if end is not None and end <= start <= end + _FARTHEST), None)
        if end is None or (len(found) > 1 and following < end):
            continue
        begin_at, end_at = whole.begin(first), whole.end(end - 1)
        if BARRIER not in view.text[begin_at:end_at]:
            yield begin_at, end_at


def _occurrences(piece: Stream, stream: Stream) -> Iterator[tuple[int, int]]:
    """From word to behind word."""
    letters, wanted = _lower(stream.letters), _lower(piece.letters)
    at = -1
    for _ in range(_MOST_TRIES):
        at = letters.find(wanted, at + 1)
        if at == -1:
            return
        end = at + len(wanted)
        if stream.boundary(at) and stream.boundary(end):
            yield stream.word_at(at), stream.word_at(end)


def _lower(letters: str) -> str:
    """Lower case, each letter in its place."""
    low = letters.lower()
    return low if len(low) == len(letters) else "".join(low if len(low := one.lower()) == 1 else one for one in letters)


def _paragraphs(view: View) -> list[tuple[int, int]]:
    """From where to where the paragraphs with words stand."""
    ends = [(match.start(), match.end()) for match in _PARTS.finditer(view.text)]
    begins = [0, *(end for _, end in ends)]
    spans = zip(begins, (*(start for start, _ in ends), len(view.text)), strict=True)
    return [(begin, end) for begin, end in spans if re.search(r"[^\W_]", view.text[begin:end])]


def _sentences(view: View, paragraphs: Sequence[tuple[int, int]], begin: int, end: int) -> tuple[int, int]:
    """The passage and what its first and last sentence have besides."""
    if not paragraphs:
        return begin, end
    starts = [start for start, _ in paragraphs]
    first = paragraphs[max(bisect_right(starts, begin) - 1, 0)]
    last = paragraphs[max(bisect_right(starts, end - 1) - 1, 0)]
    begin = max([first[0], *(after for _, after in _stops(view.text, *first) if after <= begin)])
    end = min([last[1], *(before for before, _ in _stops(view.text, *last) if before >= end)])
    return begin, end


def _stops(text: str, begin: int, end: int) -> Iterator[tuple[int, int]]:
    """Where in a paragraph a sentence ends, and where the next begins."""
    for match in _STOP.finditer(text, begin, end):
        word = match["word"].lower().lstrip("(“‘\"'")
        if word not in _ABBREVIATED and not (len(word) == 1 and word.isalpha() and match["word"].isupper()):
            yield match.start("blank"), match.end()


def _excerpt(view: View, begin: int, end: int) -> Excerpt:
    text = view.text[begin:end]
    paragraphs = tuple(part.strip() for part in _PARTS.split(text) if re.search(r"[^\W_]", part))
    broken = re.search(r"-[ \t]*\n", text)
    known = frozenset(re.findall(r"[^\W\d_]+-[^\W\d_]+", view.text.lower())) if broken else frozenset()
    last = begin + len(text.rstrip()) - 1
    places = {segment.place for segment in view.segments(0, len(view.text))}
    spots = (view.segment(begin).place, view.segment(max(last, begin)).place) if len(places) > 1 else ("", "")
    return Excerpt(paragraphs, *spots, view.segment(begin).author, view.labels, known)
