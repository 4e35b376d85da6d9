"""The inlines of running text: a closed union, matched with ``assert_never`` by every edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from briefing.diagnostics.packing import Packed


@dataclass(frozen=True, slots=True)
class External(Packed):
    """An absolute address outside the publication (``https:``, ``http:``, ``mailto:``, ``tel:``)."""

    url: str


@dataclass(frozen=True, slots=True)
class Internal(Packed):
    """An address inside the publication: a path relative to its URL (``issues/slug/``; ``""`` is the front page)."""

    path: str
    fragment: str = ""


Address: TypeAlias = External | Internal


@dataclass(frozen=True, slots=True)
class Text(Packed):
    """Words as filed; no markup."""

    value: str


@dataclass(frozen=True, slots=True)
class Emphasis(Packed):
    """Stressed words (``*…*``)."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Strong(Packed):
    """Words of strong importance (``**…**``)."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class CodeSpan(Packed):
    """Literal text (`` `…` ``)."""

    value: str


@dataclass(frozen=True, slots=True)
class LineBreak(Packed):
    """A line break the editor asked for (two blanks or a backslash at a line's end)."""


@dataclass(frozen=True, slots=True)
class Link(Packed):
    """Words that lead somewhere."""

    address: Address
    content: Inlines


@dataclass(frozen=True, slots=True)
class Quoted(Packed):
    """The part of a quotation that stands in one paragraph, its marks included."""

    quotation: int
    """Index into ``Issue.quotations``."""
    part: int
    """0 for the paragraph in which the quotation opens, then 1, 2, …"""
    content: Inlines


@dataclass(frozen=True, slots=True)
class Pulled(Packed):
    """Words that are shown once more as a pull-quote; plain words in place."""

    pull: int
    """Index into ``Issue.pulls``."""
    content: Inlines


@dataclass(frozen=True, slots=True)
class CitationMark(Packed):
    """The place of a citation; what it shows are the numbers in ``Issue.citations[citation]``."""

    citation: int


@dataclass(frozen=True, slots=True)
class FootnoteMark(Packed):
    """The place of a footnote reference; shown as the letter of ``Issue.footnotes[footnote]``."""

    footnote: int


Inline: TypeAlias = Text | Emphasis | Strong | CodeSpan | LineBreak | Link | Quoted | Pulled | CitationMark | FootnoteMark
Inlines: TypeAlias = tuple[Inline, ...]
