"""The register as CSL-JSON (Citation Style Language, data schema 1.0), by which editors complete ``@key``.

Only open and named sources; a described one has no entry, and nothing that was only said is cited outside.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from briefing.desk import PartialDate, PublicRecord, Register
from briefing.desk.kinds import KINDS


def csl(register: Register) -> tuple[dict[str, Any], ...]:
    """An item a source, in the order of their keys."""
    records = (record for _, record in sorted(register.sources.items()) if isinstance(record, PublicRecord))
    return tuple(_item(record, register) for record in records if KINDS[record.kind].csl)


def _item(record: PublicRecord, register: Register) -> dict[str, Any]:
    fields = {
        "id": record.key,
        "type": KINDS[record.kind].csl,
        "title": record.title or record.describe or KINDS[record.kind].word.capitalize(),
        "author": list(_names(record.authors or record.speakers, register)),
        "recipient": list(_names((record.to,), register)),
        "issued": _date(record.issued),
        "publisher": record.publisher,
        "URL": record.url,
        "archive_location": record.archive_url,
        "accessed": _date(record.accessed),
    }
    return {name: value for name, value in fields.items() if value}


def _names(ids: tuple[str, ...], register: Register) -> Iterator[dict[str, str]]:
    """As they are called, undivided: a body has no family name, and nobody's is guessed."""
    people = (register.people[one] for one in ids if one in register.people)
    return ({"literal": person.full or person.name} for person in people)


def _date(date: PartialDate | None) -> dict[str, list[list[int]]]:
    if date is None:
        return {}
    return {"date-parts": [[part for part in (date.year, date.month, date.day) if part is not None]]}
