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
    pieces: list[str] = []
    for one in content:  # the commonest are asked for first: a pattern takes several times as long
        if isinstance(one, Text):
            pieces.append(running(one.value))
        elif isinstance(one, _HOLDING):
            pieces.append(inlines(mailing, one.content))
        elif isinstance(one, CitationMark):
            pieces.append(f" {running(mailing.issue.citations[one.citation].label)}")
        else:
            pieces.append(_inline(mailing, one))
    return "".join(pieces)


_HOLDING = (Quoted, Pulled, Emphasis, Strong, Link)
"""Inlines that in plain text are the words within them."""


def addresses(mailing: Mailing, content: Inlines, depth: int = 0) -> Iterator[Passage]:
    """Where the links of ``content`` lead, a line each, to stand below it: ``the guild: https://guild.example/``."""
    for link in _links(content):
        words = " ".join(inlines(mailing, link.content).split())
        url = readable(target(mailing.publication, link.address))
        if url and url != words:
            yield Passage(f"{words}: {url}" if words else url, depth=depth, declared=True, attached=True)


def _inline(mailing: Mailing, inline: CodeSpan | LineBreak | FootnoteMark) -> str:
    match inline:
        case CodeSpan(value):
            return running(value)
        case LineBreak():
            return "\n"
        case FootnoteMark(index):
            return f" {running(mailing.issue.footnotes[index].label)}"
        case _:
            assert_never(inline)


def _links(content: Inlines) -> Iterator[Link]:
    for inline in content:
        if isinstance(inline, Text):
            continue
        if isinstance(inline, Link):
            yield inline
        elif isinstance(inline, _HOLDING):
            yield from _links(inline.content)
