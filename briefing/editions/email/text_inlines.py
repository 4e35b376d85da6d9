"""Running text as plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
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


def inlines(mailing: Mailing, content: Inlines, links: list[Link]) -> str:
    """``content`` as plain text, in which a line end is a line break that the editor asked for; adds what it links to ``links``."""
    if len(content) == 1 and isinstance(content[0], Text):
        return running(content[0].value)
    pieces: list[str] = []
    for one in content:  # the commonest are asked for first: a pattern takes several times as long
        if isinstance(one, Text):
            pieces.append(running(one.value))
        elif isinstance(one, Quoted):
            pieces.append(inlines(mailing, one.content, links))
        elif isinstance(one, CitationMark):
            pieces.append(f" {running(mailing.issue.citations[one.citation].label)}")
        else:
            pieces.append(_inline(mailing, one, links))
    return "".join(pieces)


def addresses(mailing: Mailing, links: Iterable[Link], depth: int) -> Iterator[Passage]:
    """Where ``links`` lead, a line each, to stand below the words: ``the guild: https://guild.example/``."""
    for link in links:
        words = " ".join(inlines(mailing, link.content, []).split())
        url = readable(target(mailing.publication, link.address))
        if url and url != words:
            yield Passage(f"{words}: {url}" if words else url, depth=depth, declared=True, attached=True)


def _inline(
    mailing: Mailing, inline: Emphasis | Strong | Pulled | Link | CodeSpan | LineBreak | FootnoteMark, links: list[Link]
) -> str:
    match inline:
        case Emphasis(inner) | Strong(inner) | Pulled(_, inner):
            return inlines(mailing, inner, links)
        case Link(_, inner):
            links.append(inline)
            return inlines(mailing, inner, [])
        case CodeSpan(value):
            return running(value)
        case LineBreak():
            return "\n"
        case FootnoteMark(index):
            return f" {running(mailing.issue.footnotes[index].label)}"
        case _:
            assert_never(inline)
