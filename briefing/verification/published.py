"""Texts that are published beside their sources, against the evidence: readers are to see what was verified."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import takewhile

from briefing.desk import Desk, PublicRecord
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.documents import V321
from briefing.verification.checking import Kept
from briefing.verification.held import Held
from briefing.verification.normalising import fold
from briefing.verification.streams import Stream


def differing(desk: Desk, kept: Mapping[str, Kept]) -> Iterator[Diagnostic]:
    """V321 at the first word in which a published text leaves its source's files; marks, spaces and line ends are free."""
    folder = desk.settings.sources_dir.rstrip("/")
    for key, have in kept.items():
        record = desk.register.sources.get(key)
        text = desk.published_text(record) if isinstance(record, PublicRecord) else None
        if text is None or not have.held:
            continue
        ours = Stream(fold(text))
        furthest = [_first_difference(ours.letters, held) for held in have.held]
        if None not in furthest:
            yield V321.at(_word(f"{folder}/{key}.txt", ours, max(offset for offset in furthest if offset is not None)))


def _first_difference(ours: str, held: Held) -> int | None:
    """With which letter our text leaves the file; None where it has all of it in order.

    Between two authors’ words, and around all, ours may have more: names of speakers and headings are not among what was read.
    """
    at = 0
    for segment in held.plain.segments(0, len(held.plain.text)):
        letters = Stream(fold(segment.text)).letters
        found = ours.find(letters, at)
        if found < 0:
            return at + sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(ours[at:], letters, strict=False)))
        at = found + len(letters)
    return None


def _word(path: str, ours: Stream, offset: int) -> Span:
    """The word with that letter, or the last one."""
    if not len(ours):
        return Span(path)
    word = max(ours.word_at(offset + 1) - 1, 0)
    return Span(path, ours.begin(word), ours.end(word))
