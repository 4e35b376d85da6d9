"""What the scanner finds in copy: quotations by their parts, citations, pulls, links, and the text Markdown is to read."""

from __future__ import annotations

from dataclasses import dataclass, field

from briefing.desk import AttributionLine, DraftCitation, QuotedInHeading
from briefing.diagnostics import Diagnostic, Span
from briefing.model import Address
from briefing.reading.layout import Run


@dataclass(slots=True)
class FoundQuotation:
    """A quotation while it is being read."""

    opening: Span
    """Its first mark."""
    parts: list[int] = field(default_factory=list)
    """Indices into ``Found.parts``."""
    citation: int | None = None
    closed: bool = True
    miscited: bool = False
    """Whether the citation behind it cannot be read, or stands in the paragraph below."""
    attribution: AttributionLine | None = None


@dataclass(slots=True)
class FoundPart:
    """The part of a quotation in one paragraph."""

    quotation: int
    number: int
    start: int
    """Offset in the file."""
    end: int = 0


@dataclass(frozen=True, slots=True)
class FoundPull:
    """Words between ``==`` marks."""

    span: Span
    quotation: int | None


@dataclass(frozen=True, slots=True)
class FoundLink:
    """A link or image with its address resolved; ``alt``, ``caption`` and ``size`` are an image's."""

    address: Address | None
    alt: str = ""
    caption: str = ""
    size: tuple[int, int] = (0, 0)


@dataclass(frozen=True, slots=True)
class FoundFootnote:
    """A reference to a footnote."""

    label: str
    span: Span


@dataclass(slots=True)
class Found:
    """Everything found in the copy of one issue; filled by the scanner, read by the rest."""

    plain: dict[Run, str] = field(default_factory=dict)
    """Runs without mark-up, as they are printed."""
    texts: dict[Run, str] = field(default_factory=dict)
    """Each other run as Markdown is to read it: marks curled, tokens in the place of citations and quotation ends."""
    quotations: list[FoundQuotation] = field(default_factory=list)
    parts: list[FoundPart] = field(default_factory=list)
    citations: list[DraftCitation] = field(default_factory=list)
    pulls: list[FoundPull] = field(default_factory=list)
    links: list[FoundLink] = field(default_factory=list)
    footnotes: list[FoundFootnote] = field(default_factory=list)
    headed: list[QuotedInHeading] = field(default_factory=list)
    assets: list[str] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)
