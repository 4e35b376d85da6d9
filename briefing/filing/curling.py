"""Straight marks made curly where there is only one reading; what is ambiguous is left for the editor, and a check tells it."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.reading.literals import ZoneKind, zones
from briefing.reading.marks import curled_double, curled_single

_KEPT = frozenset({ZoneKind.CODE, ZoneKind.AUTOLINK, ZoneKind.LINK_CLOSES, ZoneKind.IMAGE, ZoneKind.HTML, ZoneKind.COMMENT})


@dataclass(frozen=True, slots=True)
class Curled:
    """A text, how many of its marks were curled, and how many were left straight."""

    text: str
    curled: int
    left: int


def curl(text: str) -> Curled:
    """``text`` with its straight marks curled, but for code, addresses and HTML."""
    if '"' not in text and "'" not in text:
        return Curled(text, 0, 0)
    kept = {at for zone in zones(text) if zone.kind in _KEPT for at in range(zone.start, zone.end)}
    written, curled, left = list(text), 0, 0
    for at, character in enumerate(text):
        if character not in "\"'" or at in kept:
            continue
        mark = curled_double(text, at) if character == '"' else curled_single(text, at)
        written[at] = mark or character
        curled, left = (curled + 1, left) if mark else (curled, left + 1)
    return Curled("".join(written), curled, left)
