"""The inlines of running text: a closed union, matched with ``assert_never`` by every edition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True, slots=True)
class External:
    """An absolute address outside the publication (``https:``, ``http:``, ``mailto:``, ``tel:``)."""

    url: str


@dataclass(frozen=True, slots=True)
class Internal:
    """An address inside the publication: a path relative to its URL (``issues/slug/``; ``""`` is the front page)."""

    path: str
    fragment: str = ""


Address: TypeAlias = External | Internal


@dataclass(frozen=True, slots=True)
class Text:
    """Words as filed; no markup."""

    value: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words (``*…*``)."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class Strong:
    """Words of strong importance (``**…**``)."""

    content: Inlines


@dataclass(frozen=True, slots=True)
class CodeSpan:
    """Literal text (`` `…` ``)."""

    value: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line break the editor asked for (two blanks or a backslash at a line's end)."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere."""

    address: Address
    content: Inlines


@dataclass(frozen=True, slots=True)
class Quoted:
    """The part of a quotation that stands in one paragraph, its marks included."""

    quotation: int
    """Index into ``Issue.quotations``."""
    part: int
    """0 for the paragraph in which the quotation opens, then 1, 2, …"""
    content: Inlines


@dataclass(frozen=True, slots=True)
class Pulled:
    """Words that are shown once more as a pull-quote; plain words in place."""

    pull: int
    """Index into ``Issue.pulls``."""
    content: Inlines


@dataclass(frozen=True, slots=True)
class CitationMark:
    """The place of a citation; what it shows are the numbers in ``Issue.citations[citation]``."""

    citation: int


@dataclass(frozen=True, slots=True)
class FootnoteMark:
    """The place of a footnote reference; shown as the letter of ``Issue.footnotes[footnote]``."""

    footnote: int


Inline: TypeAlias = Text | Emphasis | Strong | CodeSpan | LineBreak | Link | Quoted | Pulled | CitationMark | FootnoteMark
Inlines: TypeAlias = tuple[Inline, ...]
