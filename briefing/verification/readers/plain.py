"""Plain text: notes, letters, transcripts with speakers and times."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.verification.decoding import decoded
from briefing.verification.evidence import Evidence, Segment

_TURN = re.compile(r"^\[(?P<time>(?:\d+:)?\d{1,2}:\d{2})\][ \t]*(?:(?P<label>[^:\n]{1,60}):)?[ \t]*", re.MULTILINE)
_CAPITALS = re.compile(r"^(?P<label>[A-Z][A-Z .’'-]{1,40}):[ \t]", re.MULTILINE)
_FEWEST_TURNS = 2


class PlainReader:
    """Text files; a line that begins ``[00:12:31] NAME:`` begins that speaker's words, a form feed a page."""

    name = "plain"
    version = 1
    suffixes = (".txt", ".md", ".text")

    def read(self, content: bytes) -> Evidence:
        """The text, by speaker or by page."""
        text = decoded(content)
        notices = (text.notice,) if text.notice else ()
        return Evidence(tuple(turns(text.text) or pages(text.text)), notices)


def turns(text: str) -> list[Segment]:
    """A transcript's turns, in order; none if it is no transcript."""
    starts = list(_TURN.finditer(text))
    if not any(start["label"] for start in starts):
        starts = list(_CAPITALS.finditer(text))
        if len(starts) < _FEWEST_TURNS:
            return []
    return list(_turns(text, starts))


def _turns(text: str, starts: list[re.Match[str]]) -> Iterator[Segment]:
    """Each turn runs to the next; a time without a name goes on with whoever spoke."""
    if before := text[: starts[0].start()].strip():
        yield Segment(before, "the heading")
    author = ""
    ends = [*(start.start() for start in starts[1:]), len(text)]
    for start, end in zip(starts, ends, strict=True):
        author = (start["label"] or author or "an unnamed speaker").strip()
        place = start.groupdict().get("time") or ""
        yield Segment(text[start.end() : end], author, place=place)


def pages(text: str) -> list[Segment]:
    """A page a segment, where form feeds part pages."""
    parts = text.split("\f")
    if len(parts) == 1:
        return [Segment(text)]
    return [Segment(f"{part}\f", place=f"p. {number}") for number, part in enumerate(parts, 1)]
