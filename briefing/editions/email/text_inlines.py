"""Running text as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from briefing.editions.email.escaping import running
from briefing.editions.email.flowed import Passage
from briefing.editions.email.links import readable, target
from briefing.editions.email.mailing import Mailing
from briefing.model import (
    CitationMark,
    CodeSpan,
    Emphasis,
    FootnoteMark,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Pulled,
    Quoted,
    Strong,
    Text,
)


def inlines(mailing: Mailing, content: Inlines) -> str:
    """``content`` as plain text; a line end in it is a line break that the editor asked for."""
    return "".join([running(one.value) if isinstance(one, Text) else _inline(mailing, one) for one in content])


def addresses(mailing: Mailing, content: Inlines, depth: int = 0) -> Iterator[Passage]:
    """Where the links of ``content`` lead, a line each, to stand below it: ``the guild: https://guild.example/``."""
    for link in _links(content):
        words = " ".join(inlines(mailing, link.content).split())
        url = readable(target(mailing.publication, link.address))
        if url and url != words:
            yield Passage(f"{words}: {url}" if words else url, depth=depth, declared=True, attached=True)


def _inline(mailing: Mailing, inline: Inline) -> str:
    match inline:
        case Text(value) | CodeSpan(value):
            return running(value)
        case LineBreak():
            return "\n"
        case Emphasis(inner) | Strong(inner) | Link(_, inner) | Quoted(_, _, inner) | Pulled(_, inner):
            return inlines(mailing, inner)
        case CitationMark(index):
            return f" {running(mailing.issue.citations[index].label)}"
        case FootnoteMark(index):
            return f" {running(mailing.issue.footnotes[index].label)}"
        case _:
            assert_never(inline)


def _links(content: Inlines) -> Iterator[Link]:
    for inline in content:
        match inline:
            case Text() | CodeSpan() | LineBreak() | CitationMark() | FootnoteMark():
                continue
            case Link():
                yield inline
            case Emphasis(inner) | Strong(inner) | Quoted(_, _, inner) | Pulled(_, inner):
                yield from _links(inner)
            case _:
                assert_never(inline)
