"""The rules by which feeds are judged, as far as a file by itself can break them.

RSS and Atom: those of the W3C's feed validator (https://validator.w3.org/feed/docs/), errors and warnings, by the names it has for
them; it is in no package registry, so its rules are written down here. JSON Feed: https://www.jsonfeed.org/version/1.1/.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from typing import Any
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET
from xml.etree.ElementTree import Element

from lxml import etree
from lxml.html import fragment_fromstring

ATOM = "{http://www.w3.org/2005/Atom}"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"

_CHANNEL = {"title", "link", "description", "language", "docs", "generator", "lastBuildDate", "item", f"{ATOM}link"}
_ITEM = {"title", "link", "description", "guid", "category", "pubDate", CONTENT, CREATOR}
_FEED = {f"{ATOM}{name}" for name in ("id", "title", "updated", "author", "link", "generator", "subtitle", "entry")}
_ENTRY = {f"{ATOM}{name}" for name in ("id", "title", "updated", "published", "author", "link", "summary", "content", "category")}
_ONCE = {"title", "link", "description", "guid", "pubDate", CONTENT, *(f"{ATOM}{name}" for name in ("id", "title", "updated"))}

_TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(?:-\d\d(?:-\d\d)?)?:[A-Za-z0-9/?:@!$&'()*+,;=._~-]*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:Z|[+-]\d\d:\d\d)")
_C1 = re.compile("[\x80-\x9f\ufffe\uffff]")
_RISKY = {"script", "style", "iframe", "object", "embed", "form", "input", "link", "meta", "base", "h1"}
_URL_CHARACTERS = re.compile(r"[A-Za-z0-9:/?#\[\]@!$&'()*+,;=._~%-]+")


def faults(path: str, content: bytes) -> list[str]:
    """Every rule that the file breaks, by name and place; none for a feed that is as it should be."""
    if path.endswith(".json"):
        return list(_json_feed(json.loads(content)))
    root = ET.fromstring(content)  # noqa: S314 - our own output
    found = [*(_rss(root) if root.tag == "rss" else _atom(root)), *_text(content.decode())]
    return found if b"<?xml-stylesheet " in content[:200] else [*found, "no style sheet"]


def _text(text: str) -> Iterator[str]:
    if _C1.search(text):
        yield "BadCharacters"


def _rss(root: Element) -> Iterator[str]:
    channels = list(root)
    if root.get("version") != "2.0" or [one.tag for one in channels] != ["channel"]:
        yield "InvalidRSSVersion, or not one channel"
    channel = channels[0]
    yield from _elements(channel, _CHANNEL, {"title", "link", "description"})
    yield from _links(channel)
    if not _LANGUAGE.fullmatch(channel.findtext("language", "")):
        yield "InvalidLanguage"
    yield from _rfc822(channel.findtext("lastBuildDate", ""))
    yield from _full_url(channel.findtext("link", ""))
    items = channel.findall("item")
    yield from _unique([item.findtext("guid", "") for item in items])
    for item in items:
        yield from _elements(item, _ITEM, {"title", "link", "guid", "pubDate", "description", CONTENT})
        guid = item.find("guid")
        if guid is None or guid.get("isPermaLink") != "false" or not _TAG.fullmatch(guid.text or ""):
            yield "InvalidPermalink, or InvalidTAG"
        yield from _rfc822(item.findtext("pubDate", ""))
        yield from _full_url(item.findtext("link", ""))
        yield from _html(item.findtext("description", ""))
        yield from _html(item.findtext(CONTENT, ""))


def _atom(root: Element) -> Iterator[str]:
    yield from _elements(root, _FEED, {f"{ATOM}{name}" for name in ("id", "title", "updated", "author")})
    yield from _links(root)
    entries = root.findall(f"{ATOM}entry")
    yield from _unique([entry.findtext(f"{ATOM}id", "") for entry in entries])
    if len({entry.findtext(f"{ATOM}updated") for entry in entries}) < len(entries):
        yield "DuplicateUpdated"
    for entry in (root, *entries):
        yield from (f"InvalidRFC3339Date: {one.text}" for one in _dates(entry) if not _RFC3339.fullmatch(one.text or ""))
        yield from ("MissingName" for one in entry.findall(f"{ATOM}author") if not one.findtext(f"{ATOM}name", "").strip())
        links = [(link.get("rel"), link.get("type"), link.get("hreflang")) for link in entry.findall(f"{ATOM}link")]
        if len(set(links)) < len(links):
            yield "DuplicateAtomLink"
    for entry in entries:
        yield from _elements(entry, _ENTRY, {f"{ATOM}{name}" for name in ("id", "title", "updated", "content", "link")})
        if not _TAG.fullmatch(entry.findtext(f"{ATOM}id", "")):
            yield "InvalidTAG"
        for name in ("summary", "content"):
            found = entry.find(f"{ATOM}{name}")
            if found is not None and found.get("type") != "html":
                yield f"InvalidMIMEType: {found.get('type')}"
            yield from _html(entry.findtext(f"{ATOM}{name}", ""))
        yield from ("MissingAttribute: term" for one in entry.findall(f"{ATOM}category") if not one.get("term", "").strip())


def _dates(entry: Element) -> Iterator[Element]:
    return (one for name in ("updated", "published") for one in entry.findall(f"{ATOM}{name}"))


def _elements(parent: Element, known: set[str], needed: set[str]) -> Iterator[str]:
    tags = Counter(child.tag for child in parent)
    yield from (f"UndefinedElement: {tag}" for tag in tags if tag not in known)
    yield from (f"MissingElement: {tag}" for tag in needed if tag not in tags)
    yield from (f"DuplicateElement: {tag}" for tag in _ONCE if tags[tag] > 1)
    for child in parent:
        if not len(child) and not child.attrib and not (child.text or "").strip():
            yield f"NotBlank: {child.tag}"


def _links(parent: Element) -> Iterator[str]:
    links = parent.findall(f"{ATOM}link")
    if not [link for link in links if link.get("rel") == "self" and link.get("type")]:
        yield "MissingAtomSelfLink"
    for link in links:
        yield from _full_url(link.get("href", ""))


def _unique(ids: list[str]) -> Iterator[str]:
    if len(set(ids)) < len(ids):
        yield "DuplicateIds"


def _rfc822(text: str) -> Iterator[str]:
    try:
        same = format_datetime(parsedate_to_datetime(text)) == text
    except ValueError:
        same = False
    if not same:
        yield f"InvalidRFC2822Date: {text!r}"


def _full_url(text: str) -> Iterator[str]:
    parts = urlsplit(text)
    if parts.scheme not in {"http", "https"} or not parts.netloc or not _URL_CHARACTERS.fullmatch(text):
        yield f"InvalidFullLink: {text!r}"


def _html(text: str) -> Iterator[str]:
    """What stands in the HTML of an entry: NotHtml, ContainsRelRef, SecurityRisk, SecurityRiskAttr, DangerousStyleAttr."""
    try:
        page = fragment_fromstring(text, create_parent="div")
    except (etree.ParserError, ValueError) as error:
        yield f"NotHtml: {error}"
        return
    for element in page.iter():
        if element.tag in _RISKY:
            yield f"SecurityRisk: {element.tag}"
        for name, value in element.attrib.items():
            if name.startswith("on") or name in {"style", "class", "id"}:
                yield f"SecurityRiskAttr: {name}"
            if name in {"href", "src"} and not re.match(r"https?://|mailto:|tel:", value):
                yield f"ContainsRelRef: {value}"


_TOP = {"version", "title", "home_page_url", "feed_url", "description", "language", "authors", "hubs", "items"}
_MEMBERS = {"id", "url", "title", "summary", "content_html", "content_text", "date_published", "date_modified", "authors", "tags"}


def _json_feed(feed: dict[str, Any]) -> Iterator[str]:
    yield from (f"unknown member {name}" for name in feed if name not in _TOP)
    if feed.get("version") != "https://jsonfeed.org/version/1.1" or not isinstance(feed.get("title"), str):
        yield "version or title"
    for name in ("home_page_url", "feed_url"):
        yield from _full_url(feed[name])
    yield from _people(feed)
    yield from ("a hub needs a type and a URL" for hub in feed.get("hubs", ()) if hub.keys() != {"type", "url"})
    yield from _unique([item["id"] for item in feed["items"]])
    for item in feed["items"]:
        yield from (f"unknown member {name}" for name in item if name not in {*_MEMBERS, "language"} and not name.startswith("_"))
        if not isinstance(item["id"], str) or not ("content_html" in item or "content_text" in item):
            yield "an item needs an id and content"
        yield from _full_url(item["url"])
        yield from _people(item)
        yield from (f"no date: {item[name]}" for name in ("date_published", "date_modified") if not _is_moment(item[name]))
        yield from ("a tag is text" for tag in item.get("tags", ()) if not isinstance(tag, str) or not tag)
        yield from _html(item.get("content_html", "x"))


def _is_moment(text: str) -> bool:
    return _RFC3339.fullmatch(text) is not None and datetime.fromisoformat(text).tzinfo is not None


def _people(owner: dict[str, Any]) -> Iterator[str]:
    if "author" in owner:
        yield "author was replaced by authors in 1.1"
    yield from ("an author needs a name" for one in owner.get("authors", ()) if not one.get("name"))
