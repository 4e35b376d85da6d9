"""Quotation marks by language, and the one rule by which straight marks are curled."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ELISIONS = re.compile(r"'(?:tis|twas|twere|em|cause|til|n)\b", re.IGNORECASE)
_MARKUP = "*_="
_OPENERS = "([{—–-/“‘\u00a0"
_CLOSERS = ".,;:!?)]}’”—–-…/'"


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of one language: double outside, single inside."""

    opening: str
    closing: str
    inner_opening: str
    inner_closing: str
    foreign: str
    """Double marks of other languages, which would slip past the count."""


ENGLISH = Marks("“", "”", "‘", "’", "„‟«»＂〝〞")


_OPENING = re.compile(f"[{ENGLISH.opening}{ENGLISH.inner_opening}]")
_CLOSED_BY = {ENGLISH.opening: ENGLISH.closing, ENGLISH.inner_opening: ENGLISH.inner_closing}
_STRAIGHT = re.compile("[\"']")


def before(text: str, at: int) -> str:
    """The character before ``at`` that is not emphasis or pull markup; "" at the start."""
    at -= 1
    while at >= 0 and text[at] in _MARKUP:
        at -= 1
    return text[at] if at >= 0 else ""


def after(text: str, at: int) -> str:
    """The character behind ``at`` that is not emphasis or pull markup; "" at the end."""
    at += 1
    while at < len(text) and text[at] in _MARKUP:
        at += 1
    return text[at] if at < len(text) else ""


def curled_double(text: str, at: int) -> str | None:
    """The mark that the straight ``"`` at ``at`` stands for, or None where it may be either."""
    left, right = before(text, at), after(text, at)
    opens = (not left or left.isspace() or left in _OPENERS) and bool(right) and not right.isspace()
    closes = bool(left) and not left.isspace() and (not right or right.isspace() or right in _CLOSERS or right == "[")
    if re.search(r"\d['’′]\d+$", text[max(0, at - 12) : at]):
        return None
    if opens == closes:
        return None
    return ENGLISH.opening if opens else ENGLISH.closing


def curled_single(text: str, at: int) -> str:
    """The mark that the straight ``'`` at ``at`` stands for: an apostrophe after a letter, always."""
    left, right = before(text, at), after(text, at)
    if (left and not left.isspace() and left not in _OPENERS) or right.isdigit() or _ELISIONS.match(text, at):
        return ENGLISH.inner_closing
    return ENGLISH.inner_opening if right and not right.isspace() else ENGLISH.inner_closing


def quoted_words(text: str) -> list[tuple[int, int]]:
    """The spans between marks in a heading, where single marks quote too; marks excluded."""
    spans = []
    at = 0
    while opening := _OPENING.search(text, at):
        at = opening.end()
        end = _closing(text, at, _CLOSED_BY[opening[0]])
        if end is not None:
            spans.append((at, end))
            at = end + 1
    return spans


def _closing(text: str, at: int, mark: str) -> int | None:
    """Where ``mark`` closes: not before a letter, where ’ is an apostrophe."""
    while (at := text.find(mark, at)) != -1:
        if not text[at + 1 : at + 2].isalpha():
            return at
        at += 1
    return None


def curled(text: str) -> str:
    """A heading's text with its straight marks curled where that is not ambiguous."""
    return _STRAIGHT.sub(_curled, text) if "'" in text or '"' in text else text


def _curled(mark: re.Match[str]) -> str:
    if mark[0] == "'":
        return curled_single(mark.string, mark.start())
    return curled_double(mark.string, mark.start()) or mark[0]
