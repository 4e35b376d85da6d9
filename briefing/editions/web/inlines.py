"""Inlines of the copy to HTML, remembering which places point at which note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from markupsafe import Markup, escape

from briefing.editions.web.filling import filled
from briefing.editions.web.places import Place
from briefing.editions.web.verdicts import CHECKED
from briefing.model import (
    Address,
    CitationMark,
    CodeSpan,
    Emphasis,
    FootnoteMark,
    Inline,
    Inlines,
    Issue,
    LineBreak,
    Link,
    NoteReference,
    Pulled,
    Quoted,
    Strong,
    Text,
)

NOTHING = Markup()


class InlineSetter:
    """Sets the inlines of one issue in reading order; what it has set decides the back-links of the notes."""

    def __init__(self, issue: Issue, place: Place, documented: Mapping[str, str]) -> None:
        self._issue = issue
        self._place = place
        self._documented = documented
        self._references: dict[int, list[str]] = {}
        self._footnote_references: dict[int, list[str]] = {}

    def references(self, number: int) -> tuple[str, ...]:
        """Ids of the places set so far that point at a note: ``ref-3a``, ``ref-3b``."""
        return tuple(self._references.get(number, ()))

    def footnote_references(self, footnote: int) -> tuple[str, ...]:
        """Ids of the places set so far that point at a footnote."""
        return tuple(self._footnote_references.get(footnote, ()))

    def set(self, content: Inlines, *, displayed: bool = False) -> Markup:
        """HTML of a run of inlines; ``displayed`` where the block around them carries the quotation's id."""
        return NOTHING.join(self._inline(inline, displayed=displayed) for inline in content)

    def citation(self, citation: int) -> Markup:
        """The raised numbers of a citation, each a link to its note."""
        references = self._issue.citations[citation].references
        links = Markup("; ").join(self._reference(reference) for reference in references)
        return filled('<sup class="cite">{}</sup>', links)

    def _inline(self, inline: Inline, *, displayed: bool) -> Markup:
        match inline:
            case Text(value):
                return escape(value)
            case Emphasis(content):
                return filled("<em>{}</em>", self.set(content, displayed=displayed))
            case Strong(content):
                return filled("<strong>{}</strong>", self.set(content, displayed=displayed))
            case CodeSpan(value):
                return filled("<code>{}</code>", value)
            case LineBreak():
                return Markup("<br>")
            case Link(address, content):
                return self._link(address, self.set(content, displayed=displayed))
            case Quoted(quotation, part, content):
                words = self._quoted(quotation, self.set(content, displayed=displayed), first=part == 0 and not displayed)
                return words + self._verdict(quotation) if part == len(self._issue.quotations[quotation].parts) - 1 else words
            case Pulled(_, content):
                return self.set(content, displayed=displayed)
            case CitationMark(citation):
                return self.citation(citation)
            case FootnoteMark(footnote):
                return self._footnote_mark(footnote)
            case _:
                assert_never(inline)

    def _link(self, address: Address, words: Markup) -> Markup:
        href = self._place.href(address)
        return filled('<a href="{}">{}</a>', href, words) if href else words

    def _quoted(self, quotation: int, words: Markup, *, first: bool) -> Markup:
        # no <q>: browsers would set marks of their own beside the ones in the text
        anchor = filled(' id="{}"', self._issue.quotations[quotation].id) if first else NOTHING
        return filled('<span{} class="quoted">{}</span>', anchor, words)

    def _verdict(self, quotation: int) -> Markup:
        """What was checked, behind the quotation's last mark: drawn by the style sheet, so that it is no word of the copy."""
        quoted = self._issue.quotations[quotation]
        said = CHECKED[quoted.verdict]
        if path := self._documented.get(quoted.id):
            name = f"{said}: see it in the document" if said else "See it in the document"
            kind = "verdict checked" if said else "verdict"
            href = self._place.to(path, quoted.id)
            return filled('<a class="{}" href="{}" aria-label="{}" title="{}"></a>', kind, href, name, name)
        return (
            filled('<span class="verdict checked" role="img" aria-label="{}" title="{}"></span>', said, said) if said else NOTHING
        )

    def _reference(self, reference: NoteReference) -> Markup:
        ids = self._references.setdefault(reference.number, [])
        ids.append(f"ref-{reference.number}{letters(len(ids))}")
        return filled(
            '<a href="#note-{}" id="{}" aria-label="Source {}">{}</a>',
            reference.number,
            ids[-1],
            reference.label,
            reference.label,
        )

    def _footnote_mark(self, footnote: int) -> Markup:
        letter = self._issue.footnotes[footnote].letter
        ids = self._footnote_references.setdefault(footnote, [])
        ids.append(f"fnref-{letter}-{len(ids) + 1}")
        return filled(
            '<sup class="cite"><a href="#fn-{}" id="{}" aria-label="Footnote {}">{}</a></sup>', letter, ids[-1], letter, letter
        )


def letters(position: int) -> str:
    """The position's letters as in a spreadsheet: 0 is ``a``, 25 ``z``, 26 ``aa``."""
    head, last = divmod(position, 26)
    return (letters(head - 1) if head else "") + chr(ord("a") + last)
