"""``sources/ids.lock``: which issues are out, under which id and addresses, and with which words.

JSON Lines, sorted by number, the first a version, so that two branches merge. Only a release writes it, and it is committed.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from datetime import date

from briefing.desk import Issued
from briefing.diagnostics import Diagnostic, Reading, Span
from briefing.diagnostics.codes.identity import D202, D203

VERSION = 1

_ID = re.compile(r"(?:tag|https?|urn):[!-;=?-~]{1,500}")
"""A tag URI where we minted it; where an archive was brought in, whatever URI its readers know it by."""
_SLUG = re.compile(r"[a-z0-9-]{1,80}")
_DIGEST = re.compile(r"[0-9a-f]{8}")
_HELP = ("take the line from the last commit that had it whole; only briefing build --release writes this file",)


def write_ids(records: Iterable[Issued]) -> str:
    """The lock's text."""
    lines = [json.dumps({"version": VERSION})]
    lines += [json.dumps(_fields(record)) for record in sorted(records, key=lambda record: record.issue)]
    return "\n".join(lines) + "\n"


def _fields(record: Issued) -> dict[str, object]:
    return {
        "issue": record.issue,
        "id": record.id,
        "first": record.first.isoformat(),
        "slugs": list(record.slugs),
        "words": " ".join(record.words),
        "corrections": " ".join(record.entries),
        "sent": record.sent.isoformat() if record.sent else "",
    }


def is_id(text: str) -> bool:
    """Whether an id of another system can be kept: a URI, which every kind of feed may have."""
    return _ID.fullmatch(text) is not None


def read_ids(path: str, text: str) -> Reading[Mapping[int, Issued]]:
    """The records of the lock by number; a line that is none, or says what another line says, is a finding."""
    records: dict[int, Issued] = {}
    findings: list[Diagnostic] = []
    ids: set[str] = set()
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        span = Span(path, at, at + len(line.rstrip("\n")))
        at += len(line)
        value = _value(line)
        if not line.strip() or (number == 0 and value == {"version": VERSION}):
            continue
        record = _record(value, span)
        if record is None:
            findings.append(D202.at(span, help=_HELP))
        elif record.issue in records or record.id in ids:
            findings.append(D203.at(span, help=_HELP))
        else:
            records[record.issue] = record
            ids.add(record.id)
    return Reading(records, tuple(findings))


def _value(line: str) -> object:
    try:
        return json.loads(line)
    except (ValueError, RecursionError):
        return None


def _record(value: object, span: Span) -> Issued | None:
    match value:
        case {
            "issue": int(issue),
            "id": str(identity),
            "first": str(first),
            "slugs": [str(), *_] as slugs,
            "words": str(words),
            "corrections": str(entries),
            "sent": str(sent),
            **rest,
        } if not rest and issue > 0 and _ID.fullmatch(identity) and all(map(_is_slug, slugs)):
            good = all(map(_DIGEST.fullmatch, (*words.split(), *entries.split())))
            released, went_out = _day(first), _day(sent)
            if good and released and (went_out or not sent):
                digests = tuple(words.split()), tuple(entries.split())
                return Issued(issue, identity, released, tuple(slugs), *digests, sent=went_out, span=span)
    return None


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _is_slug(value: object) -> bool:
    return isinstance(value, str) and _SLUG.fullmatch(value) is not None
