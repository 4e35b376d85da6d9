"""The blocks of an issue's copy: a closed union, matched with ``assert_never`` by every edition."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TypeAlias

from briefing.diagnostics.packing import Packed
from briefing.model.inlines import Inlines


class Alignment(Enum):
    """How the cells of a table's column are set."""

    NONE = "none"
    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"


@dataclass(frozen=True, slots=True)
class Paragraph(Packed):
    """A paragraph of running text."""

    id: str
    """Permalink fragment made from its words (``p-1a2b3c4d``); "" inside lists and quotations."""
    content: Inlines


@dataclass(frozen=True, slots=True)
class Heading(Packed):
    """A subhead; the issue's title is the only first level."""

    id: str
    level: int
    """2 to 6."""
    content: Inlines


@dataclass(frozen=True, slots=True)
class BulletList(Packed):
    """An unordered list; each item is a run of blocks."""

    items: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True)
class OrderedList(Packed):
    """A numbered list that begins at ``start``."""

    start: int
    items: tuple[Blocks, ...]


@dataclass(frozen=True, slots=True)
class Table(Packed):
    """A table with one header row."""

    alignments: tuple[Alignment, ...]
    header: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class Figure(Packed):
    """An image in a paragraph of its own, with its alternative text."""

    image: str
    """Path relative to the publication's URL (``assets/beds.png``)."""
    alt: str
    caption: Inlines = ()
    width: int = 0
    """In pixels of the file, as ``height``; 0 where it cannot be read (an SVG without a size)."""
    height: int = 0


@dataclass(frozen=True, slots=True)
class CodeBlock(Packed):
    """Literal text over several lines."""

    value: str
    language: str = ""


@dataclass(frozen=True, slots=True)
class DisplayedQuotation(Packed):
    """A quotation set apart from the text; its attribution is ``Issue.quotations[quotation].attribution``."""

    quotation: int
    paragraphs: tuple[Paragraph, ...]
    """The words, marks included."""
    citation: int | None
    """Index into ``Issue.citations``; shown after the attribution."""


@dataclass(frozen=True, slots=True)
class Extract(Packed):
    """A block quote without an attribution line: text set apart that is not itself a quotation."""

    content: Blocks


@dataclass(frozen=True, slots=True)
class Divider(Packed):
    """A thematic break."""


Block: TypeAlias = (
    Paragraph | Heading | BulletList | OrderedList | Table | Figure | CodeBlock | DisplayedQuotation | Extract | Divider
)
Blocks: TypeAlias = tuple[Block, ...]
