"""Walks over copy in reading order, for what is looked for however deep it stands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from briefing.model.blocks import (
    Block,
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
from briefing.model.inlines import (
    CitationMark,
    CodeSpan,
    FootnoteMark,
    Inline,
    Inlines,
    LineBreak,
    Pulled,
    Text,
)


def pulls_in(block: Block) -> tuple[int, ...]:
    """Indices into ``Issue.pulls`` of the pull-quotes whose words stand in ``block``, each once: editions show them after it."""
    return tuple(dict.fromkeys([inline.pull for inline in inlines_in(block) if isinstance(inline, Pulled)]))


def inlines_in(block: Block) -> Iterator[Inline]:
    """Every inline of a block."""
    match block:
        case Paragraph(_, content) | Heading(_, _, content) | Figure(_, _, content):
            yield from nested(content)
        case BulletList(items) | OrderedList(_, items):
            yield from (inline for item in items for inner in item for inline in inlines_in(inner))
        case Table(_, header, rows):
            yield from (inline for row in (header, *rows) for cell in row for inline in nested(cell))
        case DisplayedQuotation(_, blocks) | Extract(blocks):
            yield from (inline for inner in blocks for inline in inlines_in(inner))
        case CodeBlock() | Divider():
            return
        case _:
            assert_never(block)


def nested(content: Inlines) -> Iterator[Inline]:
    """The inlines of ``content``, and those within each of them behind it."""
    for inline in content:
        yield inline
        if not isinstance(inline, _BARE):
            yield from nested(inline.content)


_BARE = (Text, CodeSpan, LineBreak, CitationMark, FootnoteMark)
"""Inlines that hold no others; all others have ``content``, which the types make sure of."""
