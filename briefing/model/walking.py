"""Walks over copy in reading order, for what is looked for however deep it stands."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
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
    found: dict[int, None] = {}
    for content in _runs(block):
        _pulls(content, found)
    return tuple(found)


def _pulls(content: Inlines, found: dict[int, None]) -> None:
    """Adds to ``found``: every edition asks for these of every block, and a generator for each depth takes four times as long."""
    for inline in content:
        if not isinstance(inline, _BARE):
            if isinstance(inline, Pulled):
                found[inline.pull] = None
            _pulls(inline.content, found)


def inlines_in(block: Block) -> list[Inline]:
    """Every inline of a block."""
    found: list[Inline] = []
    for content in _runs(block):
        _gather(content, found)
    return found


def _runs(block: Block) -> Iterable[Inlines]:
    """The running text of a block, and of those within it: nested no deeper than lists and quotations are."""
    match block:
        case Paragraph(content=content) | Heading(content=content) | Figure(caption=content):
            return (content,)
        case BulletList(items=items) | OrderedList(items=items):
            return [content for item in items for inner in item for content in _runs(inner)]
        case Table(header=header, rows=rows):
            return chain(header, *rows)
        case DisplayedQuotation(paragraphs=blocks) | Extract(content=blocks):
            return [content for inner in blocks for content in _runs(inner)]
        case CodeBlock() | Divider():
            return ()
        case _:
            assert_never(block)


def nested(content: Inlines) -> list[Inline]:
    """The inlines of ``content``, and those within each of them behind it."""
    found: list[Inline] = []
    _gather(content, found)
    return found


def _gather(content: Inlines, found: list[Inline]) -> None:
    for inline in content:
        found.append(inline)
        if not isinstance(inline, _BARE):
            _gather(inline.content, found)


_BARE = (Text, CitationMark, FootnoteMark, CodeSpan, LineBreak)
"""Inlines that hold no others; all others have ``content``, which the types make sure of."""
