"""Words and figures that turn a meaning, by which a cut is judged; English, like the marks (others follow the language)."""

from __future__ import annotations

import re

NEGATIONS = frozenset({"not", "no", "never", "cannot", "nor", "neither", "none", "nobody", "nothing", "without"})
TURNS = frozenset({"not", "no", "never", "cannot", "but", "unless", "except", "however"})
"""What no ellipsis or bracket swallows unseen."""
QUALIFIERS = frozenset({"but", "unless", "except", "although", "however", "only"})
"""What a quotation may not stop before unseen."""

_TEENS = ("ten", "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen")
_UNITS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", *_TEENS)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_VALUES = {word: value for value, word in enumerate(_UNITS)} | {word: 20 + 10 * index for index, word in enumerate(_TENS)}
_LARGE = frozenset({"hundred", "thousand", "million", "billion", "half", "third", "quarter"})
_SOME_TENS = "|".join(_TENS)
NUMBER_WORDS = re.compile(
    rf"\b(?:(?:{_SOME_TENS})[ -](?:{'|'.join(_UNITS[1:10])})|{'|'.join(sorted(_VALUES, key=len, reverse=True))})\b", re.IGNORECASE
)
FILLERS = re.compile(r"(?:,[ \n]*|(?<![ \n])[ \n]*)\b(?:u+m+|u+h+|e+r+m*|a+h+|m{2,}|h+m+|you know)\b[,…]?", re.IGNORECASE)


def negates(word: str) -> bool:
    """Whether a word is a negation, contracted ones among them."""
    return word.lower() in NEGATIONS or word.lower().endswith("n't")


def is_number(word: str) -> bool:
    """Whether it is a figure or a number word; *one* is more often no number."""
    low = word.lower()
    return any(character.isdigit() for character in word) or (low in _VALUES and low != "one") or low in _LARGE


def turns(word: str) -> bool:
    """Whether leaving the word out can turn the meaning."""
    return word.lower() in TURNS or word.lower().endswith("n't") or is_number(word)


def in_figures(words: re.Match[str]) -> str:
    """A number word of ``NUMBER_WORDS`` in figures: ``twenty-two`` is ``22``."""
    return str(sum(_VALUES[word] for word in re.split("[ -]", words[0].lower())))
