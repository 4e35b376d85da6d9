"""Evidence as text: what a reader makes of a file, by author and by whether it still stands in it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol


class Standing(Enum):
    """Whether a piece of text is part of what its file says."""

    PLAIN = "plain"
    DELETED = "deleted"
    """Struck, deleted with changes tracked, a comment: no longer or never part of the text."""
    HIDDEN = "hidden"
    """There for a machine and not for a reader: hidden runs, invisible text."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of text by one author; blanks and line ends between two segments belong to their texts."""

    text: str
    author: str = ""
    """A name, a label or an address, as the file has it; "" where the whole file is one author's."""
    standing: Standing = Standing.PLAIN
    place: str = ""
    """Where it is, for an editor: ``p. 3``, ``00:12:31``."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """A file's text."""

    segments: tuple[Segment, ...]
    notices: tuple[str, ...] = ()
    """What an editor should know of how it was read."""


class UnreadableError(Exception):
    """A file that no words can be had from; the message says why, ``hint`` what to do. It holds nothing of the file."""

    def __init__(self, reason: str, hint: str = "") -> None:
        super().__init__(reason, hint)
        self.reason = reason
        self.hint = hint


class EvidenceReader(Protocol):
    """Entry points of ``briefing.evidence_readers`` are zero-argument callables that return one."""

    @property
    def name(self) -> str:
        """Short and lower case: ``docx``."""

    @property
    def version(self) -> int:
        """Raised whenever the same bytes give another text: what was checked before is then stale."""

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The file name endings it reads, lower case, with their dot."""

    def read(self, content: bytes) -> Evidence:
        """The text of a file; ``UnreadableError`` where there is none to be had."""
