"""The vault on the disk: evidence by source, and what the vault alone knows of it. Only this room opens it."""

from __future__ import annotations

import stat
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from briefing.desk import DescribedRecord, PublicRecord, Register, SourceRecord
from briefing.verification.checking import Kept
from briefing.verification.choosing import TRANSCRIPT, Choice, find_readers, reader_for
from briefing.verification.evidence import UnreadableError
from briefing.verification.evidence_lock import Pinned
from briefing.verification.held import Held
from briefing.verification.isolation import LARGEST, TOO_LARGE, read_apart
from briefing.verification.waivers import PRIVATE, Waivers, read_waivers

_AT_ONCE = 4
"""Readers that run at the same time."""


@dataclass(frozen=True, slots=True)
class Opened:
    """What the vault has of one source."""

    kept: Kept
    pinned: tuple[Pinned, ...] = ()
    waivers: Waivers = field(default_factory=Waivers)
    notices: tuple[str, ...] = ()
    """How files were read that were not quite what they claim to be."""


def open_vault(vault: Path, register: Register, keys: Iterable[str]) -> Mapping[str, Opened]:
    """The evidence of these sources, each file read in a process of its own; those of which none is kept are left alone."""
    records = {key: register.sources[key] for key in sorted(set(keys)) if key in register.sources}
    readers = find_readers()
    with ThreadPoolExecutor(_AT_ONCE) as workers:
        opened = workers.map(lambda record: _open(vault / record.key, record, readers), records.values())
        return dict(zip(records, opened, strict=True))


def _open(folder: Path, record: SourceRecord, readers: tuple[Choice, ...]) -> Opened:
    waivers = read_waivers(folder)
    if isinstance(record, PublicRecord) and not record.held:
        return Opened(Kept(), waivers=waivers)
    try:
        names = _names(folder, record)
    except UnreadableError as error:
        return Opened(Kept(unread=(_said(error),)), waivers=waivers)
    held: list[Held] = []
    pinned: list[Pinned] = []
    unread: list[str] = []
    notices: list[str] = []
    for name in names:
        shown = "a file" if isinstance(record, DescribedRecord) else name
        try:
            one, pin, said = _read(folder, record.key, name, readers)
        except UnreadableError as error:
            unread.append(f"{shown}: {_said(error)}")
            continue
        held.append(one)
        pinned.append(pin)
        notices += (f"{shown}: {notice}" for notice in said)
    return Opened(Kept(tuple(held), tuple(unread)), tuple(pinned), waivers, tuple(notices))


def _read(folder: Path, key: str, name: str, readers: tuple[Choice, ...]) -> tuple[Held, Pinned, tuple[str, ...]]:
    """A file ready for searching, how it was read, and what is to be said of that."""
    choice = reader_for(name, readers)
    content = _content(folder, name)
    evidence = read_apart(choice, content)
    text = "".join(segment.text for segment in evidence.segments)
    if not text.strip():
        raise UnreadableError("there is no text in this file", TRANSCRIPT)
    reader = f"{choice.reader.name} {choice.reader.version}"
    return Held(evidence, name), Pinned(key, name, _digest(content), reader, _digest(text.encode())), evidence.notices


def _said(error: UnreadableError) -> str:
    return "; ".join(part for part in (error.reason, error.hint) if part)


def _names(folder: Path, record: SourceRecord) -> tuple[str, ...]:
    """The files the register names; of a described source, of which it names none, whatever lies in its folder."""
    if isinstance(record, DescribedRecord):
        names = tuple(_files(folder))
        if not names:
            raise UnreadableError("the vault has no notes of this source", "put them into the folder that is called like it")
        return names
    if not record.evidence:
        raise UnreadableError(
            "the register names no evidence of this source", "name its files under evidence, or say held: false"
        )
    if not folder.exists():
        missing = ", ".join(record.evidence)
        raise UnreadableError("the vault has no folder of this source", f"make the folder {record.key} in it, with {missing}")
    return record.evidence


def _files(folder: Path) -> Iterator[str]:
    try:
        names = sorted(place.name for place in folder.iterdir() if place.is_file()) if folder.is_dir() else []
    except OSError as error:
        raise UnreadableError("its folder in the vault cannot be opened", "see whether you may read it") from error
    yield from (name for name in names if name != PRIVATE and not name.startswith("."))


def _content(folder: Path, name: str) -> bytes:
    """The bytes of a file that really lies in its source's folder."""
    try:
        place = (folder / name).resolve()
        if folder.resolve() not in place.parents:
            raise UnreadableError("it does not lie in its source’s folder", "put the file itself there")
        status = place.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableError("this is no file", "name a file under evidence")
        if status.st_size > LARGEST:
            raise UnreadableError(TOO_LARGE, TRANSCRIPT)
        return place.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableError(
            "the vault has no such file", "put it into the folder of its source, or correct evidence:"
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableError("the file cannot be opened", "see whether you may read it") from error


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()
