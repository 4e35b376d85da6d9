"""Sources and people as readers may look them up: open and named sources that published issues cite, and who may be indexed."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property


@dataclass(frozen=True, slots=True)
class PublicRole:
    """What somebody was, and when, in words."""

    role: str
    since: str = ""
    """``October 2026``; "" where it is not recorded."""
    until: str = ""


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """A person or body that has a page: one that may be indexed, and wrote or speaks in a cited source or was asked for a reply."""

    id: str
    name: str
    full: str = ""
    roles: tuple[PublicRole, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """Where the words of one quotation stand in a published document."""

    issue: int
    """The number of the issue that quotes them."""
    quotation: str
    """Its id."""
    spans: tuple[tuple[int, int], ...]
    """Begin and end in the document's text: one for each piece between marked cuts, in order."""


@dataclass(frozen=True)
class Document:
    """An open source's own text, published with the passages that issues quote."""

    text: str = field(repr=False)
    """Lines as filed; a form feed begins a new page."""
    passages: tuple[Passage, ...] = ()

    @cached_property
    def quoted(self) -> frozenset[tuple[int, str]]:
        """Which quotations stand in it: the numbers of their issues, and their ids."""
        return frozenset((passage.issue, passage.quotation) for passage in self.passages)


@dataclass(frozen=True, slots=True)
class PublicSource:
    """An open or named source that a published issue cites."""

    key: str
    kind: str
    """What a reader calls it: ``board paper``."""
    credit: str
    """As the first issue that cites it prints it."""
    title: str = ""
    url: str = ""
    archive_url: str = ""
    accessed: str = ""
    """In words, as printed."""
    licence: str = ""
    people: tuple[str, ...] = ()
    """Ids of those who wrote it or speak in it and have a page."""
    listed: bool = True
    """Whether lists and search engines may have it; not where somebody is named in it who may not be indexed."""
    document: Document | None = None
    """None where the document itself is not published."""
