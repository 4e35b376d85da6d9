"""Tables as plain text: in columns where they fit, else a cell a line."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice, repeat, zip_longest

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
    taken = [list(map(columns, row)) for row in cells]
    widths = list(map(max, zip_longest(*taken, fillvalue=0)))
    if sum(widths) + len(_BETWEEN) * (len(widths) - 1) <= WIDTH - 1 - depth:
        sides = tuple(islice(chain(block.alignments, repeat(Alignment.NONE)), len(widths)))
        yield from _in_columns([_aligned(*row, widths, sides) for row in zip(cells, taken, strict=True)], widths, depth)
    else:
        yield from (Passage("\n".join(filter(None, row)), depth) for row in cells)
    yield from addresses(mailing, links, depth)


def _in_columns(lines: list[str], widths: list[int], depth: int) -> Iterator[Passage]:
    header, *rows = lines
    yield Passage(header, depth, laid_out=True)
    yield Passage(_BETWEEN.join("-" * width for width in widths), depth, declared=True, laid_out=True, attached=True)
    yield Passage("\n".join(rows), depth, laid_out=True, attached=True)


def _aligned(row: list[str], taken: list[int], widths: list[int], sides: tuple[Alignment, ...]) -> str:
    cells = [_cell(text, width - has, side) for text, has, width, side in zip(row, taken, widths, sides, strict=False)]
    return _BETWEEN.join(cells).rstrip()


def _cell(text: str, room: int, side: Alignment) -> str:
    before = room if side is Alignment.RIGHT else room // 2 if side is Alignment.CENTER else 0
    return f"{' ' * before}{text}{' ' * (room - before)}"
