"""A long issue of an invented bulletin, as long and as full of sources as real ones are."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.model import (
    Alignment,
    Block,
    Citation,
    CitationMark,
    DisplayedQuotation,
    EmailOptions,
    Heading,
    Issue,
    Note,
    NoteGroup,
    NoteReference,
    Paragraph,
    Pulled,
    PullQuote,
    Quotation,
    Quoted,
    Table,
    Text,
)
from tests.editions.email.mailed import sample_issue

_WORDS = [
    "the",
    "harbour",
    "board",
    "met",
    "on",
    "a",
    "wet",
    "evening",
    "and",
    "spoke",
    "about",
    "rosters",
    "that",
    "nobody",
    "keeps",
    "while",
    "pilots",
    "went",
    "on",
    "working",
    "turns",
    "of",
    "twelve",
    "hours",
    "and",
    "more",
    "under",
    "a",
    "rule",
    "which",
    "everyone",
    "at",
    "the",
    "table",
    "knew",
    "to",
    "be",
    "written",
    "for",
    "inspectors",
    "rather",
    "than",
    "for",
    "tired",
    "people",
    "on",
    "a",
    "bridge",
    "at",
    "four",
    "in",
    "the",
    "morning",
    "with",
    "fog",
    "coming",
    "in",
    "from",
    "the",
    "east",
    "and",
    "a",
    "ship",
    "waiting",
    "outside",
    "the",
    "bar",
]
_GROUPS = (NoteGroup.DOCUMENTS, NoteGroup.STATEMENTS, NoteGroup.INTERVIEWS, NoteGroup.OTHER)
_HEADER = ("Quarter", "Short rests", "Long rests", "Night turns", "Complaints", "Incidents")


def long_issue() -> Issue:
    """Some 1,500 words, 8 quotations, 12 sources, 3 pull-quotes and a table of six columns."""
    return sample_issue(
        number=3,
        id="tag:lantern.example,2031-05-30:3",
        slug="two-rosters",
        title="Harbour board kept two sets of rosters, one of them for inspectors",
        description="Letters, minutes and four people who saw the rosters tell how a rule on rest was kept on paper and nowhere else.",
        email=EmailOptions("Harbour board kept two sets of rosters"),
        body=tuple(_body()),
        quotations=tuple(_quotation(number) for number in range(8)),
        citations=tuple(Citation((NoteReference(number + 1),)) for number in range(12)),
        notes=tuple(_note(number) for number in range(1, 13)),
        pulls=tuple(
            PullQuote("nobody keeps them", number, "Sallow Pilots’ Guild", "", "letter", "March 2031") for number in (0, 3, 6)
        ),
        footnotes=(),
        corrections=(),
        follows=None,
        aliases=(),
    )


def _said(number: int) -> str:
    return f"“{_run(number * 5, 18)}”"


def _run(start: int, count: int) -> str:
    sentence = " ".join(_WORDS[(start + step * 7) % len(_WORDS)] for step in range(count))
    return f"{sentence[0].upper()}{sentence[1:]}."


def _quotation(number: int) -> Quotation:
    displayed = number % 3 == 1
    return Quotation(
        f"q-{number:08x}", (_said(number),), displayed, number, attribution="Orla Venn, chair of the board" if displayed else ""
    )


def _note(number: int) -> Note:
    group = _GROUPS[(number - 1) // 3]
    if group is NoteGroup.OTHER:
        return Note(number, group, "a person who has seen the rosters", None)
    url = f"https://documents.lantern.example/2031/letter-{number}.pdf"
    return Note(number, group, f"Sallow Pilots’ Guild, letter {number} to the Harbour Board, March 2031", f"letter-{number}", url)


def _body() -> Iterator[Block]:
    for number in range(8):
        yield Heading(f"part-{number}", 2, (Text(f"The rule on rest, part {number}"),))
        for part in range(3):
            yield Paragraph(f"p-{number}{part}", (Text(_run(number * 3 + part, 45)),))
        words = Quoted(number, 0, (Text(_said(number)),))
        if number % 3 == 1:
            yield DisplayedQuotation(number, (Paragraph("", (words,)),), number)
        else:
            said = Pulled(number // 3, (words,)) if number % 3 == 0 else words
            yield Paragraph(f"q-{number}", (Text(f"{_run(number, 12)} The guild wrote: "), said, CitationMark(number)))
    for number in range(8, 12):
        yield Paragraph(f"s-{number}", (Text(_run(number, 8)), CitationMark(number)))
    row = ("January to March", "41", "1,204", "312", "7", "2")
    cells = tuple(tuple((Text(cell),) for cell in line) for line in (_HEADER, row, row, row))
    yield Table((Alignment.LEFT, *[Alignment.RIGHT] * 5), cells[0], cells[1:])
