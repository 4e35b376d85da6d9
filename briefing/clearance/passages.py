"""Where a quotation stands in a document that is published: only to mark it there. Whether it is right, verification says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeVar

Spans = tuple[tuple[int, int], ...]
T = TypeVar("T")

_CUT = re.compile(r"…|\.\.\.|[^\W_]*\[[^\[\]]*\][^\W_]*")
_FIRST_LETTER = re.compile(r"\[(\w)\](?=\w)")
_WORD = re.compile(r"[^\W_]+")
_END = re.compile(r"[.?!][”’\s]*$")
_PAGE = re.compile(r"pp?\. (\d+)")
_SECTION = re.compile(r"Q\d+|(?:\d+:)?\d{1,2}:\d{2}")
"""Questions of a hearing and times of a recording, as they stand before what they number."""
MAY_STAND_ANYWHERE = 4
"""Fewer words may: they are marked only where the citation or the document leaves no doubt."""


def passage(parts: Sequence[str], text: str, where: str = "") -> Spans:
    """The pieces of a quotation between its marked cuts, in order, as near to each other as can be; none unless all are there.

    Of several places, one in the page, question or time that ``where`` names is taken first.
    """
    words = _FIRST_LETTER.sub(r"\1", " ".join(parts))
    pieces = [_pattern(piece) for piece in _CUT.split(words) if _WORD.search(piece)]
    found = list(_chains(pieces, text)) if pieces else []
    named = _named(where, text)
    there = [spans for spans in found if spans[0][0] in named]
    if len(words_of(parts)) < MAY_STAND_ANYWHERE and len(there) != 1:
        return ()
    return min(there or found, key=lambda spans: spans[-1][1] - spans[0][0], default=())


def words_of(parts: Sequence[str]) -> tuple[str, ...]:
    """The words of a quotation as they are counted here."""
    return tuple(_WORD.findall(_FIRST_LETTER.sub(r"\1", " ".join(parts))))


def _chains(pieces: Sequence[re.Pattern[str]], text: str) -> Iterator[Spans]:
    for first in pieces[0].finditer(text):
        spans = [first.span()]
        for piece in pieces[1:]:
            if (found := piece.search(text, spans[-1][1])) is None:
                return
            spans.append(found.span())
        yield tuple(spans)


def _pattern(piece: str) -> re.Pattern[str]:
    """Its words in order, whatever marks, dashes and line ends stand between them; the first letter of either case."""
    first, *rest = _WORD.findall(piece)
    begins = f"(?i:{re.escape(first[0])}){re.escape(first[1:])}"
    words = r"[\W_]+".join((begins, *map(re.escape, rest)))
    return re.compile(rf"(?<!\w){words}(?!\w){'[.?!]?' if _END.search(piece) else ''}")


def _named(where: str, text: str) -> range:
    """The characters that a citation's page, question or time names; all of them where it names none that can be found."""
    if page := _PAGE.match(where):
        begins = {number: found.end() for number, found in enumerate(re.finditer(r"\A|\f", text), 1)}
        return _from(begins, int(page[1]), text)
    label = where.partition(",")[0]
    if _SECTION.fullmatch(label):
        starts = re.finditer(rf"^\W*(?P<label>{_SECTION.pattern})\b", text, re.MULTILINE)
        return _from({found["label"]: found.start() for found in starts}, label, text)
    return range(len(text))


def _from(begins: Mapping[T, int], wanted: T, text: str) -> range:
    """From where the wanted one begins to where the next does."""
    if wanted not in begins:
        return range(len(text))
    end = min((begin for begin in begins.values() if begin > begins[wanted]), default=len(text))
    return range(begins[wanted], end)
