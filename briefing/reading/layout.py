"""The block structure of copy, with places: paragraphs, subheads, lists, tables, block quotes, code.

Python-Markdown keeps no positions, and its block rules differ from what editors expect (two block quotes with a blank line between
become one, lists nested by two blanks are flattened, ``#hashtag`` becomes a heading). So the blocks are laid out here, each run of
text with its place in the file, and Python-Markdown reads the inlines (see docs/decisions/0006).
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, TypeAlias

from briefing.diagnostics import Span
from briefing.model import Alignment


class Line(NamedTuple):
    """What is left of a line once the marks of its containers are taken off."""

    start: int
    """Offset of its first character in the file."""
    text: str

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether there is nothing on it."""
        return not self.text or self.text.isspace()

    @property
    def indent(self) -> int:
        """Leading blanks; a tab counts as four."""
        width = 0
        for character in self.text:
            if character not in " \t":
                break
            width += 4 if character == "\t" else 1
        return width

    def without(self, characters: int) -> Line:
        """The line without its first ``characters``."""
        return Line(self.start + characters, self.text[characters:])

    def dedented(self, columns: int) -> Line:
        """The line without up to ``columns`` of leading blanks."""
        taken = width = 0
        while taken < len(self.text) and self.text[taken] in " \t" and width < columns:
            width += 4 if self.text[taken] == "\t" else 1
            taken += 1
        return self.without(taken)


class RunKind(Enum):
    """What a run of text is, as far as quotations and citations are concerned."""

    TEXT = "text"
    HEADING = "heading"
    TABLE_HEADER = "table header"
    ATTRIBUTION = "attribution"


@dataclass(frozen=True, slots=True, eq=False)
class Run:
    """A run of text that forms one unit, lines joined, each character with its place in the file; equal to none but itself."""

    kind: RunKind
    text: str
    segments: tuple[tuple[int, int], ...]
    """(offset in ``text``, offset in the file), ascending; characters between are contiguous."""

    def place(self, offset: int) -> int:
        """Where the character at ``offset`` of the run stands in the file."""
        segments = self.segments
        if len(segments) == 1:
            own, file = segments[0]
        else:
            own, file = segments[max(bisect_right(segments, (offset, 1 << 60)) - 1, 0)]
        return file + offset - own

    def span(self, path: str, start: int, end: int) -> Span:
        """The file's characters that stand at ``start``–``end`` of the run."""
        if len(self.segments) == 1:
            own, file = self.segments[0]
            return Span(path, file + start - own, file + max(start, end) - own)
        return Span(path, self.place(start), self.place(end - 1) + 1 if end > start else self.place(start))


def in_one_line(kind: RunKind, start: int, text: str) -> Run:
    """A run that lies in one line: ``text`` begins at ``start`` of the file."""
    bare = text.lstrip(" \t")
    return Run(kind, bare.rstrip(" \t"), ((0, start + len(text) - len(bare)),))


@dataclass(frozen=True, slots=True)
class LaidParagraph:
    """Running text."""

    run: Run


@dataclass(frozen=True, slots=True)
class LaidHeading:
    """A subhead."""

    level: int
    run: Run


@dataclass(frozen=True, slots=True)
class LaidList:
    """A list; ``start`` is None for bullets."""

    start: int | None
    items: tuple[tuple[LaidBlock, ...], ...]
    place: int


@dataclass(frozen=True, slots=True)
class LaidTable:
    """A table with a header row."""

    alignments: tuple[Alignment, ...]
    header: tuple[Run, ...]
    rows: tuple[tuple[Run, ...], ...]
    place: int


@dataclass(frozen=True, slots=True)
class LaidQuote:
    """A block quote; with an attribution line it is a displayed quotation."""

    content: tuple[LaidBlock, ...]
    attribution: Run | None
    place: int


@dataclass(frozen=True, slots=True)
class LaidCode:
    """Literal lines."""

    value: str
    language: str
    place: int


@dataclass(frozen=True, slots=True)
class LaidDivider:
    """A thematic break."""

    place: int


LaidBlock: TypeAlias = LaidParagraph | LaidHeading | LaidList | LaidTable | LaidQuote | LaidCode | LaidDivider


@dataclass(frozen=True, slots=True)
class LaidFootnote:
    """The text of a footnote, by its label."""

    label: str
    content: tuple[LaidBlock, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Layout:
    """The blocks of an issue's copy."""

    blocks: tuple[LaidBlock, ...]
    footnotes: tuple[LaidFootnote, ...]


def place_of(block: LaidBlock) -> int:
    """Where a block begins in the file."""
    match block:
        case LaidParagraph(run) | LaidHeading(_, run):
            return run.place(0)
        case _:
            return block.place


NAMES = {
    LaidParagraph: "paragraph",
    LaidHeading: "heading",
    LaidList: "list",
    LaidTable: "table",
    LaidQuote: "block quote",
    LaidCode: "code block",
    LaidDivider: "divider",
}
