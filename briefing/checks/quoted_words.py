"""Whether words stand in a quotation, and which of its words come nearest."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from briefing.desk import DraftQuotation

_EDGES = "“”‘’\"'.,;:!?()[]–—- \u00a0"
_PLAIN = str.maketrans({"’": "'", "‘": "'", "\u00a0": " ", "‑": "-"})
_CUT = "…"
_LEAST_ALIKE = 0.4


class Passage(NamedTuple):
    """A run of words of a quotation."""

    words: str
    quotation: DraftQuotation


def occurs(wanted: str, quoted: str) -> bool:
    """Whether the words stand in the quotation, whole and in order; the first letter's case is free, and … is a gap."""
    said = _words(quoted)
    at = 0
    for number, piece in enumerate(wanted.split(_CUT)):
        words = _words(piece)
        if not words:
            continue
        found = _find(words, said, at, either_case=number == 0)
        if found is None:
            return False
        at = found + len(words)
    return at > 0


def folded(text: str) -> str:
    """Its words alone, in lower case, to tell whether two texts have the same."""
    return " ".join(_words(text)).casefold()


def nearest(wanted: str, quotations: Iterable[DraftQuotation]) -> Passage | None:
    """The passage of as many words that is most like ``wanted``, if any is."""
    target = folded(wanted)
    length = len(_words(wanted))
    passages = [Passage(words, quoted) for quoted in quotations for words in _runs(_words(quoted.words), length)]
    alike = {passage.words: SequenceMatcher(None, target, passage.words.casefold()).ratio() for passage in passages}
    best = max(passages, key=lambda passage: alike[passage.words], default=None)
    return best if best and alike[best.words] >= _LEAST_ALIKE else None


def _runs(said: Sequence[str], length: int) -> Iterable[str]:
    return (" ".join(said[at : at + length]) for at in range(len(said) - length + 1))


def _find(wanted: Sequence[str], said: Sequence[str], start: int, *, either_case: bool) -> int | None:
    """Where the words begin in what was said, at ``start`` or later."""
    first = {wanted[0], _other_case(wanted[0])} if either_case else {wanted[0]}
    places = range(start, len(said) - len(wanted) + 1)
    return next((at for at in places if said[at] in first and said[at + 1 : at + len(wanted)] == wanted[1:]), None)


def _other_case(word: str) -> str:
    return word[:1].swapcase() + word[1:]


def _words(text: str) -> list[str]:
    """Its words without marks and stops at their edges."""
    pieces = text.translate(_PLAIN).replace(_CUT, " ").split()
    return [word for word in (piece.strip(_EDGES) for piece in pieces) if word]
