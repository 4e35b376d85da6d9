"""Whether copy says what the vault keeps of a confidential source."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.protection import P403

_LEAST = 3
"""Shorter names are in every text."""


@dataclass(frozen=True, slots=True)
class Identity:
    """The strings by which a person could be found; their representation shows none of them."""

    strings: tuple[str, ...]
    also_public: bool = False
    """Whether the person is quoted openly elsewhere, under the same name."""

    def __repr__(self) -> str:
        return "Identity(…)"


def named_in(path: str, text: str, identity: Identity) -> Iterator[Diagnostic]:
    """P403 wherever a string of the identity stands as words of its own, in any case; the line and the string are not shown."""
    if identity.also_public:
        return
    for string in identity.strings:
        words = [re.escape(word) for word in re.findall(r"[^\W_]+|[^\w\s]", string)]
        if len(string) < _LEAST or not words:
            continue
        spaced = r"\s*".join(words)
        for match in re.finditer(rf"(?<![^\W_]){spaced}(?![^\W_])", text, re.IGNORECASE):
            yield P403.at(Span(path, match.start(), match.end()), help=["on the machine with the vault: briefing scan --show"])
