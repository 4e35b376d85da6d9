"""Private-use characters that carry the scanner's finds through Python-Markdown; copy that holds any is refused first."""

from __future__ import annotations

import re
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
    return f"{kind}{chr(_DIGIT + high)}{chr(_DIGIT + low)}"


def parse(match: re.Match[str]) -> tuple[Token, int]:
    """Kind and index of a match of ``PATTERN``."""
    kind, high, low = match.groups()
    return _BY_SIGN[kind], (ord(high) - _DIGIT) * _BASE + ord(low) - _DIGIT
