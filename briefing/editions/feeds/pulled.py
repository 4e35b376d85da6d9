"""Which pull-quotes a block holds the words of."""

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


def pulled(block: Block) -> tuple[int, ...]:
    """Indexes into ``Issue.pulls``, in reading order, each once."""
    return tuple(dict.fromkeys(_in_block(block)))


def _in_blocks(blocks: Blocks) -> Iterator[int]:
    for block in blocks:
        yield from _in_block(block)


def _in_block(block: Block) -> Iterator[int]:
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


def _in_inlines(content: Inlines) -> Iterator[int]:
    for inline in content:
        match inline:
            case Pulled(pull, inner):
                yield pull
                yield from _in_inlines(inner)
            case Emphasis(inner) | Strong(inner) | Link(_, inner) | Quoted(_, _, inner):
                yield from _in_inlines(inner)
            case Text() | CodeSpan() | LineBreak() | CitationMark() | FootnoteMark():
                pass
            case _:
                assert_never(inline)
