"""Feeds as their readers show them: an entry's title, then its summary, then its content.

XML is parsed by expat, which neither the feeds edition nor its library uses.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from briefing.proofs.readers.html import read_html
from briefing.proofs.shown import Inside, Shown, UnreadableError

_ATOM = "{http://www.w3.org/2005/Atom}"
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"


class RssReader:
    """RSS 2.0: the title is plain text, description and ``content:encoded`` are HTML."""

    media_type = "application/rss+xml"

    def read(self, content: bytes) -> Mapping[str, tuple[Shown, ...]]:
        """The items by guid."""
        return self.read_with(content, _inside)

    def read_with(self, content: bytes, inside: Inside) -> Mapping[str, tuple[Shown, ...]]:
        """As ``read``."""
        return _by_id((item.findtext("guid", ""), _rss_item(item, inside)) for item in _xml(content).iter("item"))


class AtomReader:
    """Atom (RFC 4287): every text says whether it is HTML."""

    media_type = "application/atom+xml"

    def read(self, content: bytes) -> Mapping[str, tuple[Shown, ...]]:
        """The entries by id."""
        return self.read_with(content, _inside)

    def read_with(self, content: bytes, inside: Inside) -> Mapping[str, tuple[Shown, ...]]:
        """As ``read``."""
        entries = _xml(content).iter(f"{_ATOM}entry")
        return _by_id((entry.findtext(f"{_ATOM}id", ""), _atom_entry(entry, inside)) for entry in entries)


class JsonFeedReader:
    """JSON Feed 1.1."""

    media_type = "application/feed+json"

    def read(self, content: bytes) -> Mapping[str, tuple[Shown, ...]]:
        """The items by id."""
        return self.read_with(content, _inside)

    def read_with(self, content: bytes, inside: Inside) -> Mapping[str, tuple[Shown, ...]]:
        """As ``read``."""
        try:
            items = json.loads(content)["items"]
            return _by_id((str(item["id"]), _json_item(item, inside)) for item in items)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise UnreadableError(f"it is not a JSON Feed: {error}") from error


def _inside(_media_type: str, content: bytes) -> Shown:
    """Nothing but HTML lies in a feed."""
    return read_html(content)


def _by_id(entries: Iterable[tuple[str, Shown]]) -> Mapping[str, tuple[Shown, ...]]:
    found: dict[str, tuple[Shown, ...]] = {}
    for entry, shown in entries:
        if entry in found:
            raise UnreadableError(f"two entries have the id {entry}")
        found[entry] = (shown,)
    return found


def _xml(content: bytes) -> Element:
    try:
        return ET.fromstring(content)  # noqa: S314 - our own file, and expat limits what entities may grow to
    except ET.ParseError as error:
        raise UnreadableError(f"it is not well-formed XML: {error}") from error


def _joined(parts: Iterable[Shown]) -> Shown:
    shown = tuple(parts)
    return Shown("\n".join(part.text for part in shown), tuple(link for part in shown for link in part.links))


def _html(text: str, inside: Inside) -> Shown:
    try:
        return inside("text/html", text.encode())
    except UnicodeEncodeError as error:  # JSON can hold half a character
        raise UnreadableError(f"it is not Unicode: {error}") from error


def _rss_item(item: Element, inside: Inside) -> Shown:
    return _joined(
        (
            Shown(item.findtext("title", ""), (item.findtext("link", ""),)),
            _html(item.findtext("description", ""), inside),
            _html(item.findtext(_CONTENT, ""), inside),
        )
    )


def _atom_entry(entry: Element, inside: Inside) -> Shown:
    links = Shown("", tuple(link.get("href", "") for link in entry.iter(f"{_ATOM}link")))
    return _joined((links, *_atom_texts(entry, inside)))


def _atom_texts(entry: Element, inside: Inside) -> Iterator[Shown]:
    for name in ("title", "summary", "content"):
        text = entry.find(f"{_ATOM}{name}")
        if text is None:
            continue
        match text.get("type", "text"):
            case "html":
                yield _html(text.text or "", inside)
            case "text":
                yield Shown(text.text or "")
            case other:
                raise UnreadableError(f"its {name} is of the type {other}, not text or html")


def _json_item(item: Mapping[str, Any], inside: Inside) -> Shown:
    return _joined(
        (
            Shown(item.get("title", ""), (item.get("url", ""),)),
            Shown(item.get("summary", "")),
            _html(item.get("content_html", ""), inside),
        )
    )
