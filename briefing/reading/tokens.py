"""Private-use characters that carry the scanner's finds through Python-Markdown; copy that holds any is refused first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum

_DIGIT = 0xE000
_BASE = 1024


class Token(StrEnum):
    """What a token stands for."""

    BREAK = "\U000f0000"
    CITATION = "\U000f0001"
    FOOTNOTE = "\U000f0002"
    PART_OPENS = "\U000f0003"
    PART_CLOSES = "\U000f0004"
    PULL_OPENS = "\U000f0005"
    PULL_CLOSES = "\U000f0006"


_BY_SIGN = {kind.value: kind for kind in Token}
PATTERN = re.compile("([\U000f0000-\U000f0006])([\ue000-\ue3ff])([\ue000-\ue3ff])")


def token(kind: Token, index: int = 0) -> str:
    """Three characters that no copy contains: the kind and an index below 2^20."""
    high, low = divmod(index, _BASE)
    return kind + chr(_DIGIT + high) + chr(_DIGIT + low)


def parsed(text: str) -> tuple[str, Iterator[tuple[Token, int, str]]]:
    """The words before the first token of ``text``, then each token's kind and index with the words behind it."""
    if text.isascii():
        return text, iter(())
    words, *rest = PATTERN.split(text)
    return words, map(_token_and_words, rest[::4], rest[1::4], rest[2::4], rest[3::4])


def _token_and_words(kind: str, high: str, low: str, words: str) -> tuple[Token, int, str]:
    return _BY_SIGN[kind], (ord(high) - _DIGIT) * _BASE + ord(low) - _DIGIT, words
