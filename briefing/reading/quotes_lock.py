"""``sources/quotes.lock``: what ``briefing verify`` found, so that a build without the vault knows it.

JSON Lines, sorted, the first a version, so that two branches merge. It holds verdicts and nothing of the evidence: no name, digest,
date, place or word of it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from briefing.desk import DraftQuotation
from briefing.diagnostics import Diagnostic, Reading, Span
from briefing.diagnostics.codes.verification import V310

VERSION = 1
_NAMES = ("issue", "source", "q", "words", "verdict", "flags", "accepted", "policy")


@dataclass(frozen=True, slots=True, order=True)
class Record:
    """One quotation, checked."""

    issue: str
    """The issue's lasting id."""
    source: str
    q: str
    """The quotation's id."""
    words: str
    """Digest of the words as published."""
    verdict: str
    accepted: tuple[str, ...] = ()
    """Codes of the flags that an editor has accepted, or ``waived``."""
    policy: int = 1
    flags: tuple[str, ...] = ()
    """Codes of the flags that ride on the verdict; a release stops at those that are not accepted."""


@dataclass(frozen=True, slots=True)
class Covered:
    """What a lock says of one quotation."""

    record: Record | None
    """The record about these very words; None if there is none."""
    stale: bool = False
    """Whether there was one, about other words."""


def words_digest(quotation: DraftQuotation) -> str:
    """SHA-256 of the words as published, marks included, all spaces equal."""
    return sha256(" ".join(quotation.words.split()).encode()).hexdigest()


def write_lock(records: Iterable[Record]) -> str:
    """The lock's text."""
    lines = [json.dumps({"version": VERSION})]
    lines += [json.dumps(_fields(record), ensure_ascii=False) for record in sorted(set(records))]
    return "\n".join(lines) + "\n"


def _fields(record: Record) -> dict[str, object]:
    return {name: list(value) if isinstance(value := getattr(record, name), tuple) else value for name in _NAMES}


def read_lock(path: str, text: str) -> Reading[tuple[Record, ...]]:
    """The records of a lock; a line that is none is a finding, and covers nothing."""
    records: list[Record] = []
    findings: list[Diagnostic] = []
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        span = Span(path, at, at + len(line.rstrip("\n")))
        at += len(line)
        if not line.strip():
            continue
        value = _value(line)
        if number == 0 and value == {"version": VERSION}:
            continue
        if (record := _record(value)) is not None:
            records.append(record)
        else:
            message = "this line is no record of a checked quotation"
            findings.append(V310.at(span, message, help=["run briefing verify, which writes this file"]))
    return Reading(tuple(records), tuple(findings))


def _value(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _record(value: object) -> Record | None:
    if not isinstance(value, dict) or value.keys() != set(_NAMES):
        return None
    policy, codes = value["policy"], (value["accepted"], value["flags"])
    issue, source, q, words, verdict = (value[name] for name in ("issue", "source", "q", "words", "verdict"))
    good = all(isinstance(one, str) for one in (issue, source, q, words, verdict)) and isinstance(policy, int)
    if not good or not all(isinstance(some, list) and all(isinstance(code, str) for code in some) for some in codes):
        return None
    accepted, flags = map(tuple, codes)
    return Record(issue, source, q, words, verdict, accepted, policy, flags)


def covering(records: Iterable[Record], issue: str, quotations: Sequence[tuple[str, DraftQuotation]]) -> tuple[Covered, ...]:
    """For each quotation, with the key of a source it cites, what the lock says of it.

    A quotation's id comes from its words, so a changed word leaves a record that no quotation of the issue answers to.
    """
    ours = {(record.source, record.q): record for record in records if record.issue == issue}
    present = {(source, quotation.id) for source, quotation in quotations}
    orphaned = {source for source, q in ours if (source, q) not in present}
    return tuple(_covered(ours, source, quotation, orphaned) for source, quotation in quotations)


def _covered(ours: Mapping[tuple[str, str], Record], source: str, quotation: DraftQuotation, orphaned: set[str]) -> Covered:
    record = ours.get((source, quotation.id))
    if record is None:
        return Covered(None, stale=source in orphaned)
    same = record.words == words_digest(quotation)
    return Covered(record if same else None, stale=not same)
