"""Text as it is compared: no case, no accents, nothing invisible; and its bare letters, in which no spacing can hide a name."""

from __future__ import annotations

import re
from unicodedata import normalize

_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e0fff"
_DROPPED = re.compile(f"[{_MARKS}{_INVISIBLE}]")
_NO_LETTER = re.compile(r"[\W_]+")
_ASCII_NO_LETTERS = bytes(code for code in range(128) if not chr(code).isalnum())


def folded(text: str) -> str:
    """Lower case, accents taken off, invisible characters gone; every line keeps its number."""
    if text.isascii():
        return text.lower()
    return _DROPPED.sub("", normalize("NFKD", text).casefold())


def letters(text: str) -> str:
    """The letters and digits of a folded text, end to end."""
    if text.isascii():
        return text.encode("ascii").translate(None, _ASCII_NO_LETTERS).decode("ascii")
    return _NO_LETTER.sub("", text)
