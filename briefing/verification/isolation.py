"""Evidence is read in a process of its own: what a hostile file does to its reader, it does not do to us."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib import metadata
from pathlib import PurePath

from briefing.verification.child import GROUP, NOT_READ, SECONDS, reader_named
from briefing.verification.evidence import Evidence, EvidenceReader, Segment, Standing, UnreadableError

LARGEST = 200 * 2**20
"""Larger files are not even opened."""
_KEPT = ("PATH", "SYSTEMROOT", "VIRTUAL_ENV", "PYTHONPATH", "LANG", "LC_ALL")
_TRANSCRIPT = "keep a transcript beside it, as .txt, that names who made it"
_BROKEN = "its reader stopped on this file: it is damaged, or not what its name says"


def read_apart(name: str, content: bytes, *, seconds: float = SECONDS) -> Evidence:
    """The text of the evidence file ``name``; ``UnreadableError`` says why there is none, whatever the file holds."""
    reader = reader_for(name)
    if len(content) > LARGEST:
        raise UnreadableError("this file is too large to be a document", _TRANSCRIPT)
    command = [sys.executable, "-X", "utf8", "-m", "briefing.verification.child", reader]
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ}
    try:
        result = subprocess.run(  # noqa: S603 - our own module, and a reader's name from the entry points
            command, input=content, capture_output=True, timeout=seconds, check=False, env=environment
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError("reading this file takes too long", _TRANSCRIPT) from error
    if result.returncode == NOT_READ:
        answer = json.loads(result.stdout)
        raise UnreadableError(answer["reason"], answer["hint"])
    if result.returncode:
        raise UnreadableError(_BROKEN, _TRANSCRIPT)
    return _evidence(result.stdout)


def reader_for(name: str) -> str:
    """The entry point of the reader for a file, by its ending."""
    suffix = PurePath(name).suffix.lower()
    for entry in sorted(metadata.entry_points(group=GROUP), key=lambda one: one.name):
        reader: EvidenceReader = reader_named(entry.name)
        if suffix in reader.suffixes:
            return entry.name
    raise UnreadableError(f"no reader for {suffix or 'files without an ending'}", _TRANSCRIPT)


def _evidence(answer: bytes) -> Evidence:
    try:
        read = json.loads(answer)
        segments = tuple(Segment(text, author, Standing(standing), place) for text, author, standing, place in read["segments"])
        return Evidence(segments, tuple(map(str, read["notices"])))
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableError(_BROKEN, _TRANSCRIPT) from error
