"""Tables: those that hold data, and the one-cell ones that draw a rule or a ground Outlook shows too."""

from __future__ import annotations

from itertools import chain, repeat

from briefing.editions.email.html_inlines import inlines
from briefing.editions.email.mailing import Mailing
from briefing.model import Alignment, Inlines, Table

LAYOUT = '<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0"'
"""How every table begins that is no table to a reader (WAI-ARIA ``presentation``)."""

_ALIGN = {Alignment.NONE: "left", Alignment.LEFT: "left", Alignment.CENTER: "center", Alignment.RIGHT: "right"}


def boxed(cell: str, html: str, *, hidden: bool = False) -> str:
    """``html`` in a table of one cell; ``hidden`` from assistive technology where it repeats words."""
    attributes = ' aria-hidden="true"' if hidden else ""
    return f'{LAYOUT}{attributes} style="margin:0 0 22px"><tr><td {cell}>\n{html}\n</td></tr></table>'


def table(mailing: Mailing, block: Table) -> str:
    """A table of data with its header row."""
    head = _row(mailing, block.header, block.alignments, 'th scope="col"', mailing.looks.head_cell)
    rows = "\n".join(_row(mailing, row, block.alignments, "td", mailing.looks.cell) for row in block.rows)
    return f'<table style="width:100%;margin:0 0 22px;border-collapse:collapse">\n{head}\n{rows}\n</table>'


def _row(mailing: Mailing, cells: tuple[Inlines, ...], alignments: tuple[Alignment, ...], opening: str, style: str) -> str:
    element = opening.split(maxsplit=1)[0]
    inside = "\n".join(
        f'<{opening} style="{style};text-align:{_ALIGN[alignment]}">{inlines(mailing, cell)}</{element}>'
        for cell, alignment in zip(cells, chain(alignments, repeat(Alignment.NONE)), strict=False)
    )
    return f"<tr>\n{inside}\n</tr>"
