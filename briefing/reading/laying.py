"""Lay copy out: lines → blocks, the way CommonMark readers expect, with an error for what editors could not have meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import ClassVar

from briefing.diagnostics import Code, Diagnostic, Span
from briefing.diagnostics.codes.citations import C208
from briefing.diagnostics.codes.markdown import M103, M104, M108, M109, M110, M111
from briefing.model import Alignment
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
    Line,
    Run,
    RunKind,
    in_one_line,
)
from briefing.reading.table_rows import alignment, cells
from briefing.reading.tokens import Token, token

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?$")
_GLUED_HEADING = re.compile(r" {0,3}#{2,6}[^#\s]")
_ROW = re.compile(r" {0,3}\|.*\|[ \t]*$")
_TASK = re.compile(r"\[[ xX]\][ \t]")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*([^`]*)$")
_QUOTE = re.compile(r" {0,3}> ?")
_ITEM = re.compile(r" {0,3}(?:([-*+])|(\d{1,9})\.)(?:([ \t]+)(?=\S)|[ \t]*$)")
_DIVIDER = re.compile(r" {0,3}(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_UNDERLINE = re.compile(r" {0,3}(?:=+|-{2,})[ \t]*$")
_TABLE_RULE = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_FOOTNOTE = re.compile(r" {0,3}\[\^([^\]\s]+)\]:[ \t]*")
_DEFINITION = re.compile(r" {0,3}\[([^\]]+)\]:")
_DIRECTIVE = re.compile(
    r" {0,3}(?:(?:!!!|\?\?\?\+?|===|///|:::)(?:[ \t]|$)|:[ \t]{2,}\S|\*\[[^\]]+\]:|\[TOC\][ \t]*$|\[\[_?TOC_?\]\])"
)
_SNIPPET = re.compile(r"[ \t]*;*-+8<-+")
_ATTRIBUTION = re.compile(r"[ \t]*(?:[—–]|--)[ \t]*(?=\S)")
_MAY_BEGIN = re.compile(r"[ \t;\-!?=/:*\[#`~>_+\d]")
"""How every line begins that is matched by a form above; running text, which is most of the copy, need not be tried with each."""
_LINE_END = re.compile(r"\r\n|\n|\r")
_MAX_DEPTH = 12
_CODE = 4
"""Columns of indentation that make a code block."""
_NESTED = 2
"""Columns from which on a line belongs to the list item above."""


def lay_out(path: str, text: str, start: int) -> tuple[Layout, tuple[Diagnostic, ...]]:
    """The blocks of ``text`` from ``start`` on, and what cannot be one; any text gives a layout, never an exception."""
    reader = _Reader(path)
    blocks = reader.blocks(_lines(text, start))
    return Layout(blocks, tuple(reader.footnotes)), tuple(reader.findings)


def _lines(text: str, start: int) -> list[Line]:
    lines = []
    if "\r" not in text:
        for line in text[start:].split("\n"):
            lines.append(Line(start, line))
            start += len(line) + 1
        return lines
    for end in _LINE_END.finditer(text, start):
        lines.append(Line(start, text[start : end.start()]))
        start = end.end()
    lines.append(Line(start, text[start:]))
    return lines


class _Reader:
    """Reads the blocks of one file; holds what is found on the way."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.findings: list[Diagnostic] = []
        self.footnotes: list[LaidFootnote] = []

    def blocks(self, lines: Sequence[Line], depth: int = 0) -> tuple[LaidBlock, ...]:
        found: list[LaidBlock] = []
        at = 0
        while at < len(lines):
            if lines[at].blank:
                at += 1
                continue
            block, at = self._block(lines, at, depth)
            if block is not None:
                found.append(block)
        return tuple(found)

    def _block(self, lines: Sequence[Line], at: int, depth: int) -> tuple[LaidBlock | None, int]:
        line = lines[at]
        if depth > _MAX_DEPTH:
            self._find(M109, line, "lists and block quotes nested this deep have no form in every edition")
            return None, len(lines)
        if _MAY_BEGIN.match(line.text):
            for recognise, read in self._forms:
                if recognise(line.text):
                    return read(self, lines, at, depth)
            if line.indent >= _CODE:
                return self._indented_code(lines, at)
        if at + 1 < len(lines) and "|" in line.text and _TABLE_RULE.match(lines[at + 1].text) and "-" in lines[at + 1].text:
            return self._table(lines, at)
        return self._paragraph(lines, at)

    def _find(self, code: Code, line: Line, message: str | None = None, **more: str) -> None:
        text = line.text.strip()
        start = line.start + line.text.find(text)
        help_ = [more["help"]] if "help" in more else []
        self.findings.append(code.at(Span(self.path, start, start + len(text)), message, label=more.get("label", ""), help=help_))

    def _snippet(self, lines: Sequence[Line], at: int, _: int) -> tuple[None, int]:
        self._find(M103, lines[at], help="write the words themselves")
        return None, at + 1

    def _directive(self, lines: Sequence[Line], at: int, _: int) -> tuple[None, int]:
        self._find(M108, lines[at], help="write it as a paragraph, a list or a block quote")
        at += 1
        while at < len(lines) and (lines[at].blank or lines[at].indent >= _CODE):
            at += 1
        return None, at

    def _divider(self, lines: Sequence[Line], at: int, _: int) -> tuple[LaidBlock, int]:
        return LaidDivider(lines[at].start), at + 1

    def _definition(self, lines: Sequence[Line], at: int, _: int) -> tuple[None, int]:
        match = _DEFINITION.match(lines[at].text)
        if match and match.group(1).startswith("@"):
            self._find(C208, lines[at], help="put [@key] behind the words it covers, without a colon")
        else:
            self._find(M110, lines[at], help="put the address into the text: [words](address)")
        return None, at + 1

    def _heading(self, lines: Sequence[Line], at: int, _: int) -> tuple[LaidBlock | None, int]:
        line = lines[at]
        match = _HEADING.match(line.text)
        words = _without_closing_marks(match.group(2) or "") if match else ""
        if match is None or not words:
            self._find(M109, line, "this heading has no words", help="write the subhead, or take the line out")
            return None, at + 1
        if len(match.group(1)) == 1:
            self._find(M104, line, help="write ## for a subhead")
        run = in_one_line(RunKind.HEADING, line.start + match.start(2), words)
        return LaidHeading(max(len(match.group(1)), 2), run), at + 1

    def _fence(self, lines: Sequence[Line], at: int, _: int) -> tuple[LaidBlock, int]:
        opening = lines[at]
        match = _FENCE.match(opening.text)
        fence, language = (match.group(1), match.group(2).split()) if match else ("```", [])
        closing = re.compile(rf" {{0,3}}{re.escape(fence[0])}{{{len(fence)},}}[ \t]*$")
        body = []
        at += 1
        while at < len(lines) and not closing.match(lines[at].text):
            body.append(lines[at].dedented(opening.indent).text)
            at += 1
        if at == len(lines):
            self._find(M109, opening, "this code block is never closed", help=f"end it with a line of {fence}")
        return LaidCode("\n".join(body), language[0] if language else "", opening.start), at + 1

    def _indented_code(self, lines: Sequence[Line], at: int) -> tuple[LaidBlock, int]:
        first = lines[at]
        body = []
        while at < len(lines) and (lines[at].blank or lines[at].indent >= _CODE):
            body.append(lines[at].dedented(_CODE).text)
            at += 1
        return LaidCode("\n".join(body).rstrip(), "", first.start), at

    def _quote(self, lines: Sequence[Line], at: int, depth: int) -> tuple[LaidBlock | None, int]:
        first = at
        inner: list[Line] = []
        while at < len(lines) and not lines[at].blank:
            match = _QUOTE.match(lines[at].text)
            if match is None and (not inner or inner[-1].blank or _interrupts(lines[at].text)):
                break
            inner.append(lines[at].without(match.end()) if match else lines[at])
            at += 1
        attribution = _split_attribution(inner)
        content = self.blocks(inner, depth + 1)
        if attribution and not all(isinstance(block, LaidParagraph) for block in content):
            help_ = "take lists, headings and images out of it"
            self._find(M109, lines[first], "a displayed quotation holds paragraphs only", help=help_)
        return LaidQuote(content, attribution, lines[first].start), at

    def _list(self, lines: Sequence[Line], at: int, depth: int) -> tuple[LaidBlock, int]:
        first = lines[at]
        opening = _ITEM.match(first.text)
        number = opening.group(2) if opening else None
        items = []
        while at < len(lines):
            match = _ITEM.match(lines[at].text)
            if match is None or (match.group(2) is None) != (number is None) or _DIVIDER.match(lines[at].text):
                break
            inner, at = _item(lines, at, match)
            if _TASK.match(inner[0].text):
                self._find(M111, inner[0], "task lists have no form in every edition", help="write it as a plain list")
            items.append(self.blocks(inner, depth + 1))
            after = at
            while after < len(lines) and lines[after].blank:
                after += 1
            if after < len(lines) and _ITEM.match(lines[after].text):
                at = after
        return LaidList(None if number is None else int(number), tuple(items), first.start), at

    def _footnote(self, lines: Sequence[Line], at: int, depth: int) -> tuple[None, int]:
        first = lines[at]
        match = _FOOTNOTE.match(first.text)
        taken = match.end() if match else 0
        inner = [first.without(taken)]
        at += 1
        while at < len(lines) and (to := _after_blanks(lines, at)) is not None:
            inner.extend(line.dedented(_CODE) for line in lines[at : to + 1])
            at = to + 1
        label = match.group(1) if match else ""
        start = first.start + first.text.index("[")
        content = self.blocks(inner, depth + 1)
        self.footnotes.append(LaidFootnote(label, content, Span(self.path, start, start + len(label) + 3)))
        return None, at

    def _table(self, lines: Sequence[Line], at: int) -> tuple[LaidBlock, int]:
        first = lines[at]
        header = cells(first, RunKind.TABLE_HEADER)
        alignments = tuple(alignment(cell.text) for cell in cells(lines[at + 1], RunKind.TEXT))
        if len(alignments) != len(header):
            message = f"the table has {len(header)} columns and this line {len(alignments)}"
            self._find(M109, lines[at + 1], message, help="write as many | --- as the header has columns")
            alignments = (*alignments, *(Alignment.NONE for _ in header))[: len(header)]
        rows = []
        at += 2
        while at < len(lines) and not lines[at].blank and "|" in lines[at].text:
            row = cells(lines[at], RunKind.TEXT)
            if len(row) != len(header):
                self._find(
                    M109,
                    lines[at],
                    f"the table has {len(header)} columns and this row {len(row)}",
                    help="a literal bar is written \\|",
                )
                blank = Run(RunKind.TEXT, "", ((0, lines[at].end),))
                row = (*row, *(blank for _ in header))[: len(header)]
            rows.append(row)
            at += 1
        return LaidTable(alignments, header, tuple(rows), first.start), at

    def _paragraph(self, lines: Sequence[Line], at: int) -> tuple[LaidBlock, int]:
        kept = [lines[at]]
        self._printed_as_is(lines[at])
        at += 1
        while at < len(lines) and not lines[at].blank and not _interrupts(lines[at].text):
            if _UNDERLINE.match(lines[at].text):
                self._find(
                    M109,
                    lines[at],
                    "this line would make the text above it a heading",
                    help="write ## before the text, or leave a blank line",
                )
            else:
                kept.append(lines[at])
            at += 1
        if at < len(lines) and _UNDERLINE.match(lines[at].text) and _DIVIDER.match(lines[at].text):
            self._find(
                M109,
                lines[at],
                "this line would make the text above it a heading",
                help="leave a blank line above a divider, or write ## before the text",
            )
        return LaidParagraph(_run(RunKind.TEXT, kept)), at

    def _printed_as_is(self, line: Line) -> None:
        """Find what other Markdown reads as a heading or a table at the beginning of a paragraph, and ours would print."""
        if line.text[0] not in " #|":
            return
        if _GLUED_HEADING.match(line.text):
            self._find(M111, line, "a blank is missing behind ##", help="write ## Subhead")
        elif _ROW.match(line.text):
            self._find(
                M111, line, "this table has no line under its header", help="write a line of | --- | --- | below the header"
            )

    _forms: ClassVar[tuple[tuple[Callable[[str], object], _Read], ...]] = (
        (_SNIPPET.match, _snippet),
        (_DIRECTIVE.match, _directive),
        (_HEADING.match, _heading),
        (_FENCE.match, _fence),
        (_QUOTE.match, _quote),
        (_DIVIDER.match, _divider),
        (_ITEM.match, _list),
        (_FOOTNOTE.match, _footnote),
        (_DEFINITION.match, _definition),
    )
    """How the line begins by which each block but a paragraph, a table and indented code is known; the first that fits counts."""


_Read = Callable[[_Reader, Sequence[Line], int, int], tuple[LaidBlock | None, int]]


def _without_closing_marks(heading: str) -> str:
    """The words of ``## words ##``."""
    bare = heading.rstrip()
    words = bare.rstrip("#")
    return words.rstrip() if not words or words[-1] in " \t" else bare


def _interrupts(text: str) -> bool:
    """Whether a line ends the paragraph above it without a blank line between."""
    if not _MAY_BEGIN.match(text):
        return False
    item = _ITEM.match(text)
    starts_list = item is not None and item.group(3) is not None and (item.group(1) is not None or item.group(2) == "1")
    return starts_list or any(
        form.match(text) for form in (_HEADING, _FENCE, _QUOTE, _DIVIDER, _DIRECTIVE, _SNIPPET, _FOOTNOTE, _DEFINITION)
    )


def _after_blanks(lines: Sequence[Line], at: int) -> int | None:
    """The first line with something on it from ``at`` on, if it goes on with what is indented; else None."""
    while at < len(lines) and lines[at].blank:
        at += 1
    return at if at < len(lines) and lines[at].indent >= _NESTED else None


def _item(lines: Sequence[Line], at: int, match: re.Match[str]) -> tuple[list[Line], int]:
    """The lines of one list item, and where the next block begins; nested lists may be indented by two or four."""
    first = lines[at]
    width = match.end() if match.group(3) is None or len(match.group(3)) <= _CODE else match.start(3) + 1
    inner = [first.without(width)]
    at += 1
    while at < len(lines):
        line = lines[at]
        if line.blank or line.indent >= _NESTED:
            if (to := _after_blanks(lines, at)) is None:
                break
            inner.extend(line.dedented(width) for line in lines[at : to + 1])
            at = to
        elif inner[-1].blank or _interrupts(line.text) or _ITEM.match(line.text):
            break
        else:
            inner.append(line)
        at += 1
    return inner, at


def _split_attribution(inner: list[Line]) -> Run | None:
    """Take the attribution line off the end of a block quote's lines."""
    while inner and inner[-1].blank:
        inner.pop()
    if inner and (match := _ATTRIBUTION.match(inner[-1].text)):
        return _run(RunKind.ATTRIBUTION, [inner.pop().without(match.end())])
    return None


def _run(kind: RunKind, lines: Sequence[Line]) -> Run:
    """Lines joined to one run: a soft line end is a space, two blanks or a backslash at a line's end a break."""
    if len(lines) == 1:
        return in_one_line(kind, lines[0].start, lines[0].text)
    *above, last = lines
    text = ""
    segments: list[tuple[int, int]] = []
    for line in above:
        bare = line.text.lstrip(" \t")
        place, stripped = line.end - len(bare), bare.rstrip(" \t")
        broken = bare.endswith("  ") or (stripped.endswith("\\") and not stripped.endswith("\\\\"))
        if broken:
            stripped = stripped.removesuffix("\\").rstrip()
        segments += (len(text), place), (len(text) + len(stripped), place + len(stripped))
        text += stripped + (token(Token.BREAK) if broken else " ")
    end = in_one_line(kind, last.start, last.text)
    return Run(kind, text + end.text, (*segments, (len(text), end.segments[0][1])))
