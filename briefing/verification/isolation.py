"""Evidence is read in a process of its own: what a hostile file does to its reader, it does not do to us."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from briefing.verification.child import NOT_READ, SECONDS
from briefing.verification.choosing import TRANSCRIPT, Choice
from briefing.verification.evidence import Evidence, Segment, Standing, UnreadableError

LARGEST = 200 * 2**20
"""Larger files are not even opened."""
TOO_LARGE = "this file is too large to be a document"
_KEPT = ("PATH", "SYSTEMROOT", "VIRTUAL_ENV", "PYTHONPATH", "LANG", "LC_ALL")
_BROKEN = "its reader stopped on this file: it is damaged, or not what its name says"


def read_apart(choice: Choice, content: bytes, *, seconds: float = SECONDS) -> Evidence:
    """The text of an evidence file; ``UnreadableError`` says why there is none, whatever the file holds."""
    if len(content) > LARGEST:
        raise UnreadableError(TOO_LARGE, TRANSCRIPT)
    command = [sys.executable, "-P", "-X", "utf8", "-m", "briefing.verification.child", choice.value]
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ}
    try:
        result = subprocess.run(  # noqa: S603 - our own module, and a reader's name from the entry points
            command, input=content, capture_output=True, timeout=seconds, check=False, env=environment
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadableError("reading this file takes too long", TRANSCRIPT) from error
    if result.returncode == NOT_READ:
        raise _reason(result.stdout)
    if result.returncode:
        raise UnreadableError(_BROKEN, TRANSCRIPT)
    return _evidence(result.stdout)


def _reason(answer: bytes) -> UnreadableError:
    try:
        read = json.loads(answer)
        return UnreadableError(str(read["reason"]), str(read["hint"]))
    except (ValueError, KeyError, TypeError):
        return UnreadableError(_BROKEN, TRANSCRIPT)


def _evidence(answer: bytes) -> Evidence:
    try:
        read = json.loads(answer)
        segments = tuple(Segment(text, author, Standing(standing), place) for text, author, standing, place in read["segments"])
        return Evidence(segments, tuple(map(str, read["notices"])))
    except (ValueError, KeyError, TypeError) as error:
        raise UnreadableError(_BROKEN, TRANSCRIPT) from error
