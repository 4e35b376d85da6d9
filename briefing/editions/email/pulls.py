"""Which pull-quotes a block gives rise to: in the email each stands after the block whose words it repeats."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from briefing.model import (
    Block,
    Blocks,
    BulletList,
    CitationMark,
    CodeBlock,
    CodeSpan,
    DisplayedQuotation,
    Divider,
    Emphasis,
    Extract,
    Figure,
    FootnoteMark,
    Heading,
    Inlines,
    LineBreak,
    Link,
    OrderedList,
    Paragraph,
    Pulled,
    Quoted,
    Strong,
    Table,
    Text,
)


def pulls_in(block: Block) -> Iterator[int]:
    """Indices into ``Issue.pulls``, in the order of their words in ``block``."""
    match block:
        case Paragraph(_, content) | Heading(_, _, content) | Figure(_, _, content):
            yield from _in_inlines(content)
        case BulletList(items) | OrderedList(_, items):
            for item in items:
                yield from _in_blocks(item)
        case Table(_, header, rows):
            for row in (header, *rows):
                for cell in row:
                    yield from _in_inlines(cell)
        case DisplayedQuotation(_, paragraphs):
            yield from _in_blocks(paragraphs)
        case Extract(content):
            yield from _in_blocks(content)
        case CodeBlock() | Divider():
            return
        case _:
            assert_never(block)


def _in_blocks(blocks: Blocks) -> Iterator[int]:
    for block in blocks:
        yield from pulls_in(block)


def _in_inlines(content: Inlines) -> Iterator[int]:
    for inline in content:
        match inline:
            case Pulled(pull, inner):
                yield pull
                yield from _in_inlines(inner)
            case Emphasis(inner) | Strong(inner) | Link(_, inner) | Quoted(_, _, inner):
                yield from _in_inlines(inner)
            case Text() | CodeSpan() | LineBreak() | CitationMark() | FootnoteMark():
                continue
            case _:
                assert_never(inline)
