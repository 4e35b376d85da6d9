"""Tables: those that hold data, and the one-cell ones that draw a rule or a ground Outlook shows too."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat, zip_longest
from typing import NamedTuple

from briefing.editions.email.html_inlines import inlines
from briefing.editions.email.looks import GUTTER, TELEPHONE, WIDTH
from briefing.editions.email.mailing import Mailing
from briefing.model import Alignment, Inlines, Table
from briefing.model.words import plain

LAYOUT = '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'
"""How every table begins that is no table to a reader (WAI-ARIA ``presentation``)."""

_ALIGN = {Alignment.NONE: "left", Alignment.LEFT: "left", Alignment.CENTER: "center", Alignment.RIGHT: "right"}

_NARROWEST = 320 - 2 * GUTTER
_UNBROKEN = ((TELEPHONE - 2 * GUTTER, ' class="s"'), (WIDTH - 2 * GUTTER, ' class="t"'))
"""A table that needs no more room than this has the class whose words are left whole where there is as much."""
_LETTER = 8.5
"""Pixels for a letter of a cell: more than the average letter of Arial's bold takes at 15 px."""
_BROKEN = 30
"""Pixels for a column whose words may be broken."""
_ROOMY, _CLOSE = 8, 4
"""Padding left and right of a cell, in a table of few columns and of many."""
_FEW = 4


def boxed(cell: str, html: str, *, hidden: bool = False) -> str:
    """``html`` in a table of one cell; ``hidden`` from assistive technology where it repeats words."""
    attributes = ' aria-hidden="true"' if hidden else ""
    return f'{LAYOUT}{attributes} style="margin:0 0 22px"><tr><td {cell}>\n{html}\n</td></tr></table>'


class _Column(NamedTuple):
    """What the cells of a column have in common, around what a header and a body cell differ in."""

    named: str
    before: str
    after: str


def table(mailing: Mailing, block: Table) -> str:
    """A table of data with its header row, in which words are broken only where a telephone has no room for them."""
    columns = _columns(mailing, block)
    head = _row(mailing, block.header, columns, ("th", ' scope="col"', mailing.looks.head_cell))
    rows = (_row(mailing, row, columns, ("td", "", mailing.looks.cell)) for row in block.rows)
    inside = "\n".join((head, *rows))
    return f'<table style="width:100%;margin:0 0 22px;border-collapse:collapse;word-break:normal">\n{inside}\n</table>'


def _columns(mailing: Mailing, block: Table) -> tuple[_Column, ...]:
    longest = _longest_words(mailing, block)
    padding = _ROOMY if len(longest) <= _FEW else _CLOSE
    breakable = _breakable(longest, padding)
    whole = _taken(longest, frozenset(), padding)
    named = next((name for room, name in _UNBROKEN if whole <= room), "")
    sides = chain(block.alignments, repeat(Alignment.NONE))
    return tuple(
        _Column(
            named if at in breakable else "",
            f"padding:8px {padding}px",
            f"text-align:{_ALIGN[side]}{';word-break:break-word' if at in breakable else ''}",
        )
        for at, side in zip(range(len(longest)), sides, strict=False)
    )


def _row(mailing: Mailing, cells: tuple[Inlines, ...], columns: tuple[_Column, ...], opening: tuple[str, str, str]) -> str:
    element, scope, style = opening
    inside = "\n".join(
        f'<{element}{column.named}{scope} style="{column.before};{style};{column.after}">{inlines(mailing, cell)}</{element}>'
        for cell, column in zip(cells, columns, strict=False)
    )
    return f"<tr>\n{inside}\n</tr>"


def _longest_words(mailing: Mailing, block: Table) -> list[int]:
    """The letters of each column's longest word."""
    columns = zip_longest(block.header, *block.rows, fillvalue=())
    return [max(_longest_word(plain(mailing.issue, cell)) for cell in column) for column in columns]


def _longest_word(text: str) -> int:
    return max(map(len, text.replace("-", " ").split(" ")))


def _breakable(longest: Sequence[int], padding: int) -> frozenset[int]:
    """The fewest columns, those of the longest words first, that must give way on the narrowest screen."""
    widest_first = sorted(range(len(longest)), key=lambda at: -longest[at])
    candidates = (frozenset(widest_first[:count]) for count in range(len(longest)))
    return next((some for some in candidates if _taken(longest, some, padding) <= _NARROWEST), frozenset(widest_first))


def _taken(longest: Sequence[int], breakable: frozenset[int], padding: int) -> float:
    words = (min(_BROKEN, letters * _LETTER) if at in breakable else letters * _LETTER for at, letters in enumerate(longest))
    return sum(words) + 2 * padding * len(longest)
