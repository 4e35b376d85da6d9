"""Running text as HTML for feed readers: absolute addresses, no ids, no styles."""

from __future__ import annotations

from typing import assert_never

from briefing.editions.feeds.escaping import html, link
from briefing.model import (
    CitationMark,
    CodeSpan,
    Emphasis,
    FootnoteMark,
    Inline,
    Inlines,
    Internal,
    Issue,
    LineBreak,
    Link,
    NoteReference,
    Publication,
    Pulled,
    Quoted,
    Strong,
    Text,
)


def inlines(publication: Publication, issue: Issue, content: Inlines) -> str:
    """Inlines as HTML."""
    return "".join([_inline(publication, issue, inline) for inline in content])


def citation_marker(publication: Publication, issue: Issue, citation: int) -> str:
    """A citation as superior numbers, each leading to its note on the website: readers' programs drop ids of feeds."""

    def number(reference: NoteReference) -> str:
        return link(publication.absolute(Internal(issue.path, f"note-{reference.number}")), html(reference.label))

    return f"<sup>{'; '.join(map(number, issue.citations[citation].references))}</sup>"


def _inline(publication: Publication, issue: Issue, inline: Inline) -> str:
    match inline:
        case Text(value):
            return html(value)
        case CodeSpan(value):
            return f"<code>{html(value)}</code>"
        case Emphasis(content):
            return f"<em>{inlines(publication, issue, content)}</em>"
        case Strong(content):
            return f"<strong>{inlines(publication, issue, content)}</strong>"
        case Link(address, content):
            return link(publication.absolute(address), inlines(publication, issue, content))
        case Quoted(_, _, content) | Pulled(_, content):
            return inlines(publication, issue, content)
        case LineBreak():
            return "<br>"
        case CitationMark(citation):
            return citation_marker(publication, issue, citation)
        case FootnoteMark(footnote):
            return f"<sup>{html(issue.footnotes[footnote].letter)}</sup>"
        case _:
            assert_never(inline)
