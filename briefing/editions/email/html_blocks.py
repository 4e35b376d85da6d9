"""The blocks of an issue's copy as HTML."""

from __future__ import annotations

from typing import assert_never

from briefing.editions.email.escaping import escaped, escaped_lines
from briefing.editions.email.html_inlines import citation_marker, inlines
from briefing.editions.email.html_tables import boxed, table
from briefing.editions.email.links import image_source
from briefing.editions.email.looks import GUTTER, WIDTH
from briefing.editions.email.sheet import Sheet
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


def blocks(sheet: Sheet, content: Blocks, depth: int = 0) -> str:
    """``content`` as HTML, a block a line; ``depth`` is the number of lists around it."""
    return "\n".join([block(sheet, one, depth) for one in content])


def labelled(sheet: Sheet, label: str, content: Blocks) -> str:
    """``content`` with a label before its first words, as a footnote has."""
    match content:
        case (Paragraph(_, words), *rest):
            return f"<p {sheet.looks.text}>{escaped(label)} {inlines(sheet, words)}</p>\n{blocks(sheet, tuple(rest))}"
        case _:
            return f"<p {sheet.looks.text}>{escaped(label)}</p>\n{blocks(sheet, content)}"


def block(sheet: Sheet, one: Block, depth: int = 0) -> str:
    """``one`` as HTML."""
    looks = sheet.looks
    if isinstance(one, Paragraph):  # most are: a pattern takes several times as long
        return f"<p {looks.text}>{inlines(sheet, one.content)}</p>"
    match one:
        case Heading(_, level, content):
            return f"<h{level} {looks.headings[level]}>{inlines(sheet, content)}</h{level}>"
        case BulletList(items):
            return _list(sheet, "ul", "", items, depth)
        case OrderedList(start, items):
            return _list(sheet, "ol", f' start="{start}"' if start != 1 else "", items, depth)
        case Table():
            return table(sheet, one)
        case Figure():
            return _figure(sheet, one)
        case CodeBlock(value):
            return f"<pre {looks.code_lines}>{escaped_lines(value)}</pre>"
        case DisplayedQuotation():
            return _quotation(sheet, one)
        case Extract(content):
            return f'<blockquote style="margin:0 0 18px {GUTTER}px">\n{blocks(sheet, content, depth)}\n</blockquote>'
        case Divider():
            return f"<hr {looks.divider}>"
        case _:
            assert_never(one)


def _list(sheet: Sheet, element: str, start: str, items: tuple[Blocks, ...], depth: int) -> str:
    below = "18px" if depth == 0 else "0"
    indent = 24 if depth < DEEPEST_INDENT else 0
    inside = "\n".join(f"<li {sheet.looks.item}>{_item(sheet, item, depth + 1)}</li>" for item in items)
    return f'<{element}{start} style="margin:0 0 {below} {indent}px;padding:0">\n{inside}\n</{element}>'


def _item(sheet: Sheet, item: Blocks, depth: int) -> str:
    match item:
        case (Paragraph(_, content),):
            return inlines(sheet, content)
        case (Paragraph(_, content), *rest):
            return f"{inlines(sheet, content)}\n{blocks(sheet, tuple(rest), depth)}"
        case _:
            return blocks(sheet, item, depth)


def _figure(sheet: Sheet, figure: Figure) -> str:
    looks, alt = sheet.looks, escaped(figure.alt)
    if source := image_source(sheet.publication, figure.image):
        width = min(figure.width or _MEASURE, _MEASURE)
        fluid = f'style="max-width:{width}px;{looks.image}"'  # in a table, max-width:100% alone keeps the width attribute's room
        shown = f'<p {looks.small}><img src="{escaped(source)}" alt="{alt}" width="{width}" {fluid}></p>'
    else:
        shown = f"<p {looks.small}>[{alt}]</p>" if alt else ""
    return f"{shown}\n<p {looks.caption}>{inlines(sheet, figure.caption)}</p>" if figure.caption else shown


def _quotation(sheet: Sheet, block: DisplayedQuotation) -> str:
    looks = sheet.looks
    words = "\n".join(f"<p {looks.quoted}>{inlines(sheet, paragraph.content)}</p>" for paragraph in block.paragraphs)
    attribution = sheet.issue.quotations[block.quotation].attribution
    said_by = f"&#8212; {escaped(attribution)}" if attribution else ""
    marker = "" if block.citation is None else citation_marker(sheet, block.citation)
    below = "&#160;".join(part for part in (said_by, marker) if part)
    credit = f"\n<p {looks.attribution}>{below}</p>" if below else ""
    return boxed(looks.quotation_cell, f'<blockquote style="margin:0">\n{words}\n</blockquote>{credit}')
