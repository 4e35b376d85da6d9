"""Evidence made ready for searching, once for all quotations of a run."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cached_property

from briefing.verification.evidence import Evidence, Segment, Standing
from briefing.verification.long_text import LongText
from briefing.verification.normalising import Folded, fold, replaced
from briefing.verification.streams import BARRIER
from briefing.verification.turning import FILLERS, NUMBER_WORDS, in_figures


class View:
    """A selection of a file's segments as one text, with its stream."""

    def __init__(self, segments: Iterable[Segment]) -> None:
        pieces: list[str] = []
        self._starts: list[int] = []
        self._segments: list[Segment] = []
        length = 0
        for segment in segments:
            text = segment.text.replace(BARRIER, " ")
            if self._segments and self._segments[-1].author != segment.author:
                text = f"\n\n{BARRIER}\n\n{text}"
            self._starts.append(length)
            self._segments.append(segment)
            pieces.append(text)
            length += len(text)
        self.text = "".join(pieces)
        self.folded = fold(self.text)

    @cached_property
    def exact(self) -> LongText:
        """Every word as it stands."""
        return LongText(self.folded)

    @cached_property
    def counted(self) -> LongText:
        """Numbers in figures."""
        return LongText(in_numbers(self.folded))

    @cached_property
    def cleaned(self) -> LongText:
        """Numbers in figures, fillers dropped."""
        return LongText(without_fillers(in_numbers(self.folded)))

    def segment(self, offset: int) -> Segment:
        """The segment at a place of the text."""
        return self._segments[max(bisect_right(self._starts, offset) - 1, 0)]

    def segments(self, begin: int, end: int) -> Iterable[Segment]:
        """The segments that a range touches."""
        first = max(bisect_right(self._starts, begin) - 1, 0)
        return self._segments[first : max(bisect_right(self._starts, end - 1), first + 1)]

    @cached_property
    def labels(self) -> frozenset[str]:
        """Every author in it."""
        return frozenset(segment.author for segment in self._segments)

    def paragraph_ends(self, begin: int, end: int) -> bool:
        """Whether between two words a paragraph, a page or the file ends."""
        between = self.text[begin:end]
        return end >= len(self.text.rstrip()) or bool(re.search(r"\n[ \t]*\n|\f|\x00", between))


class Held:
    """One file of evidence."""

    def __init__(self, evidence: Evidence, name: str = "") -> None:
        self.name = name
        """Its name in the vault; never printed for what is not open or named."""
        self.plain = View(segment for segment in evidence.segments if segment.standing is Standing.PLAIN)
        self._evidence = evidence

    @cached_property
    def whole(self) -> View | None:
        """All of it, deleted and hidden text in its place; None where there is none."""
        if all(segment.standing is Standing.PLAIN for segment in self._evidence.segments):
            return None
        return View(self._evidence.segments)


def in_numbers(folded: Folded) -> Folded:
    """Number words in figures, for speech."""
    return replaced(folded, NUMBER_WORDS, in_figures)


def without_fillers(folded: Folded) -> Folded:
    """Fillers as blanks, for speech."""
    return replaced(folded, FILLERS, " ")
