"""Running text as HTML."""

from __future__ import annotations

from typing import assert_never

from briefing.editions.email.escaping import escaped
from briefing.editions.email.links import target
from briefing.editions.email.mailing import Mailing
from briefing.model import (
    CitationMark,
    CodeSpan,
    Emphasis,
    FootnoteMark,
    Inlines,
    LineBreak,
    Link,
    NoteReference,
    Pulled,
    Quoted,
    Strong,
    Text,
)


def inlines(mailing: Mailing, content: Inlines, *, in_link: bool = False) -> str:
    """``content`` as HTML; inside a link nothing else is one."""
    pieces: list[str] = []
    for one in content:  # the commonest are asked for first: a pattern takes several times as long
        if isinstance(one, Text):
            pieces.append(escaped(one.value))
        elif isinstance(one, _WORDS):
            pieces.append(inlines(mailing, one.content, in_link=in_link))
        elif isinstance(one, CitationMark):  # never at the beginning of a line
            pieces.append("&#160;" + citation_marker(mailing, one.citation, in_link=in_link))
        else:
            pieces.append(_marked(mailing, one, in_link=in_link))
    return "".join(pieces)


_WORDS = (Quoted, Pulled)
"""Inlines that look like the words around them."""


def anchor(mailing: Mailing, url: str, html: str) -> str:
    """A link to ``url``; the bare words where there is no address that may be linked."""
    return f'<a href="{escaped(url)}" {mailing.looks.link}>{html}</a>' if url else html


def evidence(mailing: Mailing, url: str, html: str) -> str:
    """A link to evidence, which is never tracked; where a provider cannot promise that, the words and the bare address."""
    if url and mailing.letterhead.links_evidence:
        return f'<a href="{escaped(url)}" {mailing.letterhead.evidence_link}>{html}</a>'
    return html


def _marked(mailing: Mailing, inline: Emphasis | Strong | CodeSpan | LineBreak | Link | FootnoteMark, *, in_link: bool) -> str:
    match inline:
        case CodeSpan(value):
            return f"<code {mailing.looks.code}>{escaped(value)}</code>"
        case LineBreak():
            return "<br>\n"
        case Emphasis(inner):
            return f"<em>{inlines(mailing, inner, in_link=in_link)}</em>"
        case Strong(inner):
            return f"<strong>{inlines(mailing, inner, in_link=in_link)}</strong>"
        case Link(address, inner):
            words = inlines(mailing, inner, in_link=True)
            return words if in_link else anchor(mailing, target(mailing.publication, address), words)
        case FootnoteMark(index):
            return "&#160;" + escaped(mailing.issue.footnotes[index].label)
        case _:
            assert_never(inline)


def citation_marker(mailing: Mailing, index: int, *, in_link: bool = False) -> str:
    """``[3]`` or ``[3, p. 14; 5]``; each number leads to its note in the web edition.

    Not to the source list below: jumps inside a message do nothing, or harm, in half of the clients (caniemail
    ``html-anchor-links``). Plain text and no ``<sup>``: it must read right where attributes and styles are dropped.
    """
    citation = mailing.issue.citations[index]
    if in_link:
        return escaped(citation.label)
    match citation.references:
        case (reference,):
            return _to_note(mailing, reference, f"[{reference.label}]")
        case references:
            return f"[{'; '.join(_to_note(mailing, reference, reference.label) for reference in references)}]"


def _to_note(mailing: Mailing, reference: NoteReference, label: str) -> str:
    words = escaped(label) if reference.where else label  # a bare number has nothing in it to escape
    return f'<a href="{mailing.notes_link}{reference.number}" {mailing.looks.link}>{words}</a>'
