"""An issue's copy, read: scanned for quotations, its inlines read by Python-Markdown, turned into the closed list of blocks."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import assert_never
from xml.etree.ElementTree import Element

from briefing.desk import Draft, DraftPull, DraftQuotation, FrontMatter, QuotedInHeading, QuotedPart
from briefing.diagnostics import Diagnostic, Reading, Span
from briefing.diagnostics.codes.markdown import M107, M109, M111, M112
from briefing.diagnostics.codes.quotations import Q108, Q110
from briefing.model import (
    Block,
    Blocks,
    BulletList,
    CodeBlock,
    DisplayedQuotation,
    Divider,
    Extract,
    Figure,
    Footnote,
    Heading,
    Inlines,
    Internal,
    OrderedList,
    Paragraph,
    Pulled,
    Quoted,
    Strong,
    Table,
    Text,
)
from briefing.model.walking import inlines_in, nested
from briefing.model.words import unmarked
from briefing.reading.addresses import Addresses
from briefing.reading.characters import refused_characters
from briefing.reading.found import Found
from briefing.reading.front_matter import body_start
from briefing.reading.laying import lay_out
from briefing.reading.layout import (
    LaidBlock,
    LaidCode,
    LaidDivider,
    LaidFootnote,
    LaidHeading,
    LaidList,
    LaidParagraph,
    LaidQuote,
    LaidTable,
    Layout,
    Run,
)
from briefing.reading.markdown import Overlap, Picture, element_trees, inlines
from briefing.reading.marks import curled, quoted_words
from briefing.reading.naming import Names
from briefing.reading.quotations import by_place, scan
from briefing.reading.tokens import Token

MOST_CHARACTERS = 400_000
"""About sixty thousand words; a longer file is not an issue."""


def read_issue(path: str, text: str, front_matter: FrontMatter, addresses: Addresses) -> Reading[Draft]:
    """The draft that the file holds; any text gives findings, never an exception."""
    start = body_start(text)
    if len(text) > MOST_CHARACTERS:
        long = M109.at(
            Span(path),
            f"this file has {len(text):,} characters, more than an issue can have",
            help=["split it into several issues"],
        )
        return Reading(None, (long,))
    copy, refused = _without_refused(path, text, start)
    layout, laid = lay_out(path, copy, start)
    if not layout.blocks and not laid:
        laid = (M112.at(Span(path, start, start), help=["write the copy, or draft: true until there is some"]),)
    found = scan(path, copy, layout, addresses, front_matter.not_quotations)
    builder = _Builder(path, found, layout)
    body = builder.blocks(layout.blocks)
    footnotes = builder.footnotes()
    findings = by_place([*refused, *laid, *found.findings, *builder.findings])
    draft = Draft(
        path=path,
        text=text,
        front_matter=front_matter,
        body=body,
        quotations=builder.quotations(),
        citations=tuple(found.citations),
        pulls=builder.pulls(),
        footnotes=footnotes,
        headed=(*_front_matter_words(front_matter, text), *_scoped(found.headed, layout, len(text))),
        assets=tuple(dict.fromkeys(found.assets)),
    )
    return Reading(draft, findings)


def _without_refused(path: str, text: str, start: int) -> tuple[str, list[Diagnostic]]:
    """The copy with each refused character as a blank, so that no place moves; joiners and direction marks pass (P408 names them)."""
    findings = []
    for refused in refused_characters(text[start:]):
        begin, end = start + refused.start, start + refused.end
        if all(character in "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff" for character in text[begin:end]):
            continue
        findings.append(
            Q108.at(Span(path, begin, end), f"{refused.words} cannot be published", help=["type it again, or delete it"])
        )
        text = text[:begin] + " " * (end - begin) + text[end:]
    return text, findings


@dataclass(slots=True)
class _Builder:
    """Turns the laid-out blocks into the model's, with the words of quotations and pulls as they come out."""

    path: str
    found: Found
    layout: Layout
    findings: list[Diagnostic] = field(default_factory=list)
    names: Names = field(default_factory=Names)
    part_words: dict[tuple[int, int], str] = field(default_factory=dict)
    pull_words: dict[int, str] = field(default_factory=dict)
    order: list[LaidFootnote] = field(default_factory=list)
    contents: Mapping[Run, Inlines | Picture] = field(default_factory=dict)

    def __post_init__(self) -> None:
        numbers = self._footnote_numbers()
        texts = self.found.texts
        trees = element_trees(list(texts.values()))
        self.contents = {
            **{run: (Text(words),) if words else () for run, words in self.found.plain.items()},
            **{run: self._content(run, text, tree, numbers) for (run, text), tree in zip(texts.items(), trees, strict=True)},
        }

    def _content(self, run: Run, text: str, tree: Element, numbers: Sequence[int]) -> Inlines | Picture:
        try:
            content = inlines(tree, self.found, numbers)
        except Overlap:
            span = run.span(self.path, 0, len(run.text))
            help_ = "let emphasis and links begin and end on the same side of the marks"
            self.findings.append(Q110.at(span, help=[help_]))
            return (Text(run.text),)
        if not isinstance(content, Picture):
            if Token.PART_OPENS in text or Token.PULL_OPENS in text:
                self._note_words(content)
            if "**" in run.text and (lone := _lone_strong(content, run.text)) is not None:
                help_ = "write ** on both sides of the words, without blanks inside"
                self.findings.append(M111.at(run.span(self.path, lone, lone + 2), help=[help_]))
        return content

    def _note_words(self, content: Inlines) -> None:
        for inline in nested(content):
            match inline:
                case Quoted(quotation, part, inner):
                    self.part_words[quotation, part] = unmarked(inner)
                case Pulled(pull, inner):
                    self.pull_words[pull] = unmarked(inner)
                case _:
                    pass

    def blocks(self, laid: Iterable[LaidBlock], *, named: bool = True) -> Blocks:
        """The model's blocks; paragraphs inside lists, quotations and notes carry no id."""
        return tuple(self._block(block, named=named) for block in laid)

    def _block(self, block: LaidBlock, *, named: bool) -> Block:
        match block:
            case LaidParagraph(run):
                return self._paragraph(run, named=named)
            case LaidHeading(level, run):
                content = self._inlines(run)
                return Heading(self.names.heading(unmarked(content)), level, content)
            case LaidList(None, items, _):
                return BulletList(tuple(self.blocks(item, named=False) for item in items))
            case LaidList(int(start), items, _):
                return OrderedList(start, tuple(self.blocks(item, named=False) for item in items))
            case LaidTable(alignments, header, rows, _):
                cells = tuple(tuple(self._inlines(run) for run in row) for row in (header, *rows))
                return Table(alignments, cells[0], cells[1:])
            case LaidQuote():
                return self._quote(block)
            case LaidCode(value, language, _):
                return CodeBlock(value, language)
            case LaidDivider():
                return Divider()
            case LaidList():
                raise AssertionError(block)
            case _:
                assert_never(block)

    def _inlines(self, run: Run) -> Inlines:
        content = self.contents[run]
        return () if isinstance(content, Picture) else content

    def _paragraph(self, run: Run, *, named: bool) -> Paragraph | Figure:
        content = self.contents[run]
        if isinstance(content, Picture):
            path = content.link.address.path if isinstance(content.link.address, Internal) else ""
            caption = (Text(content.link.caption),) if content.link.caption else ()
            return Figure(path, content.link.alt, caption, *content.link.size)
        return Paragraph(self.names.paragraph(unmarked(content)) if named else "", content)

    def _quote(self, quote: LaidQuote) -> DisplayedQuotation | Extract:
        content = self.blocks(quote.content, named=False)
        paragraphs = tuple(block for block in content if isinstance(block, Paragraph))
        quoted = (inline for block in paragraphs for inline in inlines_in(block) if isinstance(inline, Quoted))
        first = next((inline.quotation for inline in quoted), None)
        if quote.attribution is None or first is None:
            return Extract(content)
        return DisplayedQuotation(first, paragraphs, self._attribution_citation(quote.attribution))

    def _attribution_citation(self, run: Run) -> int | None:
        begin, end = run.place(0), run.place(max(len(run.text) - 1, 0))
        for index, citation in enumerate(self.found.citations):
            if begin <= citation.span.start <= end:
                return index
        return None

    def _footnote_numbers(self) -> list[int]:
        """For each reference its footnote's place in the order of first reference; -1 where it has none (a finding)."""
        by_label = {footnote.label: footnote for footnote in reversed(self.layout.footnotes)}
        numbers: list[int] = []
        places: dict[str, int] = {}
        for reference in self.found.footnotes:
            footnote = by_label.get(reference.label)
            if footnote is None:
                help_ = f"write the note in a paragraph of its own: [^{reference.label}]: …"
                self.findings.append(M107.at(reference.span, f"footnote {reference.label} has no text", help=[help_]))
                numbers.append(-1)
                continue
            if footnote.label not in places:
                places[footnote.label] = len(self.order)
                self.order.append(footnote)
            numbers.append(places[footnote.label])
        for footnote in self.layout.footnotes:
            if footnote is not by_label[footnote.label]:
                help_ = "give one of the two another name, or delete it"
                self.findings.append(M107.at(footnote.span, f"footnote {footnote.label} is written twice", help=[help_]))
            elif footnote.label not in places:
                help_ = f"put [^{footnote.label}] where it belongs, or delete it"
                self.findings.append(M107.at(footnote.span, f"nothing refers to footnote {footnote.label}", help=[help_]))
        return numbers

    def footnotes(self) -> tuple[Footnote, ...]:
        """The footnotes in the order of their first reference, lettered."""
        return tuple(Footnote(_letter(number), self.blocks(note.content, named=False)) for number, note in enumerate(self.order))

    def quotations(self) -> tuple[DraftQuotation, ...]:
        """The quotations with their words as they will be printed."""
        return tuple(self._quotation(index) for index in range(len(self.found.quotations)))

    def _quotation(self, index: int) -> DraftQuotation:
        found = self.found.quotations[index]
        parts = tuple(
            QuotedPart(Span(self.path, part.start, part.end), self.part_words.get((index, part.number), ""))
            for part in (self.found.parts[number] for number in found.parts)
        )
        words = " ".join(part.words for part in parts)
        return DraftQuotation(self.names.quotation(words), parts, found.citation, found.attribution, found.closed, found.miscited)

    def pulls(self) -> tuple[DraftPull, ...]:
        """The pull-quotes with their words as they will be shown."""
        return tuple(
            DraftPull(self.pull_words.get(index, ""), pull.span, pull.quotation) for index, pull in enumerate(self.found.pulls)
        )


_HIDDEN = re.compile(r"(`+).*?\1|\\.", re.DOTALL)


def _lone_strong(content: Inlines, copy: str) -> int | None:
    """Where in ``copy`` ``**`` stands that Markdown left as it is; behind a backslash and in code it is meant."""
    hidden = _HIDDEN.sub(lambda match: " " * len(match[0]), copy)
    places = [match.start() for match in re.finditer(r"\*\*", hidden)]
    strongs = sum(isinstance(inline, Strong) for inline in nested(content))
    return places[-1] if len(places) > 2 * strongs else None


def _letter(number: int) -> str:
    """The letter of a footnote: a to z, then aa, ab and so on."""
    high, low = divmod(number, 26)
    return (_letter(high - 1) if high else "") + chr(ord("a") + low)


def _front_matter_words(front_matter: FrontMatter, text: str) -> Iterable[QuotedInHeading]:
    """Quoted words of title, description and subject; the issue's whole text must bear them out."""
    values = {"title": front_matter.title, "description": front_matter.description, "subject": front_matter.email_subject}
    for key, value in values.items():
        if not value:
            continue
        shown = curled(value)
        span = front_matter.spans.get(key) or front_matter.spans.get("email") or front_matter.spans["title"]
        for start, end in quoted_words(shown):
            at = text.find(value[start:end], span.start, span.end)
            place = Span(span.path, at, at + end - start) if at != -1 else span
            yield QuotedInHeading(shown[start:end], place, None)


def _scoped(headed: Iterable[QuotedInHeading], layout: Layout, end: int) -> Iterable[QuotedInHeading]:
    """Quoted words of subheads with the range they head: up to the next subhead of their level or above."""
    headings = [block for block in layout.blocks if isinstance(block, LaidHeading)]
    starts = [block.run.place(0) for block in headings]
    stops = _stops(headings, end)
    for words in headed:
        index = bisect_right(starts, words.span.start) - 1
        if index >= 0 and words.span.start <= headings[index].run.place(len(headings[index].run.text)):
            yield replace(words, scope=(words.span.end, stops[index]))
        else:
            yield words


def _stops(headings: Sequence[LaidHeading], end: int) -> list[int]:
    """For each subhead where what it heads ends."""
    stops = [end] * len(headings)
    waiting: list[int] = []
    for index, heading in enumerate(headings):
        while waiting and headings[waiting[-1]].level >= heading.level:
            stops[waiting.pop()] = heading.run.place(0)
        waiting.append(index)
    return stops
