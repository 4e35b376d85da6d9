"""Words of evidence as copy: curled, on one line a paragraph, and with nothing in them that Markdown would take for its own."""

from __future__ import annotations

import re
from collections.abc import Collection
from unicodedata import category

from briefing.reading.marks import curled_double, curled_single
from briefing.verification.normalising import Folded, composed, with_ellipses, without_invisibles, without_soft_hyphens

_LINE_HYPHEN = re.compile(r"(?<![^\W\d_])([^\W\d_]+)-[ \t]*\n\s*([^\W\d_]+)")
_UNPRINTED = frozenset({"Cc", "Cf", "Cn", "Co", "Cs", "Zl", "Zp"})
_OUTER = {"“": "‘", "”": "’", "„": "‘", "‟": "‘", "«": "‘", "»": "’", "＂": "'", "〝": "‘", "〞": "’"}
_FEET = re.compile(r"(?<=\d)'(?=\s?\d)")
_INCHES = re.compile(r"(?<=\d)(?:\"|'')(?!\w)")
_LISTED = re.compile(r"^\s*(?:[-*•·▪◦●■–—]|\(?\d{1,3}[.)]|[A-Z]{1,2}\d{1,3}\b\.?)\s+(?=\S)(?=[\s\S]*[^\W_])")
_MARKUP = re.compile(
    r"[\\`*<]|(?<![^\W_])_|_(?![^\W_])|\[(?=[@^!])|\](?=[(\[:])|&(?=#?\w+;)|={2,}|!(?=\[)|\{(?=[:#.])|~{2,}|\^(?=\[)"
)


def as_copy(words: str, known: Collection[str] = ()) -> str:
    """One paragraph of evidence as it would stand in the marks of a quotation; ``known`` are words of the evidence in lower case.

    What it changes is only how the words are set: a quotation made so is verbatim or set.
    """
    text = _LISTED.sub("", _joined(words, known))
    folded = with_ellipses(without_invisibles(without_soft_hyphens(composed(Folded(text, range(len(text) + 1))))))
    text = " ".join("".join(" " if category(one) in _UNPRINTED else one for one in folded.text).split())
    text = re.sub(r"(?<=\s)-{1,3}(?=\s)|(?<=\w)-{2,3}(?=\w)", "–", text)
    return _escaped(_curled(text))


def _joined(words: str, known: Collection[str]) -> str:
    """Words broken at a line's end: with the hyphen only where the evidence has the word so elsewhere."""

    def joined(match: re.Match[str]) -> str:
        hyphenated = f"{match[1]}-{match[2]}"
        return hyphenated if hyphenated.lower() in known or match[2][0].isupper() else match[1] + match[2]

    return _LINE_HYPHEN.sub(joined, words)


def _curled(text: str) -> str:
    """Double marks become single ones, as they will stand inside double ones; feet and inches become primes."""
    text = _FEET.sub("′", _INCHES.sub("″", text))
    return "".join(_mark(text, at, character) for at, character in enumerate(text))


def _mark(text: str, at: int, character: str) -> str:
    if character == '"':
        mark = curled_double(text, at) or ("“" if text[at + 1 : at + 2].isalnum() else "”")
        return _OUTER[mark]
    if character == "'":
        return curled_single(text, at)
    return curled_single("'", 0) if (plain := _OUTER.get(character, character)) == "'" else plain


def _escaped(text: str) -> str:
    return _MARKUP.sub(lambda match: "".join(f"\\{character}" for character in match[0]), text)
