"""The bulletin as a whole: what is said of it in every issue, and all its published issues."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, urljoin
from zoneinfo import ZoneInfo

from briefing.model.inlines import Address, External
from briefing.model.issue import Author, Issue, Topic
from briefing.model.provider import GENERIC, Provider
from briefing.model.sources import PublicPerson, PublicSource

_ORDINALS = ("", "", "second", "third", "fourth", "fifth", "sixth")
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PLAIN = re.compile(r"(?![/.])[A-Za-z0-9._~/-]*")
"""Paths that stand in a URL as they are; ``quote`` and ``urljoin`` take fifty times as long, and every page has many links."""


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach the desk in confidence."""

    email: str = ""
    signal: str = ""
    """A Signal user name or number."""
    key: str = ""
    """Address of a public key: a URL, or the path of a file of the site."""
    onion: str = ""
    """The desk's address in the Tor network, ``http://….onion/``."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """Who is legally responsible, and where."""

    publisher: str = ""
    address: str = ""
    """On one line, its parts joined by commas."""
    editor: str = ""


@dataclass(frozen=True, slots=True)
class Sender:
    """From whom and how the email edition is sent."""

    name: str
    """The publication's title unless ``email.from.name`` says otherwise."""
    address: str
    """The From address."""
    postal_address: str
    """On one line; printed in every message."""
    reply_to: str = ""
    """Where answers go; "" means the From address."""
    reason: str = ""
    """Why the recipient gets it; printed at the foot. Unless set: that they subscribed to the publication."""
    list_id: str = ""
    """The id of RFC 2919 without its angle brackets; "" leaves it to the email edition."""
    provider: Provider = GENERIC
    """Whose placeholders the files hold; ``generic`` by default."""
    subscribe_url: str = ""
    """Where readers subscribe by email; "" where they cannot."""


@dataclass(frozen=True, slots=True)
class Cadence:
    """How often an issue is due."""

    every: str = ""
    """As configured: ``2 weeks``."""
    on: str = ""
    """A weekday, lower case."""
    at: str = ""
    """``07:00``; also the time of every issue whose date has none."""

    @property
    def words(self) -> str:
        """For readers: ``every second Friday at 07:00``; "" if not configured."""
        if not self.every:
            return ""
        *number, unit = self.every.split()
        count, day = int(number[0]) if number else 1, self.on.capitalize()
        weekly = bool(day) and unit.startswith("week")
        rest = f" on a {day}" if day and not weekly else ""
        if weekly and count >= len(_ORDINALS):
            every = f"{count} weeks, on a {day}"
        elif weekly:
            every = f"{_ORDINALS[count]} {day}".lstrip()
        else:
            every = unit.removesuffix("s") if count == 1 else f"{_NUMBERS[count] if count < len(_NUMBERS) else count} {unit}"
        return f"every {every}{rest}{f' at {self.at}' if self.at else ''}"


@dataclass(frozen=True, slots=True)
class Publication:
    """The bulletin: its name, address and standing lines, all of them public."""

    title: str
    url: str
    """Absolute, ends with ``/``, may have a path."""
    description: str
    """``site_description``; "" by default."""
    language: str
    """A language tag, ``en-GB`` by default."""
    timezone: ZoneInfo
    """In which dates are meant; UTC by default."""
    strapline: str = ""
    """The standing line under the masthead; none by default."""
    authors: tuple[Author, ...] = ()
    """Who may sign an issue."""
    topics: tuple[Topic, ...] = ()
    """The closed list of subjects, in the order of the settings."""
    contact: Contact = Contact()
    imprint: Imprint = Imprint()
    cadence: Cadence = Cadence()
    sender: Sender | None = None
    """None where no ``email.from`` is configured: then no email edition is made."""
    pulls: frozenset[str] = frozenset({"web", "email"})
    """The names of the editions that show pull-quotes."""
    feed_items: int = 20
    """How many of the newest issues a feed has: at most 100."""
    feed_hub: str = ""
    """URL of a WebSub hub; none by default."""

    def absolute(self, address: Address) -> str:
        """The address as a full URL."""
        if isinstance(address, External):
            return address.url
        plain = _PLAIN.fullmatch(address.path)
        url = f"{self.url}{address.path}" if plain else urljoin(self.url, quote(address.path, safe="/-._~"))
        return f"{url}#{quote(address.fragment, safe='-._~')}" if address.fragment else url


@dataclass(frozen=True, slots=True)
class Html:
    """Text that is HTML already and needs no escaping; made only by renderers."""

    value: str


@dataclass(frozen=True, slots=True)
class Page:
    """An ordinary page of the site (about, contact, …): public by definition, not an issue."""

    path: str
    """Relative to the publication's URL: ``about/``; ``""`` is the front page, whose content is its intro."""
    title: str
    description: str
    content: Html
    in_nav: bool = True


@dataclass(frozen=True)
class Archive:
    """Everything that may be published: the publication, its issues oldest first, its ordinary pages, and what its issues cite."""

    publication: Publication
    issues: tuple[Issue, ...]
    pages: tuple[Page, ...] = ()
    sources: tuple[PublicSource, ...] = ()
    """In the order of their keys."""
    people: tuple[PublicPerson, ...] = ()
    """In the order of their ids."""

    @cached_property
    def newest_first(self) -> tuple[Issue, ...]:
        """The issues as lists show them."""
        return tuple(reversed(self.issues))

    @cached_property
    def source_by_key(self) -> Mapping[str, PublicSource]:
        """The sources that have a page."""
        return {source.key: source for source in self.sources}

    @cached_property
    def person_by_id(self) -> Mapping[str, PublicPerson]:
        """The people that have a page."""
        return {person.id: person for person in self.people}

    @cached_property
    def issue_by_number(self) -> Mapping[int, Issue]:
        """The issues that are published."""
        return {issue.number: issue for issue in self.issues}

    @cached_property
    def _position(self) -> dict[int, int]:
        return {issue.number: position for position, issue in enumerate(self.issues)}

    @cached_property
    def _followers(self) -> dict[int, tuple[Issue, ...]]:
        followers: dict[int, list[Issue]] = {}
        for issue in self.issues:
            if issue.follows is not None:
                followers.setdefault(issue.follows, []).append(issue)
        return {number: tuple(issues) for number, issues in followers.items()}

    def previous(self, issue: Issue) -> Issue | None:
        """The published issue before this one."""
        position = self._position[issue.number]
        return self.issues[position - 1] if position else None

    def next(self, issue: Issue) -> Issue | None:
        """The published issue after this one."""
        position = self._position[issue.number] + 1
        return self.issues[position] if position < len(self.issues) else None

    def followed(self, issue: Issue) -> Issue | None:
        """The issue that this one takes up, if it is published."""
        return None if issue.follows is None else self.issue_by_number.get(issue.follows)

    def followers(self, issue: Issue) -> tuple[Issue, ...]:
        """The issues that take this one up."""
        return self._followers.get(issue.number, ())
