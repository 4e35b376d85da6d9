"""An issue's words in reading order: what every edition must show, no more and no less.

Reading order: headline, standfirst, corrections that stand at the top, body, footnotes, source list, corrections at the foot.
Everything else an edition prints (masthead, byline, strapline, headings of lists, pull-quotes) it declares as lines of its own.
A word is what stands between spaces; every kind of space is equal (a no-break space separates words like any other).
What some editions draw and others spell is a word too, in one spelling: ``•`` and ``3.`` before list items, ``* * *`` for a
divider, ``[3]`` for a citation, ``[a]`` for a footnote, an image's alternative text in square brackets. A marker stands apart from what is before it, not from what is after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from briefing.model.blocks import (
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
from briefing.model.dates import day_in_words
from briefing.model.inlines import (
    CitationMark,
    CodeSpan,
    Emphasis,
    FootnoteMark,
    Inlines,
    LineBreak,
    Link,
    Pulled,
    Quoted,
    Strong,
    Text,
)
from briefing.model.issue import Correction, Issue, Note

Words = tuple[str, ...]

BULLET = "•"
DIVIDER = "* * *"


def words(issue: Issue) -> Words:
    """The issue's words, as a flat sequence."""
    return tuple("\n".join(lines(issue)).split())


def lines(issue: Issue) -> Iterator[str]:
    """The issue's text in reading order, a block a line."""
    yield issue.title
    yield issue.description
    for correction in issue.top_corrections:
        yield correction_line(correction)
    yield from _blocks(issue, issue.body)
    for footnote in issue.footnotes:
        yield footnote.label
        yield from _blocks(issue, footnote.content)
    for _, notes in issue.notes_by_group:
        for note in notes:
            yield note_line(note)
            yield note.checked
    for correction in issue.foot_corrections:
        yield correction_line(correction)


def note_line(note: Note) -> str:
    """A note of the source list as every edition words it: ``[3] Harbour Board, letter, March 2031``; what was checked follows on a line of its own."""
    return f"[{note.number}] {note.text}"


IMPORTED_LINE = "Imported from an earlier archive, as it was published there. Its quotations were not checked here."
"""What readers are told of an issue that was brought in."""


def correction_line(correction: Correction) -> str:
    """A correction as every edition words it: ``Correction, 3 August 2031: …``."""
    was_now = f" It said “{correction.was}”; it now says “{correction.now}”." if correction.was and correction.now else ""
    return f"{correction.kind.value.capitalize()}, {day_in_words(correction.on)}: {correction.text}{was_now}"


def plain(issue: Issue, content: Inlines) -> str:
    """The text of inlines with their markers, as it reads in every edition."""
    return _line(issue, content)


def unmarked(content: Inlines) -> str:
    """The text of inlines without citation and footnote markers."""
    return _line(None, content)


def _plain(issue: Issue | None, content: Inlines, pieces: list[str]) -> None:
    for inline in content:
        if isinstance(inline, Text):  # most are
            pieces.append(inline.value)
            continue
        match inline:
            case CodeSpan(value):
                pieces.append(value)
            case Quoted(_, _, inner) | Link(_, inner) | Emphasis(inner) | Strong(inner) | Pulled(_, inner):
                _plain(issue, inner, pieces)
            case CitationMark(index):
                if issue:
                    pieces.append(f" {issue.citations[index].label}")
            case FootnoteMark(index):
                if issue:
                    pieces.append(f" {issue.footnotes[index].label}")
            case LineBreak():
                pieces.append(" ")
            case _:
                assert_never(inline)


def copy_lines(blocks: Blocks) -> Iterator[str]:
    """The text of copy that is not cleared yet, a block a line: without markers and attributions."""
    return _blocks(None, blocks)


def _blocks(issue: Issue | None, blocks: Blocks) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Paragraph):  # most are
            yield _line(issue, block.content)
        else:
            yield from _block(issue, block)


def _block(issue: Issue | None, block: Block) -> Iterator[str]:
    match block:
        case Paragraph(_, content) | Heading(_, _, content):
            yield _line(issue, content)
        case Figure(_, alt, caption):
            yield f"[{alt}]" if alt else ""
            yield _line(issue, caption)
        case BulletList(items):
            for item in items:
                yield BULLET
                yield from _blocks(issue, item)
        case OrderedList(start, items):
            for number, item in enumerate(items, start):
                yield f"{number}."
                yield from _blocks(issue, item)
        case Table(_, header, rows):
            for row in (header, *rows):
                yield from (_line(issue, cell) for cell in row)
        case CodeBlock(value):
            yield value
        case DisplayedQuotation(quotation, paragraphs, citation):
            yield from (_line(issue, paragraph.content) for paragraph in paragraphs)
            if issue is not None:
                yield from _beneath(issue, quotation, citation)
        case Extract(inner):
            yield from _blocks(issue, inner)
        case Divider():
            yield DIVIDER
        case _:
            assert_never(block)


def _line(issue: Issue | None, content: Inlines) -> str:
    if len(content) == 1 and isinstance(content[0], Text):
        return content[0].value
    pieces: list[str] = []
    _plain(issue, content, pieces)
    return "".join(pieces)


def _beneath(issue: Issue, quotation: int, citation: int | None) -> Iterator[str]:
    """What stands under a displayed quotation."""
    if attribution := issue.quotations[quotation].attribution:
        yield f"— {attribution}"
    if citation is not None:
        yield issue.citations[citation].label
