"""Characters that no file an editor writes may hold: they cannot be seen, yet change what is read or printed.

Controls (ISO 6429), line and paragraph separators, surrogates and private-use characters (Unicode 16, chapter 23), and the format
characters that reorder text or take no room (Unicode Standard Annex 9; Unicode Technical Report 36, section 2).
A zero-width joiner between emoji and the tags of a flag are part of one visible sign and so are let through.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

_FAMILIES = {
    "control": ("a control character", "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"),
    "direction": ("a character that changes the direction of text", "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"),
    "separator": ("a line or paragraph separator", "\u2028\u2029"),
    "width": ("an invisible character", "\u200b-\u200d\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"),
    "private": ("a private-use character", "\ue000-\uf8ff\U000f0000-\U0010ffff"),
    "lost": ("the sign for a letter that was lost", "\ufffd"),
    "half": ("half a character", "\ud800-\udfff\ufffe\uffff"),
}
_ANY = re.compile("[" + "".join(characters for _, characters in _FAMILIES.values()) + "]")
_RUN = re.compile(
    "\U0001f3f4[\U000e0020-\U000e007e]+\U000e007f"  # the flags of England, Scotland and Wales
    "|(?<=[\u2640-\u27bf\ufe0f\U0001f300-\U0001faff])\u200d(?=[\u2190-\u2bff\U0001f300-\U0001faff])|"
    + "|".join(f"(?P<{name}>[{characters}]+)" for name, (_, characters) in _FAMILIES.items())
)


_ORDINARY = bytes([*b"\t\n\r", *range(0x20, 0x7F)])
"""ASCII that can be seen, blanks and line ends: single bytes in UTF-8, and part of no other character."""


def unusual(text: str) -> str:
    """What of ``text`` is not ASCII that can be seen, a blank or a line end: so little, mostly, that it is looked through at once."""
    return text.encode(errors="surrogatepass").translate(None, _ORDINARY).decode(errors="surrogatepass")


@dataclass(frozen=True, slots=True)
class RefusedCharacters:
    """A run of refused characters of one family and where it stands."""

    start: int
    end: int
    words: str
    """What they are, for an editor: ``an invisible character (U+200B)``."""


def refused_characters(text: str) -> Iterator[RefusedCharacters]:
    """Every run of refused characters in ``text``, in order."""
    if _ANY.search(unusual(text)) is None:
        return
    for match in _RUN.finditer(text):
        if match.lastgroup is not None:
            words = f"{_FAMILIES[match.lastgroup][0]} (U+{ord(match[0][0]):04X})"
            yield RefusedCharacters(match.start(), match.end(), words)
