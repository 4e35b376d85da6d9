"""Tables: those that hold data, and the one-cell ones that draw a rule or a ground Outlook shows too."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain, repeat, zip_longest
from typing import NamedTuple

from briefing.editions.email.html_inlines import inlines
from briefing.editions.email.looks import GUTTER, TELEPHONE, WIDTH
from briefing.editions.email.sheet import Sheet
from briefing.model import Alignment, Inlines, Table
from briefing.model.words import plain

LAYOUT = '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'
"""How every table begins that is no table to a reader (WAI-ARIA ``presentation``)."""

_SIDE = {Alignment.NONE: "", Alignment.LEFT: "", Alignment.CENTER: "center", Alignment.RIGHT: "right"}

_NARROWEST = 320 - 2 * GUTTER
_UNBROKEN = ((TELEPHONE - 2 * GUTTER, ' class="s"'), (WIDTH - 2 * GUTTER, ' class="t"'))
"""A table that needs no more room than this has the class whose words are left whole where there is as much."""
_SIZE = 15
_NARROW, _SLIM, _WIDE = frozenset("fijltI .,:;!'’‘|[]/"), frozenset("ckrsvxyz-()J"), frozenset("mwMW%@—")
_WIDEST = 0.92
_LATIN = 0x300
"""What has a higher number may be as wide as high."""


def _share(letter: str) -> float:
    """Of the size, by kinds of letters."""
    if letter in _NARROW:
        return 0.31
    if letter in _WIDE:
        return _WIDEST
    return 0.7 if letter.isupper() else 0.5 if letter in _SLIM else 0.56


_SHARES = {letter: _share(letter) for letter in map(chr, range(_LATIN))}
_BOLD = 1.08
"""How much more a letter of bold takes."""
_BROKEN = 20
"""Pixels for a column whose words may be broken."""
_ROOMY, _CLOSE = 8, 4
"""Padding of a cell, in a table of few columns that fits everywhere and in any other: an attribute of the table, which costs no cell a byte."""
_FEW = 4


def boxed(cell: str, html: str, *, hidden: bool = False) -> str:
    """``html`` in a table of one cell; ``hidden`` from assistive technology where it repeats words."""
    attributes = ' aria-hidden="true"' if hidden else ""
    return f'{LAYOUT}{attributes} style="margin:0 0 22px"><tr><td {cell}>\n{html}\n</td></tr></table>'


class _Column(NamedTuple):
    """What the cells of a column have in common, besides what a header and a body cell differ in."""

    named: str
    side: str
    broken: str

    def head(self, style: str) -> str:
        """How its header cell begins; programs would centre the words."""
        return f'<th{self.named} scope="col" align="{self.side or "left"}" style="{style}{self.broken}">'

    def cell(self, style: str) -> str:
        """How its other cells begin; programs put words at the left of themselves."""
        aligned = f' align="{self.side}"' if self.side else ""
        return f'<td{self.named}{aligned} style="{style}{self.broken}">'


def table(sheet: Sheet, block: Table) -> str:
    """A table of data with its header row, in which words are broken only where a telephone has no room for them."""
    columns, padding = _columns(sheet, block)
    head = _row(sheet, block.header, [column.head(sheet.looks.head_cell) for column in columns], "</th>")
    openings = [column.cell(sheet.looks.cell) for column in columns]
    inside = "".join((head, *(_row(sheet, row, openings, "</td>") for row in block.rows)))
    style = "width:100%;margin:0 0 22px;word-break:normal"
    return f'<table cellpadding="{padding}" cellspacing="0" style="{style}"><tbody valign="top">\n{inside}\n</tbody></table>'


def _row(sheet: Sheet, cells: tuple[Inlines, ...], openings: Sequence[str], closing: str) -> str:
    inside = [f"{opening}{inlines(sheet, cell)}{closing}" for cell, opening in zip(cells, openings, strict=False)]
    return f"<tr>{''.join(inside)}</tr>"


def _columns(sheet: Sheet, block: Table) -> tuple[tuple[_Column, ...], int]:
    """The columns, and the padding that all their cells have."""
    longest = _longest_words(sheet, block)
    roomy = len(longest) <= _FEW and _taken(longest, frozenset(), _ROOMY) <= _NARROWEST
    padding = _ROOMY if roomy else _CLOSE
    whole = _taken(longest, frozenset(), padding)
    breakable = _breakable(longest, padding) if whole > _NARROWEST else frozenset()
    named = next((name for room, name in _UNBROKEN if whole <= room), "")
    sides = chain(block.alignments, repeat(Alignment.NONE))
    columns = (
        _Column(named, _SIDE[side], ";word-break:break-word") if at in breakable else _Column("", _SIDE[side], "")
        for at, side in zip(range(len(longest)), sides, strict=False)
    )
    return tuple(columns), padding


def _longest_words(sheet: Sheet, block: Table) -> list[float]:
    """The pixels of each column's longest word; the header is bold."""
    rows = [[_longest_word(plain(sheet.issue, cell)) for cell in row] for row in (block.header, *block.rows)]
    rows[0] = [width * _BOLD for width in rows[0]]
    return [max(column) for column in zip_longest(*rows, fillvalue=0.0)]


def _longest_word(text: str) -> float:
    return max(map(_pixels, text.replace("-", "- ").split(" ")))


def _pixels(word: str) -> float:
    """A little more than Arial takes: what is estimated too short makes a mail scroll sideways."""
    known = map(_SHARES.__getitem__, word) if word.isascii() else (_SHARES.get(letter, _WIDEST) for letter in word)
    return _SIZE * sum(known)


def _breakable(longest: Sequence[float], padding: int) -> frozenset[int]:
    """The fewest columns, those of the longest words first, that must give way on the narrowest screen."""
    widest_first = sorted(range(len(longest)), key=lambda at: -longest[at])
    candidates = (frozenset(widest_first[:count]) for count in range(1, len(longest)))
    return next((some for some in candidates if _taken(longest, some, padding) <= _NARROWEST), frozenset(widest_first))


def _taken(longest: Sequence[float], breakable: frozenset[int], padding: int) -> float:
    words = [min(_BROKEN, width) if at in breakable else width for at, width in enumerate(longest)]
    return sum(words) + 2 * padding * len(longest)
