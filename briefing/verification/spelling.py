"""The house's spelling of a word, and others'."""

from __future__ import annotations

import re
from collections.abc import Mapping


def as_others_spell(text: str, spellings: Mapping[str, str]) -> str:
    """The text with the house's spellings replaced, first letters kept in their case."""
    if not spellings:
        return text
    return re.sub(r"[^\W\d_]+", lambda match: _other(match[0], spellings), text)


def _other(word: str, spellings: Mapping[str, str]) -> str:
    other = spellings.get(word.lower())
    if other is None:
        return word
    return other[:1].upper() + other[1:] if word[:1].isupper() else other
