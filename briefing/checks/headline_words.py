"""Words quoted in a heading stand in a quotation of the text it heads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.checks.cited import described_records
from briefing.checks.quoted_words import folded, nearest, occurs
from briefing.desk import Desk, Draft, DraftQuotation, QuotedInHeading, Register
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.verification import V312

_MARKS = frozenset("“”‘’\"'")
_HELP = "quote words of the text, or take the marks off"
_WHY = "why: Editors’ Code 1(i), headlines not supported by the text"


class HeadlineWords:
    """Looks quoted words of headings, titles, descriptions, subjects and image texts up in the quotations they head."""

    name = "headline-words"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """V312 at the quoted words; those listed in ``not-quotations`` are nobody's."""
        for draft in desk.drafts:
            if not draft.front_matter.imported:
                yield from _faults(draft, desk.register)


def _faults(draft: Draft, register: Register) -> Iterator[Diagnostic]:
    exempt = {folded(words) for words in draft.front_matter.not_quotations}
    for headed in draft.headed:
        below = [quoted for quoted in draft.quotations if _heads(headed, quoted)]
        if folded(headed.words) in exempt or any(occurs(headed.words, quoted.words) for quoted in below):
            continue
        suggestible = [quoted for quoted in below if not described_records(draft.citation_of(quoted), register)]
        label = f"no quotation in {_where(headed, draft.text)} has this{_nearest(headed.words, suggestible, draft.text)}"
        yield V312.at(_with_marks(headed.span, draft.text), label=label, notes=(_WHY,), help=(_HELP,))


def _with_marks(span: Span, text: str) -> Span:
    marked = text[span.start - 1 : span.start] in _MARKS and text[span.end : span.end + 1] in _MARKS
    return Span(span.path, span.start - 1, span.end + 1) if marked and span.start else span


def _heads(headed: QuotedInHeading, quoted: DraftQuotation) -> bool:
    return headed.scope is None or headed.scope[0] <= quoted.parts[0].span.start < headed.scope[1]


def _where(headed: QuotedInHeading, text: str) -> str:
    if headed.scope is None:
        return "this issue"
    start, end = headed.scope
    heading, _, below = text[start:end].partition("\n")
    top = start + len(heading) + len(below) - len(below.lstrip())
    first, last = _line(text, top + 1), _line(text, start + len(heading) + len(below.rstrip("# \n")))
    return f"line {first}" if first >= last else f"lines {first}–{last}"


def _nearest(words: str, below: Iterable[DraftQuotation], text: str) -> str:
    """The most similar words and their line; never a described source's, which would show them a second time."""
    passage = nearest(words, below)
    if passage is None:
        return ""
    span = passage.quotation.span
    at = text.find(passage.words.split()[0], span.start, span.end)
    return f"; nearest “{passage.words}”, line {_line(text, span.start if at == -1 else at)}"


def _line(text: str, offset: int) -> int:
    return text.count("\n", 0, offset) + 1
