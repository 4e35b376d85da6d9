"""What a YAML file says, as frozen values that know their place: text, lists and sections, nothing typed yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from briefing.diagnostics import Code, Span


class Scalar(NamedTuple):
    """A single value, always as text: ``NO``, ``1_000`` and ``2018-07`` stay what they are."""

    value: str
    span: Span
    plain: bool = True
    """Written without quotation marks."""
    hash_after: bool = False
    """Followed by ``#`` and a letter or digit: a comment to YAML, but perhaps meant as text."""

    @property
    def empty(self) -> bool:
        """Whether nothing at all is written here: ``key:``."""
        return self.plain and not self.value


@dataclass(frozen=True, slots=True)
class Listing:
    """A list of values."""

    items: tuple[Node, ...]
    span: Span


class Entry(NamedTuple):
    """One ``key: value`` of a section."""

    key: Scalar | Opaque
    value: Node

    @property
    def name(self) -> str:
        """The key as text; "" if it is none."""
        return self.key.value if isinstance(self.key, Scalar) else ""


@dataclass(frozen=True, slots=True)
class Section:
    """A mapping, its entries in the order of the file, repeated keys included."""

    entries: tuple[Entry, ...]
    span: Span

    def entry(self, name: str) -> Entry | None:
        """The first entry under ``name``."""
        return next((entry for entry in self.entries if entry.name == name), None)

    def get(self, name: str) -> Node | None:
        """The value of the first entry under ``name``."""
        entry = self.entry(name)
        return entry.value if entry else None

    def repeated(self) -> Iterator[Entry]:
        """Entries whose key was there before."""
        seen: set[str] = set()
        for entry in self.entries:
            if entry.name and entry.name in seen:
                yield entry
            seen.add(entry.name)


@dataclass(frozen=True, slots=True)
class Opaque:
    """Something of YAML that is not read here: a tag, an anchor, an alias, a merge, a key that is no text."""

    fault: Code
    """What it is where it is not allowed."""
    span: Span


Node: TypeAlias = Scalar | Listing | Section | Opaque
