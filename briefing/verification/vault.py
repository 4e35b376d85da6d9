"""The vault on the disk: evidence by source, what editors decided, and the lock that pins what was read. Only this room opens it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import yaml

from briefing.desk import DescribedRecord, PublicRecord, Register, SourceRecord
from briefing.verification.checking import Kept
from briefing.verification.child import reader_named
from briefing.verification.evidence import UnreadableError
from briefing.verification.evidence_lock import Pinned
from briefing.verification.held import Held
from briefing.verification.isolation import read_apart, reader_for

PRIVATE = "source.yml"
"""What only the vault knows of a source."""
_AT_ONCE = 4
"""Readers that run at the same time."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What the vault has of one source."""

    kept: Kept
    pinned: tuple[Pinned, ...] = ()
    waived: frozenset[str] = frozenset()
    """Ids of quotations that may pass unchecked; why is nobody else's business."""


def open_vault(vault: Path, register: Register, keys: Iterable[str]) -> Mapping[str, Opened]:
    """The evidence of these sources, each file read in a process of its own."""
    records = {key: register.sources[key] for key in sorted(set(keys)) if key in register.sources}
    with ThreadPoolExecutor(_AT_ONCE) as readers:
        opened = readers.map(lambda record: _open(vault / record.key, record), records.values())
        return dict(zip(records, opened, strict=True))


def _open(folder: Path, record: SourceRecord) -> Opened:
    named = record.evidence if isinstance(record, PublicRecord) else _files(folder)
    held: list[Held] = []
    pinned: list[Pinned] = []
    unread: list[str] = []
    for name in named:
        shown = "a file" if isinstance(record, DescribedRecord) else name
        try:
            content = _content(folder, name)
            evidence = read_apart(name, content)
        except UnreadableError as error:
            unread.append("; ".join(part for part in (f"{shown}: {error.reason}", error.hint) if part))
            continue
        held.append(Held(evidence, name))
        reader = reader_named(reader_for(name))
        text = "".join(segment.text for segment in evidence.segments)
        pinned.append(Pinned(record.key, name, _digest(content), f"{reader.name} {reader.version}", _digest(text.encode())))
    if not named:
        unread.append("the register names no evidence of this source")
    return Opened(Kept(tuple(held), tuple(unread)), tuple(pinned), _waived(folder))


def _files(folder: Path) -> tuple[str, ...]:
    """Whatever lies in the folder of a described source: the register names no file of it."""
    if not folder.is_dir():
        return ()
    names = (place.name for place in folder.iterdir() if place.is_file() and place.name != PRIVATE)
    return tuple(sorted(name for name in names if not name.startswith(".")))


def _content(folder: Path, name: str) -> bytes:
    """The bytes of a file that really lies in its source's folder."""
    place = (folder / name).resolve()
    if folder.resolve() not in place.parents:
        raise UnreadableError("it does not lie in its source’s folder", "put the file itself there")
    try:
        return place.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(
            "the vault has no such file", "put it into the folder of its source, or correct evidence:"
        ) from error
    except OSError as error:
        raise UnreadableError("the file cannot be opened") from error


def _waived(folder: Path) -> frozenset[str]:
    """``waivers: [{quotation: q-…, why: …}]``; one without a reason is none."""
    try:
        private = yaml.safe_load((folder / PRIVATE).read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError):
        return frozenset()
    entries = private.get("waivers") if isinstance(private, dict) else None
    good = (entry for entry in entries or () if isinstance(entry, dict) and entry.get("why"))
    return frozenset(str(entry.get("quotation")) for entry in good)


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
