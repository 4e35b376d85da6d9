"""Drafts for tests, from Markdown, by a reader so small that a test can see through it; and an invented register.

It knows “…” over paragraphs, [@key, where by person], > block quotes with an attribution line, ==pulls== and ## ‘headings’,
and nothing else: the scanner proper has its own tests.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from briefing.desk import (
    AttributionLine,
    Check,
    CitedSource,
    DescribedRecord,
    Desk,
    Draft,
    DraftCitation,
    DraftPull,
    DraftQuotation,
    FrontMatter,
    Level,
    Obtained,
    PartialDate,
    Person,
    PublicRecord,
    QuotedInHeading,
    QuotedPart,
    Register,
    Role,
    Settings,
    SourceRecord,
)
from briefing.diagnostics import Diagnostic, Span
from briefing.model import Author, Publication, Topic

ZONE = ZoneInfo("Europe/London")
NOW = datetime(2031, 6, 1, 12, 0, tzinfo=ZONE)

PEOPLE = (
    Person("guild", "Sallow Pilots’ Guild"),
    Person("board", "Harbour Board", full="Port Sallow Harbour Board"),
    Person("pilots-network", "pilots network"),
    Person(
        "orla-venn",
        "Orla Venn",
        full="Dr Orla Venn",
        later="Dr Venn",
        roles=(
            Role("harbour master", end=PartialDate(2030, 12)),
            Role("chair of the Harbour Board", start=PartialDate(2031)),
        ),
    ),
    Person("tam-orrin", "Tam Orrin", later="Mr Orrin"),
)
"""All invented."""


def public(key: str, kind: str = "letter", level: Level = Level.NAMED, **fields: Any) -> PublicRecord:
    return PublicRecord(key=key, kind=kind, level=level, span=Span(f"sources/{key}.yml"), **fields)


def described(key: str, describe: str = "a person who has seen the rosters", **flags: Any) -> DescribedRecord:
    return DescribedRecord(key=key, kind="testimony", span=Span(f"sources/{key}.yml"), describe=describe, **flags)


SOURCES: tuple[SourceRecord, ...] = (
    public("guild-letter", authors=("guild",), to="board", issued=PartialDate(2031, 3), obtained=Obtained("leaked")),
    public(
        "guild-email", "email", authors=("guild",), to="pilots-network", issued=PartialDate(2030, 7), obtained=Obtained("foi")
    ),
    public("venn-reply", "statement", authors=("orla-venn",), to="us", issued=PartialDate(2031, 5, 14)),
    public("joint-letter", authors=("guild", "board"), issued=PartialDate(2031, 2), obtained=Obtained("obtained")),
    public("port-hearing", "hearing", Level.OPEN, title="Oral evidence on pilotage", speakers=("orla-venn", "tam-orrin")),
    described("anon-7k2q"),
    described("anon-9d4m", direct_quote=True),
)


def register(*sources: SourceRecord, people: tuple[Person, ...] = PEOPLE) -> Register:
    """The invented register, or one with these sources instead."""
    return Register({source.key: source for source in sources or SOURCES}, {person.id: person for person in people})


def settings(**changes: Any) -> Settings:
    publication = Publication(
        title="The Pilotage Lantern",
        url="https://Lantern.example:8443/bulletin/",
        description="An invented bulletin",
        language="en-GB",
        timezone=ZONE,
        authors=(Author("editor", "Ines Calloway"), Author("second", "Jo Marsh")),
        topics=(Topic("safety", "Safety"), Topic("money", "Money")),
    )
    return replace(Settings(publication), **changes)


def desk(*drafts: Draft, sources: Register | None = None) -> Desk:
    ordered = sorted(drafts, key=lambda draft: draft.front_matter.dated)
    return Desk(settings(), register() if sources is None else sources, tuple(ordered), NOW)


def draft(
    copy: str = "Nothing is quoted.", *, issue: int = 1, on: date = date(2031, 5, 16), path: str = "", **front: Any
) -> Draft:
    """The draft that a file with this copy makes; ``front`` are further fields of its front matter."""
    path = path or f"content/issues/{on}-issue-{issue}.md"
    head, spans = _front_matter_text(path, {"title": "An issue", "issue": issue, "date": on, **front})
    text = head + copy
    filed = _Copy(path, text, len(head))
    fields = {"title": "An issue", "description": "What it is about", "slug": f"issue-{issue}", **front}
    front_matter = FrontMatter(issue=issue, dated=datetime(on.year, on.month, on.day, 7, tzinfo=ZONE), spans=spans, **fields)
    citations = filed.citations()
    quotations = filed.quotations(citations)
    headed = (*filed.headings(), *_quoted_in_front(text, spans))
    return Draft(path, text, front_matter, (), quotations, citations, filed.pulls(quotations), (), headed)


Filing = Callable[..., Draft]
"""What makes a draft of copy and front matter: ``draft``, or the scanner proper."""


def found(check: Check, *drafts: Draft, sources: Register | None = None) -> list[Diagnostic]:
    return sorted(check.check(desk(*drafts, sources=sources)), key=lambda finding: (finding.span, finding.code))


def at(filed: Draft, finding: Diagnostic) -> str:
    """The characters a finding points at."""
    assert finding.span.path == filed.path
    return filed.text[finding.span.start : finding.span.end]


_KEYS = {"email_subject": "subject"}


def _front_matter_text(path: str, values: Mapping[str, object]) -> tuple[str, dict[str, Span]]:
    text, spans = "---\n", {}
    for key, value in values.items():
        written = _KEYS.get(key, key)
        start = len(text) + len(written) + 2
        text += f"{written}: {value}\n"
        spans[written] = Span(path, start, len(text) - 1)
    return text + "---\n\n", spans


def _quoted_in_front(text: str, spans: Mapping[str, Span]) -> list[QuotedInHeading]:
    places = (spans[key] for key in ("title", "description", "subject") if key in spans)
    return [
        QuotedInHeading(match[1], Span(place.path, match.start(1), match.end(1)), None)
        for place in places
        for match in re.compile(r"[‘“](.+?)[’”](?!\w)").finditer(text, place.start, place.end)
    ]


class _Copy:
    def __init__(self, path: str, text: str, body: int) -> None:
        self.path, self.text, self.body = path, text, body

    def span(self, start: int, end: int) -> Span:
        return Span(self.path, start, end)

    def paragraph_end(self, place: int) -> int:
        end = re.compile(r"\n>?\s*\n").search(self.text, place)
        return end.start() if end else len(self.text)

    def citations(self) -> tuple[DraftCitation, ...]:
        return tuple(
            DraftCitation(tuple(self._items(found)), self.span(found.start(), found.end()))
            for found in re.compile(r"\[@[^\]]+\]").finditer(self.text, self.body)
        )

    def _items(self, citation: re.Match[str]) -> list[CitedSource]:
        item = re.compile(r"@([a-z0-9-]+)(?:, ([^;\]]+?))?(?: by ([a-z0-9-]+))?(?=[;\]])")
        return [
            CitedSource(match[1], self.span(match.start(), match.end(1)), match[2] or "", match[3] or "")
            for match in item.finditer(self.text, citation.start(), citation.end())
        ]

    def quotations(self, citations: tuple[DraftCitation, ...]) -> tuple[DraftQuotation, ...]:
        spans = re.compile(r"“[^”]*”").finditer(self.text, self.body)
        return tuple(self._quotation(number, match, citations) for number, match in enumerate(spans))

    def _quotation(self, number: int, match: re.Match[str], citations: tuple[DraftCitation, ...]) -> DraftQuotation:
        line_start = self.text.rfind("\n", 0, match.start()) + 1
        line = re.compile(r"^> — (.*?)(?: \[@.*)?$", re.MULTILINE).search(self.text, match.end())
        shown = self.text[line_start] == ">" and line is not None
        end = line.end() if shown and line else self.paragraph_end(match.end())
        covering = (index for index, citation in enumerate(citations) if match.end() <= citation.span.start < end)
        attribution = AttributionLine(line[1], self.span(line.start(1), line.end(1))) if shown and line else None
        parts = re.compile(r"“(?:(?!\n>?\s*\n)[^”])*”?").finditer(self.text, match.start(), match.end())
        return DraftQuotation(
            f"q-{number:08x}",
            tuple(QuotedPart(self.span(part.start(), part.end()), part[0].replace("==", "")) for part in parts),
            next(covering, None),
            attribution,
        )

    def pulls(self, quotations: tuple[DraftQuotation, ...]) -> tuple[DraftPull, ...]:
        def inside(place: int) -> int | None:
            spans = (quoted.span for quoted in quotations)
            return next((index for index, span in enumerate(spans) if span.start <= place < span.end), None)

        return tuple(
            DraftPull(match[1], self.span(match.start(), match.end()), inside(match.start()))
            for match in re.compile(r"==(.+?)==").finditer(self.text, self.body)
        )

    def headings(self) -> list[QuotedInHeading]:
        headings = list(re.compile(r"^## (.*)$", re.MULTILINE).finditer(self.text, self.body))
        ends = [*(heading.start() for heading in headings), len(self.text)][1:]
        return [
            QuotedInHeading(match[1], self.span(match.start(1), match.end(1)), (heading.end(), end))
            for heading, end in zip(headings, ends, strict=True)
            for match in re.compile(r"[‘“](.+?)[’”](?!\w)").finditer(self.text, heading.start(), heading.end())
        ]
