"""A quotation found: in which reading, where, and in whose words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.verification.authors import Speakers
from briefing.verification.held import View
from briefing.verification.locators import within
from briefing.verification.long_text import LongText
from briefing.verification.matching import Chain, Found, all_places, chains, stretch
from briefing.verification.quoted import Quoted
from briefing.verification.streams import Stream


@dataclass(frozen=True, slots=True)
class Match:
    """One way in which the quotation stands in a file."""

    reading: Quoted
    chain: Chain
    view: View
    stream: Stream
    author: str
    allowed: bool
    """Whether the author may be the speaker."""
    all: tuple[Chain, ...]
    """Every place in that author's words."""

    @property
    def begin(self) -> int:
        """Where the passage begins in the view's text."""
        return self.stream.begin(self.chain.first)

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.stream.end(self.chain.last - 1)


def author_of(found: Found, view: View, stream: Stream) -> str:
    """Whose words a place is in."""
    return view.segment(stream.begin(found.first)).author


def matches(
    reading: Quoted, speakers: Speakers, where: str, searched: tuple[View, LongText], *, longest_gap: int
) -> Iterator[Match]:
    """The reading's best place in each author's words."""
    view, text = searched
    stream = stretch(reading.pieces, text, longest_gap)
    found = all_places(reading.pieces, stream, longest_gap)
    if not found or not all(found):
        return
    for author in sorted({author_of(one, view, stream) for one in found[0]}):
        theirs = [[one for one in ones if author_of(one, view, stream) == author] for ones in found]
        if all(theirs) and (linked := chains(reading.pieces, theirs, longest_gap)):
            here = [chain for chain in linked if within(where, view.segment(stream.begin(chain.first)).place)]
            best = min(here or linked, key=lambda chain: (chain.likeness, chain.last - chain.first, chain.first))
            yield Match(reading, best, view, stream, author, speakers.allows(author, view.labels), tuple(linked))
