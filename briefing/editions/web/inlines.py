"""Inlines of the copy to HTML, remembering which places point at which note."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from briefing.editions.web.filling import escaped
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
    Quotation,
    Quoted,
    Strong,
    Text,
)


class InlineSetter:
    """Sets the inlines of one issue in reading order; what it has set decides the back-links of the notes.

    What it returns is HTML: every text in it went through ``escaped``, and so did every address.
    """

    def __init__(self, issue: Issue, place: Place, documented: Mapping[str, str]) -> None:
        self._issue = issue
        self._place = place
        self._documented = documented
        self._references: dict[int, list[str]] = {}
        self._footnote_references: dict[int, list[str]] = {}
        self._pulled: list[int] = []

    def references(self, number: int) -> tuple[str, ...]:
        """Ids of the places set so far that point at a note: ``ref-3a``, ``ref-3b``."""
        return tuple(self._references.get(number, ()))

    def footnote_references(self, footnote: int) -> tuple[str, ...]:
        """Ids of the places set so far that point at a footnote."""
        return tuple(self._footnote_references.get(footnote, ()))

    def pulled(self) -> list[int]:
        """Which pull-quotes repeat words that were set since this was last asked, in reading order."""
        found, self._pulled = self._pulled, []
        return found

    def set(self, content: Inlines, *, displayed: bool = False) -> str:
        """HTML of a run of inlines; ``displayed`` where the block around them carries the quotation's id."""
        return "".join([escaped(one.value) if isinstance(one, Text) else self._inline(one, displayed) for one in content])

    def citation(self, citation: int) -> str:
        """The raised numbers of a citation, each a link to its note."""
        links = "; ".join([self._reference(reference) for reference in self._issue.citations[citation].references])
        return f'<sup class="cite">{links}</sup>'

    def _inline(self, inline: Inline, displayed: bool) -> str:
        """The commonest first: the patterns are tried in this order."""
        match inline:
            case Quoted(index, part, content):
                quotation = self._issue.quotations[index]
                words = self._quoted(quotation, self.set(content, displayed=displayed), first=part == 0 and not displayed)
                return words + self._verdict(quotation) if part == len(quotation.parts) - 1 else words
            case CitationMark(citation):
                return self.citation(citation)
            case Link(address, content):
                return self._link(address, self.set(content, displayed=displayed))
            case Text(value):
                return escaped(value)
            case FootnoteMark(footnote):
                return self._footnote_mark(footnote)
            case Emphasis(content):
                return f"<em>{self.set(content, displayed=displayed)}</em>"
            case Strong(content):
                return f"<strong>{self.set(content, displayed=displayed)}</strong>"
            case CodeSpan(value):
                return f"<code>{escaped(value)}</code>"
            case LineBreak():
                return "<br>"
            case Pulled(pull, content):
                self._pulled.append(pull)
                return self.set(content, displayed=displayed)
            case _:
                assert_never(inline)

    def _link(self, address: Address, words: str) -> str:
        href = self._place.href(address)
        return f'<a href="{escaped(href)}">{words}</a>' if href else words

    def _quoted(self, quotation: Quotation, words: str, *, first: bool) -> str:
        # no <q>: browsers would set marks of their own beside the ones in the text
        anchor = f' id="{escaped(quotation.id)}"' if first else ""
        return f'<span{anchor} class="quoted">{words}</span>'

    def _verdict(self, quotation: Quotation) -> str:
        """What was checked, behind the quotation's last mark: drawn by the style sheet, so that it is no word of the copy."""
        said = CHECKED[quotation.verdict]
        if path := self._documented.get(quotation.id):
            name = f"{said}: see it in the document" if said else "See it in the document"
            kind = "verdict checked" if said else "verdict"
            href = escaped(self._place.to(path, quotation.id))
            return f'<a class="{kind}" href="{href}" aria-label="{name}" title="{name}"></a>'
        return f'<span class="verdict checked" role="img" aria-label="{said}" title="{said}"></span>' if said else ""

    def _reference(self, reference: NoteReference) -> str:
        ids = self._references.setdefault(reference.number, [])
        ids.append(f"ref-{reference.number}{letters(len(ids))}")
        label = escaped(reference.label)
        return f'<a href="#note-{reference.number}" id="{ids[-1]}" aria-label="Source {label}">{label}</a>'

    def _footnote_mark(self, footnote: int) -> str:
        letter = self._issue.footnotes[footnote].letter
        ids = self._footnote_references.setdefault(footnote, [])
        ids.append(f"fnref-{letter}-{len(ids) + 1}")
        shown, anchor = escaped(letter), escaped(ids[-1])
        return f'<sup class="cite"><a href="#fn-{shown}" id="{anchor}" aria-label="Footnote {shown}">{shown}</a></sup>'


def letters(position: int) -> str:
    """The position's letters as in a spreadsheet: 0 is ``a``, 25 ``z``, 26 ``aa``."""
    head, last = divmod(position, 26)
    return (letters(head - 1) if head else "") + chr(ord("a") + last)
