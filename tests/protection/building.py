"""A project verified and built in this process, and everything that came of it: the lock, both trees, and what was said."""

from __future__ import annotations

import logging
import os
import re
import shutil
import socket
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass, field
from datetime import UTC, datetime
from io import StringIO
from pathlib import Path
from unittest.mock import patch

from briefing.cli.building import Request
from briefing.cli.building import run as build
from briefing.cli.verifying import run as verify
from briefing.press.warden import open_vault_again
from briefing.verification import vault as opening
from briefing.verification.choosing import Choice
from briefing.verification.evidence import Evidence

_DURATION = re.compile(r"in [0-9.]+ seconds")
"""How long MkDocs took: the clock's, not the vault's."""
NOW = datetime(2031, 6, 1, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Outcome:
    """What anybody but the editor can ever see."""

    built: bool
    files: dict[str, bytes] = field(repr=False)
    """``site``, ``dist`` and the locks, by path."""
    log: str = field(repr=False)


def outcome(project: Path, vault: Path, *, checked: bool = True, now: datetime = NOW) -> Outcome:
    """Verify with the vault (unless what is ``checked`` does not matter), then build with the vault at hand."""
    for made in ("site", "dist", ".cache", "sources/quotes.lock", "sources/ids.lock"):
        place = project / made
        shutil.rmtree(place) if place.is_dir() else place.unlink(missing_ok=True)
    with _listening() as said, patch.object(opening, "read_apart", _read_here):
        if checked:
            verify(project / "mkdocs.yml", vault, "text")
    with _listening() as said, _vault_at_hand(vault), offline():
        built = build(Request(project / "mkdocs.yml", None, None, now, "text", strict=False, release=False))
    return Outcome(built, _files(project), _DURATION.sub("in a moment", said.getvalue()))


def _read_here(choice: Choice, content: bytes) -> Evidence:
    """The reader itself: that it runs in a process apart is seen elsewhere, and takes most of a run's time."""
    return choice.reader.read(content)


def _files(project: Path) -> dict[str, bytes]:
    made = [path for folder in ("site", "dist") for path in sorted((project / folder).rglob("*")) if path.is_file()]
    made += sorted((project / "sources").glob("*.lock"))
    return {path.relative_to(project).as_posix(): path.read_bytes() for path in made}


@contextmanager
def _vault_at_hand(vault: Path) -> Iterator[None]:
    before = os.environ.get("BRIEFING_VAULT")
    os.environ["BRIEFING_VAULT"] = str(vault)
    try:
        yield
    finally:
        open_vault_again(vault)
        os.environ.pop("BRIEFING_VAULT", None)
        if before is not None:
            os.environ["BRIEFING_VAULT"] = before


@contextmanager
def offline() -> Iterator[None]:
    """Within it, every socket is refused."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a build asks nobody for anything")

    with (
        patch.object(socket, "socket", refuse),
        patch.object(socket, "getaddrinfo", refuse),
        patch.object(socket, "create_connection", refuse),
    ):
        yield


@contextmanager
def _listening() -> Iterator[StringIO]:
    """Everything said on the way, by log, on standard output and beside it."""
    said = StringIO()
    handler = logging.StreamHandler(said)
    root = logging.getLogger()
    level = root.level
    root.addHandler(handler)
    root.setLevel(logging.DEBUG)
    try:
        with redirect_stdout(said), redirect_stderr(said):
            yield said
    finally:
        root.removeHandler(handler)
        root.setLevel(level)
