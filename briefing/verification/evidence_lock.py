"""``evidence.lock`` in the vault: which bytes were read by which reader, and which flags an editor has accepted. JSON Lines, sorted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path

NAME = "evidence.lock"
VERSION = 1


@dataclass(frozen=True, slots=True, order=True)
class Pinned:
    """One evidence file as it was read."""

    source: str
    file: str
    content: str
    """Digest of its bytes."""
    reader: str
    """Its reader, with its version."""
    text: str
    """Digest of what the reader got from it."""


@dataclass(frozen=True, slots=True, order=True)
class Accepted:
    """A flag an editor has looked at and lets stand, for these very words."""

    issue: str
    quotation: str
    words: str
    """Digest of the words as published."""
    code: str


@dataclass(frozen=True, slots=True)
class EvidenceLock:
    """All of it."""

    pinned: frozenset[Pinned] = frozenset()
    accepted: frozenset[Accepted] = frozenset()

    def codes(self, issue: str, quotation: str, words: str) -> tuple[str, ...]:
        """What was accepted of a quotation."""
        same = (one for one in self.accepted if (one.issue, one.quotation, one.words) == (issue, quotation, words))
        return tuple(sorted(one.code for one in same))


class VaultError(Exception):
    """The vault's own lock cannot be used; the message says why."""


def read_evidence_lock(vault: Path) -> EvidenceLock:
    """The lock as it is; lines that are not ours are left out, so that what they pinned counts as new."""
    try:
        lines = (vault / NAME).read_text(encoding="utf-8", errors="replace").splitlines()
    except FileNotFoundError:
        return EvidenceLock()
    except OSError as error:
        raise VaultError(f"{NAME} in the vault cannot be read: {error.strerror}; it holds what editors have accepted") from error
    rows = [row for row in map(_row, lines) if row is not None]
    return EvidenceLock(
        frozenset(row for row in rows if isinstance(row, Pinned)), frozenset(row for row in rows if isinstance(row, Accepted))
    )


def write_evidence_lock(vault: Path, pinned: Iterable[Pinned], accepted: Iterable[Accepted]) -> None:
    """Write it whole or not at all."""
    rows: list[Pinned | Accepted] = [*sorted(set(pinned)), *sorted(set(accepted))]
    lines = [json.dumps({"version": VERSION}), *(json.dumps(asdict(row), ensure_ascii=False) for row in rows)]
    new = vault / f".{NAME}.new"
    try:
        new.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")
        new.replace(vault / NAME)
    except OSError as error:
        with suppress(OSError):
            new.unlink()
        raise VaultError(f"{NAME} could not be written into the vault: {error.strerror}") from error


def _row(line: str) -> Pinned | Accepted | None:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(row, dict) or not all(isinstance(value, str) for value in row.values()):
        return None
    for kind in (Pinned, Accepted):
        if row.keys() == set(kind.__slots__):
            return kind(**row)
    return None
