"""Marks and spaces that can be set better without a word being touched: where they are, and what would stand there instead."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.reading.front_matter_block import body_start
from briefing.reading.literals import ZoneKind, zones
from briefing.reading.marks import ENGLISH, curled_double, curled_single


@dataclass(frozen=True, slots=True)
class Mending:
    """Characters of a file, and what is to stand in their place."""

    start: int
    end: int
    instead: str


_KEPT = frozenset(
    {ZoneKind.CODE, ZoneKind.AUTOLINK, ZoneKind.LINK_CLOSES, ZoneKind.IMAGE, ZoneKind.HTML, ZoneKind.COMMENT, ZoneKind.ATTRIBUTES}
)
_SPACES = re.compile(r"(?<=[^\s\u00a0>|])[ \u00a0]{2,}(?=[^\s\u00a0|])")
_LIST_MARKER = re.compile(r"[ \t>]*(?:[-*+]|\d{1,9}[.)])")
_BEFORE_CLOSING = re.compile(rf"(?<=\S)[ \u00a0]+(?={ENGLISH.closing})")
_FENCED = re.compile(r"^(?P<fence>~{3,}|`{3,}).*?(?:^(?P=fence)|\Z)", re.MULTILINE | re.DOTALL)


def straight_marks(text: str) -> Iterator[Mending]:
    """Straight marks of the copy with one reading; those with two are told elsewhere (Q104)."""
    copy = text[body_start(text) :]
    if "'" not in copy and '"' not in copy:
        return
    first, kept = len(text) - len(copy), _kept(text)
    for match in re.finditer(r"[\"']", copy):
        at = first + match.start()
        mark = curled_double(text, at) if match[0] == '"' else curled_single(text, at)
        if mark and not kept[at]:
            yield Mending(at, at + 1, mark)


def double_spaces(text: str) -> Iterator[Mending]:
    """Runs of spaces between two words of the copy."""
    if "  " in text or "\u00a0" in text:
        yield from _mended(text, _SPACES, " ")


def spaces_before_closing(text: str) -> Iterator[Mending]:
    """Spaces before a closing quotation mark."""
    yield from _mended(text, _BEFORE_CLOSING, "")


def mended(text: str, mendings: list[Mending]) -> str:
    """``text`` with those mendings, which do not overlap."""
    for one in sorted(mendings, key=lambda one: one.start, reverse=True):
        text = text[: one.start] + one.instead + text[one.end :]
    return text


def _mended(text: str, pattern: re.Pattern[str], instead: str) -> Iterator[Mending]:
    kept: bytearray | None = None
    for match in pattern.finditer(text, body_start(text)):
        kept = _kept(text) if kept is None else kept
        line = text.rfind("\n", 0, match.start()) + 1
        behind_marker = _LIST_MARKER.fullmatch(text, line, match.start()) is not None
        if not kept[match.start()] and not behind_marker:
            yield Mending(match.start(), match.end(), instead)


def _kept(text: str) -> bytearray:
    """By character: whether it is code, an address or something else that is no copy."""
    kept = bytearray(len(text))
    spans = [(zone.start, zone.end) for zone in zones(text) if zone.kind in _KEPT]
    for start, end in (*spans, *(match.span() for match in _FENCED.finditer(text))):
        kept[start:end] = b"\1" * (end - start)
    return kept
