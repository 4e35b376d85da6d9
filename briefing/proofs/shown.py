"""What somebody sees who opens a finished file, and who reads that back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Protocol, TypeAlias, runtime_checkable


class UnreadableError(Exception):
    """A finished file is not what its media type says; the message tells an editor why."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One rendering of an issue as its reader meets it."""

    text: str = field(repr=False)
    """Its words in reading order, spelt as ``briefing.model.words`` spells them; how they are spaced means nothing."""
    links: tuple[str, ...] = ()
    """Every address it leads to or loads, as written."""
    form: str = ""
    """Which of several renderings of one file this is: ``text/plain`` or ``text/html`` in an email."""


class Reader(Protocol):
    """Reads files of one media type back; a plug-in of the group ``briefing.readers`` is a callable that returns one."""

    @property
    def media_type(self) -> str:
        """Without parameters: ``text/html``."""

    def read(self, content: bytes) -> Mapping[str, tuple[Shown, ...]]:
        """What the file shows, by the id of the entry, "" for a file that is one whole; each ``Shown`` must hold all words.

        Pure; raises ``UnreadableError`` if the file is not well-formed.
        """


Inside: TypeAlias = Callable[[str, bytes], Shown]
"""Reads a document that lies in a file, by its media type; the same document is read once, wherever it lies."""


@runtime_checkable
class Container(Reader, Protocol):
    """A reader of files in which documents of other media types lie: emails and feeds."""

    def read_with(self, content: bytes, inside: Inside) -> Mapping[str, tuple[Shown, ...]]:
        """As ``read``; what a document in the file shows is asked of ``inside``."""


def whole(found: Mapping[str, tuple[Shown, ...]]) -> Shown:
    """The one rendering of a file that is one whole."""
    match found.get("", ()):
        case (shown,):
            return shown
        case _:
            raise UnreadableError("a document in it is not one whole")
