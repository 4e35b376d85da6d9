"""Step 1 of normalising: bytes to text, where the declared charset may be wrong."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MISREAD = re.compile("[\x80-\x9f\ufffd]")
"""C1 controls and the replacement character: nobody types them; they are what a wrong charset leaves."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and what to tell an editor about its charset, if anything."""

    text: str
    notice: str = ""


def decoded(content: bytes, declared: str = "utf-8") -> Decoded:
    """The text of ``content``: by its byte order mark, else as declared, else as Windows-1252, which mail programs mislabel."""
    for mark, charset in _BYTE_ORDER_MARKS:
        if content.startswith(mark):
            return Decoded(_lines(content[len(mark) :] if charset == "utf-8" else content, charset))
    text = _lines(content, declared)
    if not _MISREAD.search(text):
        return Decoded(text)
    again = _lines(content, "utf-8")
    if not _MISREAD.search(again):
        return Decoded(again, f"this is not {_shown(declared)}, as it claims; read as utf-8")
    return Decoded(_lines(content, "cp1252"), f"this is not {_shown(declared)}; read as Windows-1252")


def _lines(content: bytes, charset: str) -> str:
    """Decoded with line ends made one; an unknown charset leaves replacement characters, like a wrong one."""
    try:
        text = content.decode(charset, errors="replace")
    except (LookupError, UnicodeError, ValueError):
        text = content.decode("ascii", errors="replace")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _shown(charset: str) -> str:
    return charset if re.fullmatch(r"[\w.:-]{1,30}", charset) else "in the charset"
