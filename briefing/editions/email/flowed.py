"""Plain text as RFC 3676 ``format=flowed``: a line that ends in a space goes on in the next one.

Readers that know it reflow paragraphs to their window; all others show lines of at most 72 columns, which is why lines are broken at
all. Quoted lines begin with ``> ``; lines that begin with a space, ``>`` or ``From `` get a space in front (space-stuffing), which
readers take off again.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
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


def flowed(passages: Iterable[Passage], placeholder: str = "") -> str:
    """The passages as lines, none of which is ``placeholder`` but where that is meant."""
    lines: list[str] = []
    before: Passage | None = None
    for passage in passages:
        if not passage.text or passage.text.isspace():
            continue
        if before is not None and not passage.attached:
            quote = ">" * min(before.depth, passage.depth - passage.opens) if passage.depth else ""
            lines += [quote] * passage.gap
        if passage.laid_out:
            lines += _laid_out(passage)
        else:
            for line in passage.text.split("\n"):
                lines.append(_wrapped(line, passage.depth, "" if passage.placeholder else placeholder))
        before = passage
    return "\n".join((*lines, ""))


def columns(text: str) -> int:
    """How many columns ``text`` takes on a terminal."""
    if text.isascii() and text.isprintable():  # sooner seen, and true of most cells of tables
        return len(text)
    return len(text) if _NARROW.fullmatch(text) else max(wcswidth(text), 0) or len(text)


def _laid_out(passage: Passage) -> Iterator[str]:
    """Each line as it is, every one stuffed, so that columns stay in line in readers that do not unstuff."""
    quote = ">" * passage.depth
    for line in passage.text.split("\n"):
        if passage.depth + 1 + columns(line) > LONGEST:
            yield _wrapped(line.rstrip(), passage.depth, "")
        else:
            yield f"{quote} {line}".rstrip()


def _wrapped(line: str, depth: int, placeholder: str) -> str:
    """``line`` broken where it has spaces; all but the last piece end in one."""
    words = line.strip(" \t\n")
    if "  " in words or "\t" in words:
        words = _BREAKS.sub(" ", words)
    indent = len(line) - len(line.lstrip(" ")) if line.startswith(" ") else 0
    pieces = _pieces(words, indent, WIDTH - 1 - (depth + 1 if depth else 0))
    if depth:
        quote = ">" * depth
        return f"{quote} " + f" \n{quote} ".join(pieces)
    lines = " \n".join(pieces)
    if indent or ">" in words or "From " in words or (placeholder and placeholder in words):
        return "\n".join([_stuffed(line, placeholder) for line in lines.split("\n")])
    return lines


def _stuffed(line: str, placeholder: str) -> str:
    return f" {line}" if line.startswith(_STUFFED) or line.strip() == placeholder else line


def _pieces(words: str, indent: int, width: int) -> list[str]:
    """``words``, which have one blank between them, in pieces that fit; before the first are so many blanks."""
    if indent + len(words) <= width and words.isascii():
        return [" " * indent + words]
    if indent or width <= len(_SIGNATURE) or not _NARROW.fullmatch(words):
        return list(_pieces_by_columns(" " * indent + words, indent, width))
    return _folds(width).findall(words)


@cache
def _folds(width: int) -> re.Pattern[str]:
    """What a piece may be: as many words as fit or one that does not fit; behind what would begin a signature, one more."""
    signature = f"{_SIGNATURE} [^ ]"
    return re.compile(f"((?!{signature}{{{width - 2},}}).{{1,{width}}}|{signature}+|[^ ]+)(?: |$)")


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
