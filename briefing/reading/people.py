"""people.yml → the people and bodies that are quoted or criticised."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from briefing.desk import PartialDate, Person, Role
from briefing.diagnostics import Reading
from briefing.diagnostics.codes.register import F401, F406
from briefing.reading.field_types import KEY, list_of, text, yes_or_no
from briefing.reading.fields import Field, Findings, fields_of
from briefing.reading.moments import partial_date
from briefing.reading.yaml_faults import YamlText
from briefing.reading.yaml_nodes import Entry
from briefing.reading.yaml_source import read_section

_OURSELVES = "us"


def read_people(path: str, text: str) -> Reading[Mapping[str, Person]]:
    """Everybody in people.yml by id; who cannot be read is reported and left out."""
    body = text.removeprefix("\ufeff")
    reading = read_section(YamlText(path, body, len(text) - len(body), "harbour-board: {name: Harbour Board}"))
    if reading.value is None:
        return Reading(None, reading.findings)
    findings = Findings(found=list(reading.findings))
    people: dict[str, Person] = {}
    for entry in reading.value.entries:
        if entry.name and entry.name not in people and (person := _person(entry, findings)) is not None:
            people[person.id] = person
    return Reading(MappingProxyType(people), tuple(findings.found))


def _person(entry: Entry, findings: Findings) -> Person | None:
    if KEY.fullmatch(entry.name) is None:
        findings.add(
            F401, entry.key.span, "this cannot be a person's key", help=("letters a to z, digits and hyphens: orla-venn",)
        )
    elif entry.name == _OURSELVES:
        findings.add(F401, entry.key.span, "us stands for ourselves", help=("choose another key",))
    with fields_of(Field(entry.name, entry.value, findings), "a mapping", "{name: Harbour Board}") as fields:
        if fields is None:
            return None
        name = fields.need("name", text, "Harbour Board")
        full = fields.read("full", text, "")
        later = fields.read("later", text, "")
        roles = fields.read("roles", list_of(_role, "[{role: chair of the Harbour Board, from: 2029}]"), ())
        index = fields.read("index", yes_or_no, default=True)
    return None if name is None else Person(entry.name, name, full, later, roles, index)


def _role(field: Field) -> Role | None:
    with fields_of(field, "a mapping", "{role: chair of the Harbour Board, from: 2029}") as fields:
        if fields is None:
            return None
        role = fields.need("role", text, "chair of the Harbour Board")
        start = fields.maybe("from", partial_date)
        end = fields.maybe("to", partial_date)
    if start is not None and end is not None and _last(end) < _first(start):
        field.fault(F406)
        return None
    return None if role is None else Role(role, start, end)


def _first(date: PartialDate) -> tuple[int, int, int]:
    return date.year, date.month or 1, date.day or 1


def _last(date: PartialDate) -> tuple[int, int, int]:
    return date.year, date.month or 12, date.day or 31
