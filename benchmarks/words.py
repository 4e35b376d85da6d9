"""Invented prose from a list of plain words: sentences as long as those of a bulletin, and meaning nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from random import Random


def _listed(text: str, mark: str | None = None) -> tuple[str, ...]:
    return tuple(item.strip() for item in text.split(mark))


_ADJECTIVES = _listed(
    """annual broad brief careful central cheap clear cold common early eastern empty even external final flat formal former
general gradual hard heavy high internal joint late local long low lower main narrow new northern old open outer plain poor present
quiet rapid recent regular second senior separate short slow small southern spare steady strict temporary third upper wide"""
)
_NOUNS = _listed(
    """account agreement assessment auditor basin board bridge budget ceiling channel clause clerk column committee contract
council crew culvert deadline depot district draft drain engineer estimate ferry figure flow forecast fund gate gauge grant group harbour
hearing inquiry inspector invoice ledger letter level limit manager margin meeting member minute notice office order outfall panel paper
permit pier pipe plan pond programme pump quay quota rate record register remedy reply report reserve review route rule schedule season
shift sluice spillway staff station survey target team tender term timetable total tunnel valley valve wall weir winter works"""
)
_VERBS = _listed(
    """accepted altered answered approved avoided changed checked closed confirmed counted covered crossed delayed described dropped
exceeded examined followed held ignored joined listed lowered measured mended missed moved noted opened passed paused planned printed
published raised reached recorded reduced refused renewed repeated replaced returned saved settled shared signed stated stopped tested
traced varied watched weakened widened"""
)
_PLACES = _listed(
    """Aldmoor Bracken Carrow Dunleth Eskerby Fallow Garrick Hexley Inver Jarrow Kelder Lunmoor Marden Nethby Orrick Pelham
Quarle Rannoch Selby Tarrant Ulmere Varley Wexcombe Yarm"""
)
_WHEN = _listed(
    """after the winter | at the second attempt | before the vote | by the end of the month | in the same week | last autumn |
    on the day | since the spring | twice a year | within nine days | without a word | in four places | for the third time""",
    "|",
)
_TEMPLATES = (
    "The {a} {n} {v} the {n} {w}, and the {n} {v} a {a} {n} in {p}",
    "In {p} the {n} {v} its {a} {n} {w}",
    "No {n} {v} the {a} {n}, although the {n} of {p} {v} the {n} {w}",
    "A {a} {n} {v} the {n}, the {n} and the {a} {n} between {p} and {p}",
    "Each {n} {v} {d} {n}s {w}; the {a} {n} {v} the {n}",
    "The {n} {v} the {a} {n} because the {n} in {p} {v} a {n} {w}",
    "It {v} the {n}",
    "Of {d} {n}s the {a} {n} {v} a {a} half {w}",
)


_BEFORE_VOWEL = re.compile(r"\b([Aa]) (?=[aeiou])")


class Prose:
    """A source of sentences; the same seed gives the same ones."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._fields = {"a": _ADJECTIVES, "n": _NOUNS, "v": _VERBS, "p": _PLACES, "w": _WHEN}

    def sentence(self) -> str:
        """Three to twenty words without a full stop."""
        template = self._random.choice(_TEMPLATES)
        filled = "".join(self._fill(part) for part in template.split("{"))
        return _BEFORE_VOWEL.sub(r"\1n ", filled)

    def sentences(self, words: int) -> str:
        """Whole sentences of about so many words in all."""
        return " ".join(f"{sentence}." for sentence in self._until(words))

    def phrase(self) -> str:
        """Five words that could stand in a sentence."""
        choose = self._random.choice
        return f"{choose(_ADJECTIVES)} {choose(_NOUNS)} {choose(_VERBS)} the {choose(_NOUNS)}"

    def title(self) -> str:
        """A headline."""
        phrase = self.phrase()
        return f"{phrase[0].upper()}{phrase[1:]} in {self._random.choice(_PLACES)}"

    def name(self) -> str:
        """A first and a last name that nobody has."""
        first = self._random.choice(_PLACES)[:4].removesuffix("k") + self._random.choice(("a", "an", "en", "is", "o"))
        return f"{first} {self._random.choice(_PLACES)}{self._random.choice(('by', 'son', 'wick', 'worth'))}"

    def _until(self, words: int) -> Iterator[str]:
        while words > 0:
            sentence = self.sentence()
            words -= sentence.count(" ") + 1
            yield sentence

    def _fill(self, part: str) -> str:
        field, brace, rest = part.partition("}")
        if not brace:
            return part
        word = str(self._random.randint(12, 99)) if field == "d" else self._random.choice(self._fields[field])
        return word + rest
