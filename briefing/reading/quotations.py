"""The quotation scanner: quotation marks are the markup, and every pair of double marks is accounted for.

It walks the laid-out copy once, in reading order, and keeps one piece of state across paragraphs: the quotation that is still open.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.desk import AttributionLine
from briefing.diagnostics import Code, Diagnostic, Span
from briefing.diagnostics.codes.markdown import M109
from briefing.diagnostics.codes.quotations import Q101, Q105, Q106
from briefing.reading.addresses import Addresses
from briefing.reading.found import Found
from briefing.reading.layout import (
    NAMES,
    LaidBlock,
    LaidCode,
    LaidDivider,
    LaidHeading,
    LaidList,
    LaidParagraph,
    LaidQuote,
    LaidTable,
    Layout,
    Run,
    place_of,
)
from briefing.reading.marks import ENGLISH
from briefing.reading.run_state import Context, RunState, folded
from briefing.reading.runs import RunScanner, plain_until
from briefing.reading.tokens import PATTERN

MOST_CHARACTERS = 30_000
"""About five thousand words: no paragraph is longer, and Markdown's time grows with the square of it."""


@dataclass(frozen=True, slots=True)
class Pending:
    """A quotation that is still open at the end of a paragraph."""

    quotation: int
    line: int
    """Line on which that paragraph ends."""
    uncited: tuple[int, ...] = ()
    """Quotations that closed before it in its paragraphs; a citation behind its end covers these paragraphs whole."""


def scan(path: str, text: str, layout: Layout, addresses: Addresses, not_quotations: Sequence[str]) -> Found:
    """Everything the scanner finds in ``layout``; any copy gives a result, never an exception."""
    scanner = _Scanner(path, text, addresses, frozenset(" ".join(words.split()) for words in not_quotations))
    scanner.container(layout.blocks)
    order = {reference.label: place for place, reference in reversed(list(enumerate(scanner.found.footnotes)))}
    for footnote in sorted(layout.footnotes, key=lambda footnote: order.get(footnote.label, len(order))):
        scanner.container(footnote.content)
    return scanner.found


class _Scanner:
    """Walks the blocks of one issue."""

    def __init__(self, path: str, text: str, addresses: Addresses, not_quotations: frozenset[str]) -> None:
        self.path = path
        self.text = text
        self.found = Found()
        self.forgive_closing = False
        self.in_faulty_quote = False  # told where it was laid out
        self.uncited_above: tuple[int, ...] = ()
        self.context = Context(path, addresses, not_quotations)

    def container(self, blocks: Sequence[LaidBlock]) -> None:
        """Blocks that follow each other: a quotation may run from one paragraph to the next, and across nothing else."""
        pending: Pending | None = None
        for block in blocks:
            if pending and not (isinstance(block, LaidParagraph) and _begins_with_mark(block.run)):
                self._broken_off(pending, block)
                pending = None
            pending = self._block(block, pending)
        if pending:
            self._never_closed(pending, "the text ends before it does")

    def _block(self, block: LaidBlock, pending: Pending | None) -> Pending | None:
        match block:
            case LaidParagraph(run):
                return self._paragraph(run, pending)
            case LaidHeading(_, run):
                self._closed(run)
            case LaidList(_, items, _):
                for item in items:
                    self.container(item)
            case LaidTable(_, header, rows, _):
                for cell in (*header, *(cell for row in rows for cell in row)):
                    self._closed(cell)
            case LaidQuote():
                self._quote(block)
            case LaidCode() | LaidDivider():
                pass
        return None

    def _closed(self, run: Run) -> None:
        """A run in which a quotation that opens must close."""
        if pending := self._paragraph(run, None):
            self._never_closed(
                pending, f"a quotation in a {run.kind.value if run.kind.value != 'text' else 'table cell'} ends in it"
            )

    def _paragraph(self, run: Run, pending: Pending | None, covering: Sequence[int] = ()) -> Pending | None:
        if len(run.text) > MOST_CHARACTERS:
            span = run.span(self.path, 0, 1)
            message = f"a paragraph of {len(run.text):,} characters is more than an edition can set"
            self.found.findings.append(M109.at(span, message, help=["break it into paragraphs"]))
            self.found.texts[run] = ""
            return None
        first = plain_until(run.text)
        if pending is None and not covering and first is None:
            self.uncited_above = ()
            marked_up = "*" in run.text or "_" in run.text
            (self.found.texts if marked_up else self.found.plain)[run] = folded(run.text)
            return None
        state = RunState(self.context, self.found, run)
        waiting = (*covering, *(pending.uncited if pending else ()))
        scanner = RunScanner(state, len(run.text) if first is None else first, waiting, self.forgive_closing)
        still_open = scanner.scan(None if pending is None else pending.quotation)
        self.forgive_closing = scanner.forgive_closing
        if scanner.covers_nothing:
            for quotation in self.uncited_above:
                self.found.quotations[quotation].miscited = True
        self.uncited_above = tuple(scanner.uncited)
        self.found.texts[run] = state.markdown
        if still_open is None:
            return None
        return Pending(still_open, self._line(run.place(max(len(run.text) - 1, 0))), tuple(scanner.uncited))

    def _quote(self, quote: LaidQuote) -> None:
        first = len(self.found.quotations)
        self.in_faulty_quote = quote.attribution is not None and not all(
            isinstance(block, LaidParagraph) for block in quote.content
        )
        self.container(quote.content)
        self.in_faulty_quote = False
        if quote.attribution is None:
            return
        inner = range(first, len(self.found.quotations))
        open_ones = [index for index in inner if self.found.quotations[index].citation is None]
        self._paragraph(quote.attribution, None, open_ones)
        if not inner:
            span = Span(self.path, quote.place, self._end_of_line(quote.place))
            help_ = f"begin each of its paragraphs with {ENGLISH.opening} and close the last with {ENGLISH.closing}"
            self.found.findings.append(Q106.at(span, help=[help_]))
        typed = self.found.plain.get(quote.attribution) or self.found.texts.get(quote.attribution, "")
        words = " ".join(PATTERN.sub("", typed).split())
        end = quote.attribution.text.find("[@")
        shown = quote.attribution.text[: end if end >= 0 else None].rstrip()
        line = AttributionLine(words, quote.attribution.span(self.path, 0, len(shown)))
        for index in inner:
            self.found.quotations[index].attribution = line

    def _broken_off(self, pending: Pending, block: LaidBlock) -> None:
        self.forgive_closing = True
        line = self._line(place_of(block))
        if isinstance(block, LaidParagraph):
            begins = f"line {line}, the next paragraph, does not begin with {ENGLISH.opening}, so the quotation cannot run on"
            self._never_closed(pending, begins, f"or begin line {line} with {ENGLISH.opening}")
            return
        self.found.quotations[pending.quotation].closed = False
        if self.in_faulty_quote:
            return
        at = place_of(block)
        span = Span(self.path, at, self._end_of_line(at))
        opening = self.found.quotations[pending.quotation].opening
        self._report(
            Q105,
            span,
            label=f"a {NAMES[type(block)]} inside a running quotation",
            notes=[f"the quotation opened on line {self._line(opening.start)} and is still open here"],
            help=[f"close it with {ENGLISH.closing} on line {pending.line}, or move this behind its end"],
        )

    def _never_closed(self, pending: Pending, note: str, otherwise: str = "") -> None:
        found = self.found.quotations[pending.quotation]
        found.closed = False
        help_ = f"close it with {ENGLISH.closing} on line {pending.line}{', ' + otherwise if otherwise else ''}"
        self._report(Q101, found.opening, label="opened here", notes=[note], help=[help_])

    def _report(self, code: Code, span: Span, *, label: str, notes: Sequence[str], help: Sequence[str]) -> None:
        self.found.findings.append(code.at(span, label=label, notes=notes, help=help))

    def _end_of_line(self, offset: int) -> int:
        end = self.text.find("\n", offset)
        return len(self.text) if end == -1 else end

    def _line(self, offset: int) -> int:
        return self.text.count("\n", 0, offset) + 1


def _begins_with_mark(run: Run) -> bool:
    return run.text.lstrip("*_= ").startswith((ENGLISH.opening, '"'))


def by_place(findings: Sequence[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings in the order of the file."""
    return tuple(sorted(findings, key=lambda finding: (finding.span.start, finding.code)))
