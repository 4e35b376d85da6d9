"""The register of sources and people: who may be named, and how.

Each level is a type of its own: a described source has no field that could hold a name, a date or a file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from typing import TypeAlias

from briefing.diagnostics import Span
from briefing.diagnostics.packing import Packed
from briefing.model.dates import MONTHS


class Level(Enum):
    """What may be printed of a source that the register knows; a sealed source has no file, so its key is unknown."""

    OPEN = "open"
    NAMED = "named"
    DESCRIBED = "described"


@dataclass(frozen=True, slots=True)
class PartialDate(Packed):
    """A day, a month or a year: ``2018-07-04``, ``2018-07``, ``2018``."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def words(self) -> str:
        """``4 July 2018``, ``July 2018`` or ``2018``."""
        if self.month is None:
            return str(self.year)
        name = MONTHS[self.month - 1]
        return f"{self.day} {name} {self.year}" if self.day else f"{name} {self.year}"


@dataclass(frozen=True, slots=True)
class Obtained(Packed):
    """How the desk came by a document."""

    by: str
    """foi, published, given, leaked, interview or obtained."""
    released_to: tuple[str, ...] = ()
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Withdrawn:
    """A source that no longer stands."""

    on: date
    why: str


@dataclass(frozen=True, slots=True)
class Role:
    """What somebody was, and when: an old issue keeps the role of its day."""

    role: str
    start: PartialDate | None = None
    end: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """A person or body that is quoted or criticised."""

    id: str
    name: str
    full: str = ""
    later: str = ""
    """How it is called after the first mention: ``Mr Orrin``."""
    roles: tuple[Role, ...] = ()
    index: bool = True

    def role_on(self, day: date) -> str:
        """The role held on ``day``, or "" if none is recorded for it."""
        for role in self.roles:
            begins = role.start is None or (role.start.year, role.start.month or 1, role.start.day or 1) <= (
                day.year,
                day.month,
                day.day,
            )
            ends = role.end is not None and (role.end.year, role.end.month or 12, role.end.day or 31) < (
                day.year,
                day.month,
                day.day,
            )
            if begins and not ends:
                return role.role
        return ""


@dataclass(frozen=True, slots=True)
class PublicRecord(Packed):
    """What the register says of an open or named source."""

    key: str
    kind: str
    level: Level
    span: Span
    """Its file as a whole."""
    describe: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    """Ids of people.yml."""
    to: str = ""
    """An id of people.yml, or ``us``."""
    issued: PartialDate | None = None
    obtained: Obtained | None = None
    url: str = ""
    archive_url: str = ""
    accessed: PartialDate | None = None
    licence: str = ""
    publisher: str = ""
    evidence: tuple[str, ...] = ()
    held: bool = True
    speakers: tuple[str, ...] = ()
    """Ids of people.yml who speak in it (a hearing, a transcript)."""
    original: str = ""
    reconstructed: bool = False
    publish: bool = False
    publish_hash: bool = False
    withdrawn: Withdrawn | None = None


@dataclass(frozen=True, slots=True)
class DescribedRecord(Packed):
    """A described source: the agreed words, and two switches. There is no field for anything else, on purpose."""

    key: str
    kind: str
    span: Span
    describe: str
    linkable: bool = False
    direct_quote: bool = False


SourceRecord: TypeAlias = PublicRecord | DescribedRecord


@dataclass(frozen=True, slots=True)
class Register:
    """All sources and people that copy may cite."""

    sources: Mapping[str, SourceRecord] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    unread: frozenset[str] = frozenset()
    """Names of files, without their suffix, that could not be read: that is told there, and nothing that comes of it."""
