"""Permanent names made from words: quotation ids, paragraph ids, subhead ids."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from hashlib import sha256

_NEITHER_LETTER_NOR_DIGIT = bytes(code for code in range(128) if not chr(code).isalnum())
"""Of ASCII, whose characters are single bytes in UTF-8 and part of no other."""
_BETWEEN_WORDS = re.compile(r"[^a-z0-9]+")
_PUNCTUATION = re.compile(rb"\xe2\x80[\x80-\xbf]")
"""U+2000 to U+203F in UTF-8, among which are quotation marks, dashes and ellipses, and neither letter nor digit."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")


def frozen_form(words: str) -> bytes:
    """Letters and digits only, NFC, lower case, in UTF-8: what of the words an id is made of. This form never changes."""
    kept = _without_punctuation(words)
    if kept.isascii():  # as nearly all English is, whose punctuation no normal form makes into letters
        return kept.lower()
    kept = _without_punctuation(unicodedata.normalize("NFC", words).lower())
    return kept if kept.isascii() else _letters_and_digits(kept.decode(errors="surrogatepass")).encode()


def _without_punctuation(words: str) -> bytes:
    kept = words.encode(errors="surrogatepass").translate(None, _NEITHER_LETTER_NOR_DIGIT)
    return kept if kept.isascii() else _PUNCTUATION.sub(b"", kept)


def _letters_and_digits(text: str) -> str:
    """Without what is neither, of the characters beyond ASCII."""
    return _BEYOND_ASCII.sub(lambda match: "".join(filter(str.isalnum, match[0])), text)


@dataclass(slots=True)
class Names:
    """The ids of one issue; the second of a kind ends in ``-2``, the third in ``-3``."""

    _seen: dict[str, int] = field(default_factory=dict)

    def quotation(self, words: str) -> str:
        """``q-`` and eight hexadecimal digits of SHA-256 over the frozen form."""
        return self._unique(f"q-{_digest(words)}")

    def paragraph(self, words: str) -> str:
        """``p-`` and eight hexadecimal digits, made like a quotation's."""
        return self._unique(f"p-{_digest(words)}")

    def heading(self, words: str) -> str:
        """``section-`` and its words in ASCII letters; apart from every other kind of id."""
        plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
        slug = _BETWEEN_WORDS.sub("-", plain).strip("-")[:60].strip("-")
        return self._unique(f"section-{slug or _digest(words)}")

    def _unique(self, name: str) -> str:
        times = self._seen[name] = self._seen.get(name, 0) + 1
        return name if times == 1 else f"{name}-{times}"


def _digest(words: str) -> str:
    return sha256(frozen_form(words)).hexdigest()[:8]
