"""Quotations of a filed text, and where the citation of each is to stand."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.reading.marks import ENGLISH

TODO = "[@todo]"
"""A citation to fill in: no source has this key, so that a check names every one that is left (C201)."""
_END = re.compile(r"[.!?…]+[’')\]]*(?=\s+[“‘A-Z0-9(\[]|\s*$)")
_ENDED = re.compile(r"[.!?…]\s*$")
_GOES_ON = re.compile(r"\s+[“‘A-Z0-9(\[]|\s*$")
_CITED = re.compile(r"[^“”]*?\[@[a-z0-9]")


@dataclass(frozen=True, slots=True)
class FiledQuotation:
    """A quotation by the paragraphs it stands in."""

    first: int
    """Number of the paragraph in which it begins."""
    last: int
    words: str
    """Its words in its first paragraph, marks included."""


@dataclass(frozen=True, slots=True)
class Cited:
    """Paragraphs with their citations to fill in."""

    paragraphs: tuple[str, ...]
    quotations: tuple[FiledQuotation, ...]
    added: int
    unclosed: int


def cite(paragraphs: Sequence[str], running: Sequence[bool]) -> Cited:
    """Every quotation given a citation, unless one follows it already; ``running``: which paragraphs are running text."""
    written = list(paragraphs)
    found: list[FiledQuotation] = []
    begun: tuple[int, str] | None = None
    added = unclosed = 0
    for number, text in enumerate(paragraphs):
        if begun and not (running[number] and text.startswith(ENGLISH.opening)):
            begun, unclosed = None, unclosed + 1
        if not running[number]:
            continue
        places: list[int] = []
        at = 1 if begun else 0
        while True:
            if begun is None:
                start = text.find(ENGLISH.opening, at)
                if start == -1:
                    break
                begun, at = (number, text[start : start + 60]), start + 1
            end = text.find(ENGLISH.closing, at)
            if end == -1:
                break
            found.append(FiledQuotation(begun[0], number, begun[1].partition(ENGLISH.closing)[0]))
            begun, at = None, end + 1
            if not _CITED.match(text, at):
                places.append(_place(text, end))
        added += len(places)
        for place in reversed(places):
            written[number] = f"{written[number][:place].rstrip()} {TODO}{written[number][place:]}"
    return Cited(tuple(written), tuple(found), added, unclosed + (begun is not None))


def _place(text: str, closing: int) -> int:
    """Behind the sentence in which the quotation closes; behind its mark, where another one begins before that."""
    behind = closing + 1
    if _ENDED.search(text[:closing]) and _GOES_ON.match(text, behind):
        return behind
    end = _END.search(text, behind)
    limit = text.find(ENGLISH.opening, behind)
    if end is not None and (limit == -1 or end.end() <= limit):
        return end.end()
    return behind if limit != -1 else len(text)
