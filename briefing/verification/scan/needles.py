"""What is looked for: a name, an address or a number, however it is spaced, marked or turned round."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.verification.scan.folding import folded, letters

_LEAST = 3
"""Shorter names are in every text."""
_SURE = 12
"""So many letters in a row are no chance, whatever stands between them or around them."""
_LONG = 8
"""Such a word is found inside others, too: “Oddfellow’s”, “the Oddfellows”."""
_OF_A_NUMBER = 9
"""A telephone number by its last digits: how a country or a region is dialled is written in many ways."""
_BETWEEN = r"[\W_]{0,4}"


@dataclass(frozen=True, slots=True)
class Needle:
    """One string; its representation shows nothing of it."""

    bare: str
    """Its letters and digits."""
    pattern: re.Pattern[str]
    faint: bool = False
    """Whether it only hints: an employer or a role, which may stand in copy for reasons of its own."""

    def __repr__(self) -> str:
        return "Needle(…)"

    def places(self, text: str) -> Iterator[tuple[int, int]]:
        """Where it stands in a folded text, as words of its own."""
        return (match.span() for match in self.pattern.finditer(text))

    @property
    def sure(self) -> bool:
        """Whether its bare letters are enough to know it by."""
        return len(self.bare) >= _SURE


def words_needle(string: str, *, faint: bool = False) -> Needle | None:
    """A needle for words or an address; None where it is too short to mean anything."""
    text = folded(string)
    words = [word for word in re.split(r"[\W_]+", text) if word]
    bare = "".join(words)
    if len(bare) < _LEAST:
        return None
    after = "" if len(words[-1]) >= _LONG else r"(?![^\W_])"
    return Needle(bare, re.compile(rf"(?<![^\W_]){_BETWEEN.join(map(re.escape, words))}{after}"), faint)


def number_needle(string: str) -> Needle | None:
    """A needle for a telephone number."""
    digits = re.sub(r"\D", "", string)[-_OF_A_NUMBER:]
    if len(digits) < _OF_A_NUMBER - 2:
        return words_needle(string)
    return Needle(digits, re.compile(rf"{_BETWEEN.join(digits)}(?!\d)"))


def found_bare(needles: Iterable[Needle], text: str) -> tuple[Needle, ...]:
    """Those whose letters stand in ``text`` (bare, too), forwards or backwards: few of many, quickly."""
    return tuple(needle for needle in needles if needle.bare in text or needle.bare[::-1] in text)


def turned(needle: Needle, text: str) -> bool:
    """Whether it stands in the bare text backwards, and is long enough for that to mean it."""
    return len(needle.bare) >= _LONG and needle.bare[::-1] in text


def bare(text: str) -> str:
    """The letters of any text."""
    return letters(folded(text))
