"""What every reader of evidence must keep to, as one assertion; each breach names the reader and what to do."""

from __future__ import annotations

import re

from briefing.testing.purity import ImpureError, no_way_out
from briefing.verification.evidence import Evidence, EvidenceReader, Segment, UnreadableError

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_SUFFIX = re.compile(r"(?:\.[a-z0-9]+)+")
_NO_DOCUMENTS = (b"", b"\0" * 64, bytes(range(256)) * 4, b"PK\x03\x04 and no more", b"%PDF-1.7\n%%EOF", b"<" * 2_000)
"""What a reader must not stumble over; it may read them, or say why it cannot."""


def assert_evidence_reader_contract(reader: EvidenceReader, content: bytes) -> None:
    """Fail unless ``reader`` keeps to the contract; ``content`` is a file it must get words from.

    It is pure and reads the same twice; what it cannot read is an ``UnreadableError`` that says why.
    """
    _assert(reader, _NAME.fullmatch(reader.name) is not None, "a name is lower case, its words joined by hyphens")
    _assert(reader, type(reader.version) is int and reader.version > 0, "its version is a number from 1 on")
    named = bool(reader.suffixes) and all(_SUFFIX.fullmatch(suffix) for suffix in reader.suffixes)
    _assert(reader, named, "its suffixes are file name endings in lower case, with their dot")
    first, second = _read(reader, content), _read(reader, content)
    _assert(reader, first is not None, "it cannot read the file that was given")
    _assert(reader, first == second, "two runs read different things: no clock, no chance, nothing kept between files")
    has_words = first is not None and any(segment.text.strip() for segment in first.segments)
    _assert(reader, has_words, "it gets no words from the file that was given")
    for damaged in (*_NO_DOCUMENTS, content[: len(content) // 2]):
        _read(reader, damaged)


def _read(reader: EvidenceReader, content: bytes) -> Evidence | None:
    """What it makes of a file; None where it says that it can make nothing of it."""
    try:
        with no_way_out():
            evidence: object = reader.read(content)
    except ImpureError as error:
        raise AssertionError(
            f"evidence reader “{reader.name}”: it reached for {error}; a reader goes by the bytes alone"
        ) from error
    except UnreadableError as error:
        _assert(reader, bool(error.reason.strip()), "an UnreadableError says why")
        return None
    except Exception as error:
        what = f"{type(error).__name__} for {content[:12]!r} ({len(content)} bytes): raise UnreadableError, which says why"
        raise AssertionError(f"evidence reader “{reader.name}”: it raised {what}") from error
    if not isinstance(evidence, Evidence) or not all(isinstance(segment, Segment) for segment in evidence.segments):
        raise AssertionError(f"evidence reader “{reader.name}”: it returns Evidence, a tuple of segments")
    return evidence


def _assert(reader: EvidenceReader, holds: bool, what: str) -> None:
    if not holds:
        raise AssertionError(f"evidence reader “{reader.name}”: {what}")
