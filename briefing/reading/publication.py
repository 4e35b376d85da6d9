"""The settings that say what the publication is: its name and address, its people, its email and its feeds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from briefing.diagnostics.codes.settings import F504
from briefing.diagnostics.codes.yaml_files import F205
from briefing.model import GENERIC, Author, Cadence, Contact, Imprint, Provider, Sender, Topic
from briefing.reading.field_types import address_lines, mapping_of, one_of, positive_number, text
from briefing.reading.fields import Field, fields_of
from briefing.reading.moments import clock
from briefing.reading.places import email_address, key_address, web_address

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_ZONE = re.compile(r"[A-Za-z]+(?:[/_+-][A-Za-z0-9]+){0,5}")
_INTERVAL = re.compile(r"(?:[1-9][0-9]? )?(?:day|week|month|year)s?")
_MOST_ITEMS = 100
_LIST_ID = re.compile(r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")


def time_zone(field: Field) -> ZoneInfo | None:
    """A zone of the time zone database; the one thing that is looked up outside the file."""
    name = text(field)
    if name is None:
        return None
    try:
        if _ZONE.fullmatch(name):
            return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a folder of the database, as in "Europe"
        pass
    field.fault(F504)
    return None


def cadence(field: Field) -> Cadence | None:
    """How often an issue is due."""
    with fields_of(field, "a mapping", '{every: 2 weeks, on: friday, at: "07:00"}') as fields:
        if fields is None:
            return None
        every = fields.read("every", _interval, "")
        on = fields.read("on", one_of(*WEEKDAYS), "")
        at = fields.maybe("at", clock)
    return Cadence(every, on, f"{at:%H:%M}" if at else "")


def topics(field: Field) -> tuple[Topic, ...] | None:
    """The closed list of subjects, in the order of the file."""
    pairs = mapping_of(text, "{safety: Safety, money: Money}")(field)
    return None if pairs is None else tuple(Topic(key, name) for key, name in pairs)


def authors(field: Field) -> tuple[Author, ...] | None:
    """Who may sign an issue."""
    pairs = mapping_of(_author, "{harbour-editor: {name: Ines Calloway}}")(field)
    return None if pairs is None else tuple(Author(key, author.name, author.email) for key, author in pairs)


def _author(field: Field) -> Author | None:
    with fields_of(field, "a mapping", "{name: Ines Calloway, email: ines@lantern.example}") as fields:
        if fields is None:
            return None
        name = fields.need("name", text, "Ines Calloway")
        email = fields.read("email", email_address, "")
    return None if name is None else Author("", name, email)


def contact(field: Field) -> Contact | None:
    """How to reach the desk in confidence; an ``.onion`` address is a web address."""
    with fields_of(field, "a mapping", "{email: confidential@lantern.example}") as fields:
        if fields is None:
            return None
        return Contact(
            email=fields.read("email", email_address, ""),
            signal=fields.read("signal", text, ""),
            key=fields.read("key", key_address, ""),
            onion=fields.read("onion", web_address, ""),
        )


def imprint(field: Field) -> Imprint | None:
    """Who is legally responsible, and where."""
    with fields_of(field, "a mapping", "{publisher: Lantern Press, address: 2 Quay Row}") as fields:
        if fields is None:
            return None
        return Imprint(
            publisher=fields.read("publisher", text, ""),
            address=fields.read("address", address_lines, ""),
            editor=fields.read("editor", text, ""),
        )


def sender(field: Field, title: str, providers: Mapping[str, Provider]) -> Sender | None:
    """From whom and how the email edition is sent; the law asks for a postal address and a reason in every message."""
    with fields_of(field, "a mapping", "{from: …, postal_address: …}") as fields:
        if fields is None:
            return None
        origin = fields.need("from", _origin, "{name: The Pilotage Lantern, address: bulletin@lantern.example}")
        postal_address = fields.need("postal_address", address_lines, "2 Quay Row, Port Sallow")
        name, address = origin or ("", "")
        return Sender(
            name=name or title,
            address=address,
            postal_address=postal_address or "",
            reply_to=fields.read("reply_to", email_address, ""),
            reason=fields.read("reason", text, f"You get this because you subscribed to {title}."),
            list_id=fields.read("list_id", _list_id, ""),
            provider=providers[fields.read("provider", one_of(*providers), GENERIC.name)],
            subscribe_url=fields.read("subscribe_url", web_address, ""),
        )


def feeds(field: Field) -> tuple[int, str] | None:
    """How many entries a feed has, and its WebSub hub."""
    with fields_of(field, "a mapping", "{items: 20}") as fields:
        return (fields.read("items", _items, 20), fields.read("hub", web_address, "")) if fields else None


def _items(field: Field) -> int | None:
    """At most a hundred: a feed holds whole issues, and every reader’s program fetches all of it, again and again."""
    number = positive_number(field)
    if number is None or number <= _MOST_ITEMS:
        return number
    field.refuse(f"a number up to {_MOST_ITEMS}", "20")
    return None


def _origin(field: Field) -> tuple[str, str] | None:
    with fields_of(field, "a mapping", "{name: The Pilotage Lantern, address: bulletin@lantern.example}") as fields:
        if fields is None:
            return None
        name = fields.read("name", text, "")
        address = fields.need("address", email_address, "bulletin@lantern.example")
    return None if address is None else (name, address)


def _interval(field: Field) -> str | None:
    every = text(field)
    if every is None or _INTERVAL.fullmatch(every):
        return every
    field.fault(F205, f"{field.name} must be a number of days, weeks or months", help=("for example: every: 2 weeks",))
    return None


def _list_id(field: Field) -> str | None:
    """An id as RFC 2919 has it, without the angle brackets."""
    name = text(field)
    if name is None or _LIST_ID.fullmatch(name):
        return name
    field.refuse("a list id: words joined by dots", "bulletin.lantern.example")
    return None
