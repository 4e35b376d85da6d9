"""Permanent names made from words: quotation ids, paragraph ids, subhead ids."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256

_NEITHER_LETTER_NOR_DIGIT = re.compile(r"[\W_]+")
r"""What ``str.isalnum`` denies: ``\w`` is that and the underscore."""


def frozen_form(words: str) -> str:
    """Letters and digits only, NFC, lower case: what of the words an id is made of. This form never changes."""
    return _NEITHER_LETTER_NOR_DIGIT.sub("", unicodedata.normalize("NFC", words).lower())


@dataclass(slots=True)
class Names:
    """The ids of one issue; the second of a kind ends in ``-2``, the third in ``-3``."""

    _seen: Counter[str] = field(default_factory=Counter)

    def quotation(self, words: str) -> str:
        """``q-`` and eight hexadecimal digits of SHA-256 over the frozen form."""
        return self._unique(f"q-{_digest(words)}")

    def paragraph(self, words: str) -> str:
        """``p-`` and eight hexadecimal digits, made like a quotation's."""
        return self._unique(f"p-{_digest(words)}")

    def heading(self, words: str) -> str:
        """``section-`` and its words in ASCII letters; apart from every other kind of id."""
        plain = unicodedata.normalize("NFKD", words.lower()).encode("ascii", "ignore").decode()
        slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-")
        return self._unique(f"section-{slug or _digest(words)}")

    def _unique(self, name: str) -> str:
        self._seen[name] += 1
        return name if self._seen[name] == 1 else f"{name}-{self._seen[name]}"


def _digest(words: str) -> str:
    return sha256(frozen_form(words).encode()).hexdigest()[:8]
