"""Whether copy says what the vault keeps of a confidential source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.diagnostics import Diagnostic
from briefing.verification.scan.needles import words_needle
from briefing.verification.scan.searching import search, told


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
    needles = tuple(needle for needle in map(words_needle, identity.strings) if needle)
    yield from told(search(path, text.encode(), needles))[0]
