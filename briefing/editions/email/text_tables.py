"""Tables as plain text: in columns where they fit, else a cell a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, repeat, zip_longest

from briefing.editions.email.flowed import WIDTH, Passage, columns
from briefing.editions.email.mailing import Mailing
from briefing.editions.email.text_inlines import addresses, inlines
from briefing.model import Alignment, Link, Table

_BETWEEN = "  "


def table(mailing: Mailing, block: Table, depth: int) -> Iterator[Passage]:
    """The table, and below it where its links lead."""
    rows = (block.header, *block.rows)
    links: list[Link] = []
    cells = [[" ".join(inlines(mailing, cell, links).split()) for cell in row] for row in rows]
    widths = [max(map(columns, column)) for column in zip_longest(*cells, fillvalue="")]
    if sum(widths) + len(_BETWEEN) * (len(widths) - 1) <= WIDTH - 1 - depth:
        yield from _in_columns(cells, widths, block.alignments, depth)
    else:
        yield from (Passage("\n".join(filter(None, row)), depth) for row in cells)
    yield from addresses(mailing, links, depth)


def _in_columns(cells: list[list[str]], widths: list[int], alignments: tuple[Alignment, ...], depth: int) -> Iterator[Passage]:
    header, *rows = [_aligned(row, widths, alignments) for row in cells]
    yield Passage(header, depth, laid_out=True)
    yield Passage(_BETWEEN.join("-" * width for width in widths), depth, declared=True, laid_out=True, attached=True)
    yield Passage("\n".join(rows), depth, laid_out=True, attached=True)


def _aligned(row: list[str], widths: list[int], alignments: tuple[Alignment, ...]) -> str:
    sides = chain(alignments, repeat(Alignment.NONE))
    return _BETWEEN.join(_cell(text, width, side) for text, width, side in zip(row, widths, sides, strict=False)).rstrip()


def _cell(text: str, width: int, side: Alignment) -> str:
    room = width - columns(text)
    match side:
        case Alignment.RIGHT:
            return " " * room + text
        case Alignment.CENTER:
            return " " * (room // 2) + text + " " * (room - room // 2)
        case Alignment.LEFT | Alignment.NONE:
            return text + " " * room
