"""The blocks of an issue's copy as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import assert_never

from briefing.editions.email.escaping import lines, running
from briefing.editions.email.flowed import Passage
from briefing.editions.email.mailing import Mailing
from briefing.editions.email.text_inlines import addresses, inlines
from briefing.editions.email.text_tables import table
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
    Inlines,
    Link,
    OrderedList,
    Paragraph,
    Table,
)

DEEPEST_INDENT = 4


def blocks(mailing: Mailing, content: Blocks, depth: int = 0, level: int = 0) -> Iterator[Passage]:
    """``content`` as passages, in ``depth`` quotations and ``level`` lists."""
    for block in content:
        if isinstance(block, Paragraph):  # most are: a pattern takes several times as long
            yield from _words(mailing, block.content, depth)
        else:
            yield from _block(mailing, block, depth, level)


def labelled(label: str, passages: Iterable[Passage]) -> Iterator[Passage]:
    """``passages`` with a label before the first words: a list's marker, a footnote's letter."""
    rest = iter(passages)
    first = next(rest, None)
    if first is None:
        yield Passage(label)
    elif first.declared or first.laid_out or first.depth:
        yield from (Passage(label), first)
    else:
        yield first._replace(text=f"{label} {first.text.lstrip()}")
    yield from rest


def _block(mailing: Mailing, block: Block, depth: int, level: int) -> Iterator[Passage]:
    match block:
        case Paragraph(_, content):
            yield from _words(mailing, content, depth)
        case Heading(_, _, content):
            yield from _words(mailing, content, depth, gap=2)
        case BulletList(items):
            yield from _list(mailing, (("•", item) for item in items), depth, level)
        case OrderedList(start, items):
            yield from _list(mailing, ((f"{number}.", item) for number, item in enumerate(items, start)), depth, level)
        case Table():
            yield from table(mailing, block, depth)
        case Figure(_, alt, caption):
            yield Passage(f"[{running(alt)}]" if alt else "", depth)
            yield from _words(mailing, caption, depth)
        case CodeBlock(value):
            yield Passage(lines(value), depth, laid_out=True)
        case DisplayedQuotation():
            yield from _opening(_quotation(mailing, block, depth + 1))
        case Extract(content):
            yield from _opening(blocks(mailing, content, depth + 1, level))
        case Divider():
            yield Passage("* * *", depth)
        case _:
            assert_never(block)


def _words(mailing: Mailing, content: Inlines, depth: int, gap: int = 1) -> Sequence[Passage]:
    links: list[Link] = []
    words = Passage(inlines(mailing, content, links), depth, gap=gap)
    return (words, *addresses(mailing, links, depth)) if links else (words,)


def _quotation(mailing: Mailing, block: DisplayedQuotation, depth: int) -> Iterator[Passage]:
    for paragraph in block.paragraphs:
        yield from _words(mailing, paragraph.content, depth)
    attribution = mailing.issue.quotations[block.quotation].attribution
    marker = "" if block.citation is None else mailing.issue.citations[block.citation].label
    credit = f"— {attribution} {marker}" if attribution else marker
    yield Passage(running(credit).strip(), depth)


def _opening(passages: Iterator[Passage]) -> Iterator[Passage]:
    yield from (first._replace(opens=True) for first in islice(passages, 1))
    yield from passages


def _list(mailing: Mailing, items: Iterable[tuple[str, Blocks]], depth: int, level: int) -> Iterator[Passage]:
    """Each item's first words behind its marker; items of one paragraph stand close together.

    A nested list's markers are set in, its further lines are not: an indent inside reflowable text would end up between its words.
    """
    indent = "  " * min(level, DEEPEST_INDENT)
    close = level > 0
    for marker, item in items:
        passages = tuple(labelled(marker, blocks(mailing, item, depth, level + 1)))
        yield passages[0]._replace(text=indent + passages[0].text, attached=close)
        yield from passages[1:]
        close = all(passage.attached for passage in passages[1:])
