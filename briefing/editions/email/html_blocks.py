"""The blocks of an issue's copy as HTML."""

from __future__ import annotations

from typing import assert_never

from briefing.editions.email.escaping import escaped, escaped_lines
from briefing.editions.email.html_inlines import citation_marker, inlines
from briefing.editions.email.html_tables import boxed, table
from briefing.editions.email.links import image_source
from briefing.editions.email.looks import GUTTER, WIDTH
from briefing.editions.email.mailing import Mailing
from briefing.model import (
    Block,
    Blocks,
    BulletList,
    CodeBlock,
    DisplayedQuotation,
    Divider,
    Extract,
    Figure,
    Heading,
    OrderedList,
    Paragraph,
    Table,
)

DEEPEST_INDENT = 3
"""Lists nested deeper are not set in any further: twenty levels would leave no room for words on a telephone."""

_MEASURE = WIDTH - 2 * GUTTER
"""CSS pixels between the gutters: as wide as a picture is shown, and never wider than the picture is."""


def blocks(mailing: Mailing, content: Blocks, depth: int = 0) -> str:
    """``content`` as HTML, a block a line; ``depth`` is the number of lists around it."""
    return "\n".join([block(mailing, one, depth) for one in content])


def labelled(mailing: Mailing, label: str, content: Blocks) -> str:
    """``content`` with a label before its first words, as a footnote has."""
    match content:
        case (Paragraph(_, words), *rest):
            return f"<p {mailing.looks.text}>{escaped(label)} {inlines(mailing, words)}</p>\n{blocks(mailing, tuple(rest))}"
        case _:
            return f"<p {mailing.looks.text}>{escaped(label)}</p>\n{blocks(mailing, content)}"


def block(mailing: Mailing, one: Block, depth: int = 0) -> str:
    """``one`` as HTML."""
    looks = mailing.looks
    match one:
        case Paragraph(content=content):
            return f"<p {looks.text}>{inlines(mailing, content)}</p>"
        case Heading(_, level, content):
            return f"<h{level} {looks.headings[level]}>{inlines(mailing, content)}</h{level}>"
        case BulletList(items):
            return _list(mailing, "ul", "", items, depth)
        case OrderedList(start, items):
            return _list(mailing, "ol", f' start="{start}"' if start != 1 else "", items, depth)
        case Table():
            return table(mailing, one)
        case Figure():
            return _figure(mailing, one)
        case CodeBlock(value):
            return f"<pre {looks.code_lines}>{escaped_lines(value)}</pre>"
        case DisplayedQuotation():
            return _quotation(mailing, one)
        case Extract(content):
            return f'<blockquote style="margin:0 0 18px {GUTTER}px">\n{blocks(mailing, content, depth)}\n</blockquote>'
        case Divider():
            return f"<hr {looks.divider}>"
        case _:
            assert_never(one)


def _list(mailing: Mailing, element: str, start: str, items: tuple[Blocks, ...], depth: int) -> str:
    below = "18px" if depth == 0 else "0"
    indent = 24 if depth < DEEPEST_INDENT else 0
    inside = "\n".join(f"<li {mailing.looks.item}>{_item(mailing, item, depth + 1)}</li>" for item in items)
    return f'<{element}{start} style="margin:0 0 {below} {indent}px;padding:0">\n{inside}\n</{element}>'


def _item(mailing: Mailing, item: Blocks, depth: int) -> str:
    match item:
        case (Paragraph(_, content),):
            return inlines(mailing, content)
        case (Paragraph(_, content), *rest):
            return f"{inlines(mailing, content)}\n{blocks(mailing, tuple(rest), depth)}"
        case _:
            return blocks(mailing, item, depth)


def _figure(mailing: Mailing, figure: Figure) -> str:
    looks, alt = mailing.looks, escaped(figure.alt)
    if source := image_source(mailing.publication, figure.image):
        width = min(figure.width or _MEASURE, _MEASURE)
        fluid = f'style="max-width:{width}px;{looks.image}"'  # in a table, max-width:100% alone keeps the width attribute's room
        shown = f'<p {looks.small}><img src="{escaped(source)}" alt="{alt}" width="{width}" {fluid}></p>'
    else:
        shown = f"<p {looks.small}>[{alt}]</p>" if alt else ""
    return f"{shown}\n<p {looks.caption}>{inlines(mailing, figure.caption)}</p>" if figure.caption else shown


def _quotation(mailing: Mailing, block: DisplayedQuotation) -> str:
    looks = mailing.looks
    words = "\n".join(f"<p {looks.quoted}>{inlines(mailing, paragraph.content)}</p>" for paragraph in block.paragraphs)
    attribution = mailing.issue.quotations[block.quotation].attribution
    said_by = f"&#8212; {escaped(attribution)}" if attribution else ""
    marker = "" if block.citation is None else citation_marker(mailing, block.citation)
    below = "&#160;".join(part for part in (said_by, marker) if part)
    credit = f"\n<p {looks.attribution}>{below}</p>" if below else ""
    return boxed(looks.quotation_cell, f'<blockquote style="margin:0">\n{words}\n</blockquote>{credit}')
