"""Text as a terminal may show it: no character that moves the cursor, hides itself or turns the line round."""

from __future__ import annotations

from dataclasses import dataclass
from unicodedata import category

from wcwidth import wcswidth

_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_BEFORE = 46
"""Cells of context kept before the caret when a line is cut."""
_WIDTH = 92
"""Cells an excerpt may take; with the gutter it fits a terminal of 100."""
_CUT = "…"


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A line as shown, and where under it the carets stand, in cells."""

    line: str
    indent: int
    carets: int


def visible(text: str) -> str:
    """``text`` with every control, format and unassigned character spelt out (``<U+001B>``); tabs become blanks."""
    return "".join(map(_visible, text))


def excerpt(line: str, start: int, end: int) -> Excerpt:
    """The part of ``line`` around the characters ``start``–``end``, cut with ``…`` where it is too long."""
    shown = [_visible(character) for character in line.rstrip()]
    start = min(start, len(shown))
    first, last = _window(shown, start, max(end, start + 1))
    head = _CUT if first else ""
    tail = _CUT if last < len(shown) else ""
    indent = cells(head + "".join(shown[first:start]))
    marked = cells("".join(shown[start : min(max(end, start + 1), last)]))
    return Excerpt(head + "".join(shown[first:last]) + tail, indent, max(marked, 1))


def cells(text: str) -> int:
    """How many columns of a terminal ``text`` takes."""
    return max(int(wcswidth(text)), 0)


def _window(shown: list[str], start: int, end: int) -> tuple[int, int]:
    """Which characters are shown: all if they fit, else some before the caret and what fits after it."""
    if cells("".join(shown)) <= _WIDTH:
        return 0, len(shown)
    first = 0
    before = min(_BEFORE, max(_WIDTH - cells("".join(shown[start:end])), _WIDTH // 4))
    if cells("".join(shown[:start])) > before:
        first, room = start, before
        while first > 0 and (room := room - cells(shown[first - 1])) > 0:
            first -= 1
    last, room = first, _WIDTH - 1
    while last < len(shown) and (room := room - cells(shown[last])) > 0:
        last += 1
    return first, max(last, min(start + 1, len(shown)))


def _visible(character: str) -> str:
    if character == "\t":
        return "    "
    return f"<U+{ord(character):04X}>" if category(character) in _UNSAFE else character
