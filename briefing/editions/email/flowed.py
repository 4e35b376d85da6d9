"""Plain text as RFC 3676 ``format=flowed``: a line that ends in a space goes on in the next one.

Readers that know it reflow paragraphs to their window; all others show lines of at most 72 columns, which is why lines are broken at
all. Quoted lines begin with ``> ``; lines that begin with a space, ``>`` or ``From `` get a space in front (space-stuffing), which
readers take off again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from wcwidth import wcswidth

WIDTH = 72
LONGEST = 78
"""RFC 3676, 4.2: no line should be longer; only an address that has no spaces is."""

_BREAKS = re.compile(r"[ \t\n]+")  # not at no-break spaces, which are kept as filed
_NARROW = re.compile(r"[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027]*")
"""Latin letters and the punctuation of running text: a column each, which saves the look into the tables."""
_STUFFED = (" ", ">", "From ")


@dataclass(frozen=True, slots=True)
class Passage:
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
    return "".join(f"{line}\n" for line in _lines(passages, alone))


def columns(text: str) -> int:
    """How many columns ``text`` takes on a terminal."""
    return len(text) if _NARROW.fullmatch(text) else max(wcswidth(text), 0) or len(text)


def _lines(passages: Iterable[Passage], alone: frozenset[str]) -> Iterator[str]:
    before: Passage | None = None
    for passage in passages:
        if not passage.text.strip():
            continue
        if before is not None and not passage.attached:
            yield from [">" * min(before.depth, passage.depth - passage.opens)] * passage.gap
        yield from _laid_out(passage) if passage.laid_out else _reflowable(passage, alone)
        before = passage


def _laid_out(passage: Passage) -> Iterator[str]:
    """Each line as it is, every one stuffed, so that columns stay in line in readers that do not unstuff."""
    quote = ">" * passage.depth
    for line in passage.text.split("\n"):
        if passage.depth + 1 + columns(line) > LONGEST:
            yield from _wrapped(line.rstrip(), passage.depth, frozenset())
        else:
            yield f"{quote} {line}".rstrip()


def _reflowable(passage: Passage, alone: frozenset[str]) -> Iterator[str]:
    for line in passage.text.split("\n"):
        yield from _wrapped(line, passage.depth, frozenset() if passage.placeholder else alone)


def _wrapped(line: str, depth: int, alone: frozenset[str]) -> Iterator[str]:
    """``line`` broken where it has spaces; all but the last piece end in one."""
    indent = line[: len(line) - len(line.lstrip(" "))]
    pieces = list(_pieces(_BREAKS.split(line.strip(" \t\n")), WIDTH - 1 - (depth + 1 if depth else 0), indent))
    for piece in pieces[:-1]:
        yield _stuffed(f"{piece} ", depth, alone)
    yield _stuffed(pieces[-1], depth, alone)


def _pieces(words: list[str], width: int, indent: str) -> Iterator[str]:
    piece, taken = "", 0
    for word in words:
        needed = columns(word)
        # "-- " alone would begin a signature (RFC 3676, 4.3)
        if piece and taken + 1 + needed > width and piece != "--":
            yield piece
            piece, taken = word, needed
        elif piece:
            piece, taken = f"{piece} {word}", taken + 1 + needed
        else:
            piece, taken = indent + word, len(indent) + needed
    yield piece


def _stuffed(line: str, depth: int, alone: frozenset[str]) -> str:
    if depth:
        return f"{'>' * depth} {line}"
    return f" {line}" if line.startswith(_STUFFED) or line.strip() in alone else line
