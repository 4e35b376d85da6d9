"""Running text as HTML."""

from __future__ import annotations

from typing import assert_never

from briefing.editions.email.escaping import escaped
from briefing.editions.email.links import anchor, target
from briefing.editions.email.sheet import Sheet
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


def inlines(sheet: Sheet, content: Inlines, in_link: bool = False) -> str:
    """``content`` as HTML; inside a link nothing else is one."""
    if len(content) == 1 and isinstance(content[0], Text):
        return escaped(content[0].value)
    pieces: list[str] = []
    for one in content:  # the commonest are asked for first: a pattern takes several times as long
        if isinstance(one, Text):
            pieces.append(escaped(one.value))
        elif isinstance(one, Quoted):
            pieces.append(inlines(sheet, one.content, in_link))
        elif isinstance(one, CitationMark):  # never at the beginning of a line
            pieces.append(f"&#160;{citation_marker(sheet, one.citation, in_link)}")
        else:
            pieces.append(_marked(sheet, one, in_link))
    return "".join(pieces)


def evidence(sheet: Sheet, url: str, html: str) -> str:
    """A link to evidence, which is never tracked; where a provider cannot promise that, the words and the bare address."""
    if url and sheet.letterhead.links_evidence:
        return f'<a href="{escaped(url)}" {sheet.letterhead.evidence_link}>{html}</a>'
    return html


def _marked(sheet: Sheet, inline: Emphasis | Strong | CodeSpan | LineBreak | Link | Pulled | FootnoteMark, in_link: bool) -> str:
    match inline:
        case Pulled(pull, inner):
            sheet.pulled.append(pull)
            return inlines(sheet, inner, in_link)
        case Emphasis(inner):
            return f"<em>{inlines(sheet, inner, in_link)}</em>"
        case Strong(inner):
            return f"<strong>{inlines(sheet, inner, in_link)}</strong>"
        case Link(address, inner):
            words = inlines(sheet, inner, in_link=True)
            return words if in_link else anchor(sheet.looks, target(sheet.publication, address), words)
        case FootnoteMark(index):
            return "&#160;" + escaped(sheet.issue.footnotes[index].label)
        case CodeSpan(value):
            return f"<code {sheet.looks.code}>{escaped(value)}</code>"
        case LineBreak():
            return "<br>\n"
        case _:
            assert_never(inline)


def citation_marker(sheet: Sheet, index: int, in_link: bool = False) -> str:
    """``[3]`` or ``[3, p. 14; 5]``; each number leads to its note in the web edition.

    Not to the source list below: jumps inside a message do nothing, or harm, in half of the clients (caniemail
    ``html-anchor-links``). Plain text and no ``<sup>``: it must read right where attributes and styles are dropped.
    """
    citation = sheet.issue.citations[index]
    if in_link:
        return escaped(citation.label)
    if len(citation.references) != 1:
        return f"[{'; '.join([_to_note(sheet, one, one.label) for one in citation.references])}]"
    reference = citation.references[0]
    if reference.where:
        return _to_note(sheet, reference, f"[{reference.label}]")
    return f"{sheet.to_note}{reference.number}{sheet.linked}[{reference.number}]</a>"  # nothing in a number has to be escaped


def _to_note(sheet: Sheet, reference: NoteReference, label: str) -> str:
    return f"{sheet.to_note}{reference.number}{sheet.linked}{escaped(label)}</a>"
