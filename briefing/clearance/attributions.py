"""The attribution line of a displayed quotation: built from the register, never taken from what was typed."""

from __future__ import annotations

from datetime import date

from briefing.clearance.people import in_words, speakers
from briefing.desk import DescribedRecord, DraftCitation, Person, PublicRecord, Register

_CURLY = str.maketrans({"'": "’"})


def allowed_lines(citation: DraftCitation, register: Register, day: date) -> tuple[str, ...]:
    """Every line that may stand under words so cited, the fullest first; none where the register cannot say who speaks."""
    records = tuple(register.sources.get(item.key) for item in citation.items)
    if described := tuple(record.describe for record in records if isinstance(record, DescribedRecord)):
        return described
    people = speakers(citation, register)
    if len(people) == 1:
        return _forms(people[0], day)
    if people:
        return (in_words(person.name for person in people),)
    unsigned = (record for record in records if isinstance(record, PublicRecord) and not (record.authors or record.speakers))
    return tuple(name for record in unsigned for name in (record.publisher, record.title) if name)


def attribution(typed: str, citation: DraftCitation | None, register: Register, day: date) -> str:
    """The allowed line that the typed one stands for; the fullest where none does, which the check P410 refuses."""
    allowed = allowed_lines(citation, register, day) if citation else ()
    return next((line for line in allowed if agrees(typed, line)), allowed[0] if allowed else "")


def agrees(typed: str, line: str) -> bool:
    """Whether a typed line is this one, spaces and the shape of apostrophes aside."""
    return _folded(typed) == _folded(line)


def _forms(person: Person, day: date) -> tuple[str, ...]:
    names = tuple(dict.fromkeys(name for name in (person.name, person.full, person.later) if name))
    role = person.role_on(day)
    return (*(f"{name}, {role}" for name in names if role), *names)


def _folded(line: str) -> str:
    return " ".join(line.translate(_CURLY).split())
