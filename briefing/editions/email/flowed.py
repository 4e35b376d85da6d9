"""Plain text as RFC 3676 ``format=flowed``: a line that ends in a space goes on in the next one.

Readers that know it reflow paragraphs to their window; all others show lines of at most 72 columns, which is why lines are broken at
all. Quoted lines begin with ``> ``; lines that begin with a space, ``>`` or ``From `` get a space in front (space-stuffing), which
readers take off again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from wcwidth import wcswidth

WIDTH = 72
LONGEST = 78
"""RFC 3676, 4.2: no line should be longer; only an address that has no spaces is."""

_BREAKS = re.compile(r"[ \t\n]+")  # not at no-break spaces, which are kept as filed
_NARROW = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027]*")
"""Latin letters and the punctuation of running text: a column each, which saves the look into the tables."""
_STUFFED = (" ", ">", "From ")
_SIGNATURE = "--"
"""With a blank behind it, a line of its own would begin a signature (RFC 3676, 4.3)."""


class Passage(NamedTuple):
    """A run of plain text with blank lines around it; a line end in it is a line break that is meant."""

    text: str
    depth: int = 0
    """How many quotations it stands in."""
    declared: bool = False
    """Whether it is a line of the edition's own and not the issue's words."""
    placeholder: bool = False
    """Whether it is what a provider puts its own value for."""
    laid_out: bool = False
    """Whether its lines are to stand as they are, blanks included: tables and code."""
    attached: bool = False
    """Whether it stands right under what is before it."""
    gap: int = 1
    """Blank lines before it."""
    opens: bool = False
    """Whether the innermost of those quotations begins with it: two in a row are not one."""


def flowed(passages: Iterable[Passage], alone: frozenset[str] = frozenset()) -> str:
    """The passages as lines; ``alone`` are lines that no other passage may consist of than a provider's placeholder."""
    lines: list[str] = []
    before: Passage | None = None
    for passage in passages:
        if not passage.text or passage.text.isspace():
            continue
        if before is not None and not passage.attached:
            lines += [">" * min(before.depth, passage.depth - passage.opens)] * passage.gap
        lines += _laid_out(passage) if passage.laid_out else _reflowable(passage, alone)
        before = passage
    return "\n".join((*lines, ""))


def columns(text: str) -> int:
    """How many columns ``text`` takes on a terminal."""
    return len(text) if _NARROW.fullmatch(text) else max(wcswidth(text), 0) or len(text)


def _laid_out(passage: Passage) -> Iterator[str]:
    """Each line as it is, every one stuffed, so that columns stay in line in readers that do not unstuff."""
    quote = ">" * passage.depth
    for line in passage.text.split("\n"):
        if passage.depth + 1 + columns(line) > LONGEST:
            yield from _wrapped(line.rstrip(), passage.depth, frozenset())
        else:
            yield f"{quote} {line}".rstrip()


def _reflowable(passage: Passage, alone: frozenset[str]) -> list[str]:
    alone = frozenset() if passage.placeholder else alone
    return [piece for line in passage.text.split("\n") for piece in _wrapped(line, passage.depth, alone)]


def _wrapped(line: str, depth: int, alone: frozenset[str]) -> list[str]:
    """``line`` broken where it has spaces; all but the last piece end in one."""
    words = line.strip(" \t\n")
    if "  " in words or "\t" in words:
        words = _BREAKS.sub(" ", words)
    indent = len(line) - len(line.lstrip(" "))
    pieces = _pieces(" " * indent + words, indent, WIDTH - 1 - (depth + 1 if depth else 0))
    whole = [*[f"{piece} " for piece in pieces[:-1]], pieces[-1]]
    if depth:
        quote = ">" * depth
        return [f"{quote} {piece}" for piece in whole]
    return [f" {piece}" if piece.startswith(_STUFFED) or piece.strip() in alone else piece for piece in whole]


def _pieces(words: str, indent: int, width: int) -> list[str]:
    """``words``, which have one blank between them and so many before the first, in pieces that fit."""
    if not _NARROW.fullmatch(words):
        return list(_pieces_by_columns(words, indent, width))
    pieces: list[str] = []
    start, first = 0, indent
    while len(words) - start > width:
        end = words.rfind(" ", first, start + width + 1)
        if end < 0 or words[start:end] == _SIGNATURE:
            end = words.find(" ", max(first, end + 1))
        if end < 0:
            break
        pieces.append(words[start:end])
        start = first = end + 1
    pieces.append(words[start:])
    return pieces


def _pieces_by_columns(words: str, indent: int, width: int) -> Iterator[str]:
    """The same, where characters may be wide or take no room at all: word by word."""
    first, *others = words[indent:].split(" ")
    piece = words[:indent] + first
    taken = indent + columns(first)
    for word in others:
        needed = columns(word)
        if taken + 1 + needed > width and piece != _SIGNATURE:
            yield piece
            piece, taken = word, needed
        else:
            piece, taken = f"{piece} {word}", taken + 1 + needed
    yield piece
