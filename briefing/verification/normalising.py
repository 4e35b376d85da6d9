"""Steps 2 to 8 of normalising: two texts that differ only in how they are set become one.

Never folded: letters, digits, case, the order of words. Every step keeps, for each character, its place in the original.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import reduce

from briefing.verification.origins import Making

MARK = "'"
"""What every quotation mark, apostrophe and prime becomes."""
DASH = "–"
HYPHEN = "-"
LINE_HYPHEN = "¬"
"""A hyphen at the end of a line: the word's own, or the typesetter's; nobody can tell."""
GAP = "…"

_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_MARKS = '“”„‟‘’‚‛"`´«»‹›′″‵‶＂＇〝〞'
_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\x0b"
_ONE_CLASS = {MARK: _MARKS, " ": _SPACES, "\n": "\u2028\u2029", "*": "_", DASH: "—―‒⸺⸻", HYPHEN: "‐‑−﹣－"}
_INVISIBLE = re.compile("[\u200b-\u200f\u061c\u180e\u202a-\u202e\u2060-\u2069\ufeff]")
_COMPOSED = re.compile("[^\x00-\u02ff][\u0300-\u036f\u0483-\u0489\u0591-\u06ff\u0900-\U0001ffff]*|[\x00-\u02ff][\u0300-\u036f]+")


@dataclass(frozen=True, slots=True)
class Folded:
    """Normalised text that remembers the original."""

    text: str
    origin: Sequence[int]
    """For each character its place in the original, and one more for the end."""
    invisible: tuple[int, ...] = ()
    """Where in the original zero-width and direction characters were removed."""


Step = Callable[[Folded], Folded]


def fold(text: str) -> Folded:
    """All steps, in their order."""
    return reduce(lambda folded, step: step(folded), STEPS, Folded(text, range(len(text) + 1)))


def composed(folded: Folded) -> Folded:
    """Step 2: canonical composition (NFC) and the seven Latin ligatures; not NFKC, which would fold ½, ² and ™."""
    if folded.text.isascii():
        return folded
    if not unicodedata.is_normalized("NFC", folded.text):
        folded = replaced(folded, _COMPOSED, lambda match: unicodedata.normalize("NFC", match[0]))
    return replaced(folded, re.compile("[ﬀ-ﬆ]"), lambda match: _LIGATURES[match[0]])


def without_soft_hyphens(folded: Folded) -> Folded:
    """Step 3: soft hyphens, together with the line end behind them if there is one."""
    return replaced(folded, re.compile("\u00ad(?:[ \t]*\n[ \t]*)?"), "")


def without_invisibles(folded: Folded) -> Folded:
    """Step 4: zero-width and direction characters, removed and remembered."""
    if folded.text.isascii():
        return folded
    places = tuple(folded.origin[match.start()] for match in _INVISIBLE.finditer(folded.text))
    return replace(replaced(folded, _INVISIBLE, ""), invisible=places) if places else folded


def of_one_class(folded: Folded) -> Folded:
    """Steps 5 and 7, character for character: spaces, quotation marks, dashes, hyphens; ``_`` is emphasis like ``*``."""
    text = folded.text
    for one, family in _ONE_CLASS.items():
        for character in family:
            text = text.replace(character, one)
    return replace(folded, text=text)


def with_dashes(folded: Folded) -> Folded:
    """Step 7: ``--`` is a dash, so is a hyphen between blanks; a dash between digits or before a figure is a hyphen."""
    folded = replaced(replaced(folded, re.compile("––+"), DASH), re.compile("--+"), DASH)
    text = re.sub(r"–(?=[£$€]?\d)", lambda match: HYPHEN if _joins(match) else DASH, folded.text)
    return replace(folded, text=re.sub(r"-(?!\S)", lambda match: HYPHEN if _before(match).strip() else DASH, text))


def _joins(dash: re.Match[str]) -> bool:
    """Whether a dash before a figure joins it with another, or is its sign."""
    return _before(dash).isdigit() or not _before(dash).strip(" \n\f\r(£$€'")


def _before(match: re.Match[str]) -> str:
    return match.string[match.start() - 1 : match.start()] if match.start() else ""


def with_line_hyphens(folded: Folded) -> Folded:
    """Step 6: a hyphen at a line's end, between letters."""
    return replaced(
        folded, re.compile(r"-[ ]*\n\s*(?=[^\W\d_])"), lambda match: LINE_HYPHEN if _before(match).isalpha() else match[0]
    )


def with_ellipses(folded: Folded) -> Folded:
    """Step 7: three full stops, spaced or not, are one ellipsis; so are more."""
    return replaced(folded, re.compile(r"\.(?:[ ]?\.){2,}"), GAP)


STEPS: tuple[Step, ...] = (
    composed,
    without_soft_hyphens,
    without_invisibles,
    of_one_class,
    with_dashes,
    with_line_hyphens,
    with_ellipses,
)


def replaced(folded: Folded, pattern: re.Pattern[str], by: str | Callable[[re.Match[str]], str]) -> Folded:
    """``re.sub`` that keeps the places; each character put in stands where what it replaces began."""
    pieces: list[str] = []
    origin = Making()
    done = 0
    for match in pattern.finditer(folded.text):
        new = by if isinstance(by, str) else by(match)
        if new == match[0]:
            continue
        pieces += (folded.text[done : match.start()], new)
        origin.keep(folded.origin, done, match.start())
        origin.put(folded.origin[match.start()], len(new))
        done = match.end()
    if not done:
        return folded
    origin.keep(folded.origin, done, len(folded.origin))
    return replace(folded, text="".join((*pieces, folded.text[done:])), origin=origin.made())


def unflowed(text: str, *, delete_space: bool = False) -> str:
    """Step 8: ``format=flowed`` (RFC 3676): a line that ends in a blank runs on, at one depth of quoting; ``-- `` does not."""
    lines: list[tuple[int, str]] = []
    runs_on = False
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        words = line[depth:].removeprefix(" ")
        if runs_on and lines[-1][0] == depth and words != "-- ":
            before = lines[-1][1]
            lines[-1] = (depth, (before[:-1] if delete_space else before) + words)
        else:
            lines.append((depth, words))
        runs_on = words.endswith(" ") and words != "-- "
    return "\n".join((">" * depth + " " if depth else "") + words for depth, words in lines)
