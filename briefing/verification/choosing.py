"""Which reader has a file: by its ending; ours first, plug-ins after them, and the last that knows the ending."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import PurePath

from briefing.verification.evidence import EvidenceReader, UnreadableError

GROUP = "briefing.evidence_readers"
TRANSCRIPT = "keep a transcript beside it, as .txt, that names who made it"
_OURS = "mkdocs-briefing"

Finder = Callable[[str], Iterable[metadata.EntryPoint]]


class ReaderFailedError(Exception):
    """A reader of somebody else's cannot be used; the message names it and its distribution."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A reader, and how the process that runs it finds it."""

    reader: EvidenceReader
    value: str
    """``package.module:Class``, as its entry point has it."""


def installed(group: str) -> Iterable[metadata.EntryPoint]:
    """The entry points of a group in this environment."""
    return metadata.entry_points(group=group)


def find_readers(finder: Finder = installed) -> tuple[Choice, ...]:
    """Every reader, in the order in which the last that knows an ending counts."""
    return tuple(Choice(_loaded(entry), entry.value) for entry in sorted(finder(GROUP), key=_rank))


def reader_for(name: str, readers: Iterable[Choice]) -> Choice:
    """The reader of a file; ``UnreadableError`` where nobody knows its ending."""
    suffix = PurePath(name).suffix.lower()
    able = [choice for choice in readers if suffix in choice.reader.suffixes]
    if not able:
        raise UnreadableError(f"no reader for {suffix or 'files without an ending'}", TRANSCRIPT)
    return able[-1]


def _rank(entry: metadata.EntryPoint) -> tuple[bool, str, str]:
    distribution = entry.dist.name if entry.dist else ""
    return distribution != _OURS, entry.name, distribution


def _loaded(entry: metadata.EntryPoint) -> EvidenceReader:
    try:
        reader: EvidenceReader = entry.load()()
        _ = (reader.name, reader.version, tuple(reader.suffixes))
    except Exception as error:
        raise ReaderFailedError(f"{_described(entry)} failed: {type(error).__name__}: {error}") from error
    return reader


def _described(entry: metadata.EntryPoint) -> str:
    distribution = entry.dist.name if entry.dist else "an unknown distribution"
    return f"the evidence reader “{entry.name}” of {distribution}"
