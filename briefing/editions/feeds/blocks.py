"""The blocks of an issue as HTML for feed readers."""

from __future__ import annotations

from typing import assert_never

from briefing.editions.feeds.escaping import attribute, html
from briefing.editions.feeds.inlines import citation_marker, inlines
from briefing.model import (
    Alignment,
    Block,
    Blocks,
    BulletList,
    CodeBlock,
    DisplayedQuotation,
    Divider,
    Extract,
    Figure,
    Heading,
    Inlines,
    Internal,
    Issue,
    OrderedList,
    Paragraph,
    Publication,
    Table,
)


def blocks(publication: Publication, issue: Issue, content: Blocks) -> str:
    """Blocks as HTML."""
    return "".join([block(publication, issue, one) for one in content])


def block(publication: Publication, issue: Issue, one: Block) -> str:
    """A block as HTML."""
    match one:
        case Paragraph(_, content):
            return f"<p>{inlines(publication, issue, content)}</p>"
        case Heading(_, level, content):
            return f"<h{level}>{inlines(publication, issue, content)}</h{level}>"
        case BulletList(items):
            return f"<ul>{_items(publication, issue, items)}</ul>"
        case OrderedList(start, items):
            opening = "<ol>" if start == 1 else f'<ol start="{start}">'
            return f"{opening}{_items(publication, issue, items)}</ol>"
        case Table():
            return _table(publication, issue, one)
        case Figure():
            return _figure(publication, issue, one)
        case CodeBlock(value):
            return f"<pre><code>{html(value)}</code></pre>"
        case DisplayedQuotation():
            return _displayed(publication, issue, one)
        case Extract(content):
            return f"<blockquote>{blocks(publication, issue, content)}</blockquote>"
        case Divider():
            return "<hr>"
        case _:
            assert_never(one)


def _items(publication: Publication, issue: Issue, items: tuple[Blocks, ...]) -> str:
    return "".join([f"<li>{_item(publication, issue, item)}</li>" for item in items])


def _item(publication: Publication, issue: Issue, item: Blocks) -> str:
    """An item's first paragraph stands bare: readers' programs set a gap before every ``<p>``."""
    match item:
        case (Paragraph(_, content), *rest):
            return inlines(publication, issue, content) + blocks(publication, issue, tuple(rest))
        case _:
            return blocks(publication, issue, item)


def _table(publication: Publication, issue: Issue, table: Table) -> str:
    def row(element: str, cells: tuple[Inlines, ...]) -> str:
        aligned = zip(cells, table.alignments, strict=True)
        return f"<tr>{''.join(_cell(element, side, inlines(publication, issue, cell)) for cell, side in aligned)}</tr>"

    body = "".join(row("td", cells) for cells in table.rows)
    return f"<table><thead>{row('th', table.header)}</thead><tbody>{body}</tbody></table>"


def _cell(element: str, alignment: Alignment, content: str) -> str:
    """``align`` is old, but the one way to align a cell that readers' programs keep: they strip ``style``."""
    side = "" if alignment is Alignment.NONE else f' align="{alignment.value}"'
    return f"<{element}{side}>{content}</{element}>"


def _figure(publication: Publication, issue: Issue, figure: Figure) -> str:
    image = f'<img src="{attribute(publication.absolute(Internal(figure.image)))}" alt="{attribute(figure.alt)}">'
    caption = f"<figcaption>{inlines(publication, issue, figure.caption)}</figcaption>" if figure.caption else ""
    return f"<figure>{image}{caption}</figure>"


def _displayed(publication: Publication, issue: Issue, quotation: DisplayedQuotation) -> str:
    attribution = issue.quotations[quotation.quotation].attribution
    line = f"— {html(attribution)}" if attribution else ""
    if quotation.citation is not None:
        line += citation_marker(publication, issue, quotation.citation)
    words = blocks(publication, issue, quotation.paragraphs)
    return f"<blockquote>{words}</blockquote>" + (f"<p>{line}</p>" if line else "")
