"""An issue as filed: its front matter, its copy, and every quotation, citation and pull with its place in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from briefing.diagnostics import Span
from briefing.diagnostics.packing import Packed
from briefing.model.blocks import Blocks
from briefing.model.issue import Footnote


@dataclass(frozen=True, slots=True)
class Reply(Packed):
    """A right of reply: who is criticised, and what came back."""

    party: str
    """An id of people.yml."""
    span: Span
    """What came back."""
    source: str = ""
    """The key of the source that holds the reply, where one came."""
    outcome: str = ""
    """``declined``, ``no-reply`` or ``not-needed``, where none came."""
    reason: str = ""
    named: Span | None = None
    """Where the party is named, if it was read from a file."""


@dataclass(frozen=True, slots=True)
class DraftCorrection(Packed):
    """An entry of ``corrections:`` as written."""

    on: date
    kind: str
    """correction, clarification, apology, update or typo."""
    span: Span
    significance: str = "minor"
    text: str = ""
    was: str = ""
    now: str = ""
    affects: str = ""
    sent_in: str = ""


class Withholding(Enum):
    """Why an issue is not published."""

    DRAFT = "draft"
    EMBARGO = "embargo"
    FUTURE = "future"


@dataclass(frozen=True, slots=True)
class FrontMatter(Packed):
    """The front matter of an issue, typed; ``spans`` says where each key's value stands."""

    title: str
    issue: int
    dated: datetime
    """``date:``; aware, in the publication's time zone."""
    description: str
    slug: str
    spans: Mapping[str, Span] = field(repr=False)
    embargo: datetime | None = None
    draft: bool = False
    authors: tuple[str, ...] = ()
    kicker: str = ""
    topics: tuple[str, ...] = ()
    series: str = ""
    follows: int | None = None
    aliases: tuple[str, ...] = ()
    language: str = ""
    email_subject: str = ""
    email_send: bool = True
    not_quotations: tuple[str, ...] = ()
    replies: tuple[Reply, ...] = ()
    corrections: tuple[DraftCorrection, ...] = ()
    recalled_on: date | None = None
    recalled_why: str = ""
    recalled_sent_in: str = ""
    """The number of the issue whose email told readers."""
    imported: bool = False

    def withholding(self, now: datetime) -> Withholding | None:
        """Why this issue is not published at ``now``, or None if it is."""
        if self.draft:
            return Withholding.DRAFT
        if self.embargo is not None and self.embargo > now:
            return Withholding.EMBARGO
        return Withholding.FUTURE if self.dated > now else None


@dataclass(frozen=True, slots=True)
class CitedSource(Packed):
    """One item of a citation: a key, where in the source, and which of its speakers."""

    key: str
    span: Span
    """The ``@key`` itself."""
    where: str = ""
    by: str = ""
    """An id of people.yml."""


@dataclass(frozen=True, slots=True)
class DraftCitation(Packed):
    """``[@key, p. 14; @other]`` as written."""

    items: tuple[CitedSource, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class QuotedPart(Packed):
    """The part of a quotation that stands in one paragraph."""

    span: Span
    """From the opening mark (or the paragraph's first) to the closing mark, in the file."""
    words: str
    """As printed: marks included and curled, no markup."""


@dataclass(frozen=True, slots=True)
class AttributionLine(Packed):
    """The last line of a displayed quotation, without the dash and the citation."""

    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class DraftQuotation(Packed):
    """Someone's words, as the scanner found them."""

    id: str
    parts: tuple[QuotedPart, ...]
    citation: int | None
    """Index into ``Draft.citations``."""
    attribution: AttributionLine | None = None
    """Only for a displayed quotation, which always has one."""
    closed: bool = True
    """Whether its end was found; if not, that is the one fault reported of it."""
    miscited: bool = False
    """Whether what was meant as its citation cannot be read as one; then that is the one fault reported."""

    @property
    def span(self) -> Span:
        """From its first mark to its last."""
        return Span(self.parts[0].span.path, self.parts[0].span.start, self.parts[-1].span.end)

    @property
    def displayed(self) -> bool:
        """Whether it is set apart from the text."""
        return self.attribution is not None

    @property
    def words(self) -> str:
        """All its words, marks included, paragraphs joined by a space."""
        return " ".join(part.words for part in self.parts)


@dataclass(frozen=True, slots=True)
class DraftPull(Packed):
    """Words marked ``==…==``."""

    words: str
    span: Span
    quotation: int | None
    """Index into ``Draft.quotations``; None outside any quotation."""


@dataclass(frozen=True, slots=True)
class QuotedInHeading(Packed):
    """Words in single or double marks inside a heading, title, description, subject, alt text, caption or table header."""

    words: str
    """Without marks."""
    span: Span
    scope: tuple[int, int] | None
    """For a subhead: the range of the file's characters it heads. None: the whole issue."""


@dataclass(frozen=True, slots=True)
class Draft(Packed):
    """An issue as filed."""

    path: str
    text: str = field(repr=False)
    front_matter: FrontMatter
    body: Blocks
    quotations: tuple[DraftQuotation, ...]
    citations: tuple[DraftCitation, ...]
    pulls: tuple[DraftPull, ...]
    footnotes: tuple[Footnote, ...]
    headed: tuple[QuotedInHeading, ...]
    assets: tuple[str, ...] = ()
    """Files the copy refers to, relative to ``content/``."""

    def citation_of(self, quotation: DraftQuotation) -> DraftCitation | None:
        """The citation that covers a quotation, or None where none does yet."""
        return None if quotation.citation is None else self.citations[quotation.citation]
