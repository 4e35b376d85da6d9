"""People and bodies that have a page: who may be indexed, and wrote or speaks in what is cited, or was asked for a reply."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.desk import PartialDate, Person, Register, Role
from briefing.model import Issue, PublicPerson, PublicRole, PublicSource


def public_people(sources: Iterable[PublicSource], issues: Iterable[Issue], register: Register) -> tuple[PublicPerson, ...]:
    """Everybody whose these sources are or who could answer in these issues, in the order of their ids.

    A source that no list may have gives nobody a page.
    """
    cited = {identifier for source in sources if source.listed for identifier in source.people}
    asked = {reply.person for issue in issues for reply in issue.replies if reply.person}
    return tuple(_person(register.people[identifier]) for identifier in sorted(cited | asked))


def _person(person: Person) -> PublicPerson:
    return PublicPerson(person.id, person.name, person.full, tuple(map(_role, person.roles)))


def _role(role: Role) -> PublicRole:
    return PublicRole(role.role, _in_words(role.start), _in_words(role.end))


def _in_words(date: PartialDate | None) -> str:
    return date.words if date else ""
