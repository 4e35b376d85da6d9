"""People and bodies that have a page: who may be indexed and wrote, or speaks in, what a published issue cites."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.desk import PartialDate, Person, Register, Role
from briefing.model import PublicPerson, PublicRole, PublicSource


def public_people(sources: Iterable[PublicSource], register: Register) -> tuple[PublicPerson, ...]:
    """Everybody whose these sources are, in the order of their ids; a source that no list may have gives nobody a page."""
    ids = sorted({identifier for source in sources if source.listed for identifier in source.people})
    return tuple(_person(register.people[identifier]) for identifier in ids)


def _person(person: Person) -> PublicPerson:
    return PublicPerson(person.id, person.name, person.full, tuple(map(_role, person.roles)))


def _role(role: Role) -> PublicRole:
    return PublicRole(role.role, _in_words(role.start), _in_words(role.end))


def _in_words(date: PartialDate | None) -> str:
    return date.words if date else ""
