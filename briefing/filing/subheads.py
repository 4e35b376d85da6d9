"""Which paragraphs of a plain text are subheads: short, without a full stop, between paragraphs that are neither."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from briefing.filing.paragraphs import Filed, Shape
from briefing.reading.marks import ENGLISH

_LONGEST, _MOST_WORDS = 70, 9
_ENDS = tuple('.,;:!?…—–-"”')
_SENTENCE = re.compile(r"[.!?…][”’\"')]*$")


def subheads(found: Sequence[Filed], marked: Collection[str] = ()) -> frozenset[int]:
    """The numbers of those paragraphs; ``marked`` are texts that the file itself sets as headings."""
    return frozenset(number for number, one in enumerate(found) if folded(one.text) in marked or _looks_so(found, number))


def _looks_so(found: Sequence[Filed], number: int) -> bool:
    if number + 1 >= len(found) or not _is_short(found[number]):
        return False
    behind, before = found[number + 1], found[number - 1] if number else None
    goes_on = behind.shape is Shape.LIST or _SENTENCE.search(behind.text) is not None
    # a short line behind one that ends in the middle of a sentence goes on with it
    return goes_on and (before is None or before.shape is not Shape.TEXT or _SENTENCE.search(before.text) is not None)


def _is_short(one: Filed) -> bool:
    text = one.text
    return (
        one.shape is Shape.TEXT
        and len(one.lines) == 1
        and len(text) <= _LONGEST
        and len(text.split()) <= _MOST_WORDS
        and not text.endswith(_ENDS)
        and not any(mark in text for mark in (ENGLISH.opening, ENGLISH.closing, '"'))
        and any(map(str.isalnum, text))
        and (text[0].isupper() or text[0].isdigit() or text[0] in "‘'")
    )


def folded(text: str) -> str:
    """All spaces equal."""
    return " ".join(text.split())
