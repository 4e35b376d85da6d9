"""What a page's tags say: where they lead and can be led to, what a browser fetches because of them, and what runs.

Pages of one site have most of their tags in common, letter for letter; so what a tag says is found out once, and a page is read by
cutting it at its angle brackets. That reads a page as a browser does only where its markup is plain: where every bracket belongs to a
tag, and every tag that is not known yet is written in the plainest way. Any other page is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import unescape
from typing import NamedTuple, TypeAlias

from lxml import etree

from briefing.proofs.readers.html import parse

_TOKEN = re.compile(rb"<[^<>]*>")
_NAME = r"[a-zA-Z][a-zA-Z0-9:_-]*"
_VALUE = r"[^\"<>&\x00-\x1f\x7f]*(?:&(?:amp|lt|gt|quot|#34|#39);[^\"<>&\x00-\x1f\x7f]*)*"
_START = re.compile(rf"<([a-z][a-z0-9-]*)((?:[ \n]+{_NAME}(?:=\"{_VALUE}\")?)*) ?/?>")
_ATTRIBUTES = re.compile(rf"({_NAME})(?:=\"({_VALUE})\")?")
_ASCII = rb"(?![ jvJV])[ !#-%'-;=?-~]*"
"""A value that refers to nothing and does not begin as code does."""
_PLAINEST = re.compile(
    rb"<(?:/[a-z][a-z0-9]*|time datetime=\"[0-9T:+Z-]*\"|meta (?:name|property)=\"[\w:]+\" content=\"%b\""
    rb"|(?:a|p|span|h[1-6]|li|div|section|link rel=\"canonical\")"
    rb"(?: class=\"[\w -]*\")?(?: (href|id)=\"(%b)\")?(?: class=\"[\w -]*\")?)>" % (_ASCII, _ASCII)
)
"""What most tags are like: they close something, or say nothing of where they lead or stand but in one attribute."""
_SILENT = re.compile(r"</[a-z][a-z0-9-]*>|<!doctype html>|<!--[^<>-]*(?:-[^<>-]+)*-->", re.IGNORECASE)
"""End tags and comments: they say nothing."""
_WORDS_ONLY = frozenset({b"script", b"textarea", b"title"})
"""Elements in which tags are words: plain only where none is inside."""
_PARSED = frozenset({"iframe", "noembed", "noframes", "noscript", "plaintext", "style", "template", "xmp"})
"""Elements that make what is inside them something else, each in its own way."""

_ASKING = frozenset(
    {"stylesheet", "icon", "preload", "prefetch", "preconnect", "dns-prefetch", "modulepreload", "manifest", "apple-touch-icon"}
)
_ACTIVE = frozenset({"base", "embed", "iframe", "image", "link", "object", "script", "use"})
_QUIET = frozenset(
    {"alt", "aria-label", "class", "content", "datetime", "height", "href", "id", "property", "rel", "title", "type", "width"}
)
"""Attributes that make no element but the active ones fetch or run anything, whatever they say; most tags have no other."""
_ASKED = ("src", "poster", "background")
_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)|@import\s+['\"]([^'\"]+)", re.IGNORECASE)
_NAMESPACE = re.compile(r"@namespace[^;]*;", re.IGNORECASE)
"""Names and nothing that is fetched."""
_DATA = frozenset({"application/ld+json", "application/json"})
"""Types of script elements that browsers do not run."""
_CODE = re.compile(r"\s*(?:javascript|vbscript):", re.IGNORECASE)
_FRAMES = frozenset({"iframe", "embed", "object", "base"})
_REFRESH = re.compile(r"^\s*\d*\s*;?\s*url\s*=\s*['\"]?(.*?)['\"]?\s*$", re.IGNORECASE)

Attributes: TypeAlias = Mapping[str, str]


class Tag(NamedTuple):
    """What one start tag says."""

    links: tuple[str, ...] = ()
    """Addresses that it leads to or loads, as written."""
    ids: tuple[str, ...] = ()
    """Names by which an address can lead to its place."""
    redirect: str = ""
    """Where it sends on to at once."""
    asks: tuple[str, ...] = ()
    """Addresses that a browser fetches without being asked by its reader."""
    runs: tuple[str, ...] = ()
    """What runs without being a file of the site, in words."""
    policy: str | None = None
    """What the page is allowed (CSP Level 3), where it says so."""


Tags: TypeAlias = tuple[Tag, ...]
Known: TypeAlias = dict[bytes, Tags]
"""What tags, and lines with tags, say as they are written."""
_MOST = 20_000
"""So many are kept; what pages have in common is soon known again."""
_SHORT = 400
"""Bytes; a longer line is hardly ever met again."""

_NOTHING = Tag()


def tags_of(content: bytes, known: Known) -> Tags:
    """The tags of a page that say anything, in their order, hardly any twice; ``UnreadableError`` if it cannot be parsed."""
    found = plain_tags(content, known)
    return parsed_tags(content) if found is None else found


def plain_tags(content: bytes, known: Known) -> Tags | None:
    """The tags of a page whose markup is plain; None where it is not."""
    if len(known) > _MOST:
        known.clear()
    found = _of_lines(content, known)
    return _cut(content, known) if found is None else found


def _of_lines(content: bytes, known: Known) -> Tags | None:
    """Most lines are in other pages, too, and tags seldom run over the end of one; None where any does."""
    tags: list[Tag] = []
    for line in dict.fromkeys(content.split(b"\n")):
        said = known.get(line)
        if said is None:
            said = _cut(line, known)
            if said is None:
                return None
            if len(line) < _SHORT:
                known[line] = said
        tags += said
    return tuple(tags)


def _cut(content: bytes, known: Known) -> Tags | None:
    """The tags of some markup, each of one spelling once; None where that is not plain, or where any tag or word is open at its end."""
    tokens = _TOKEN.findall(content)
    if not len(tokens) == content.count(b"<") == content.count(b">"):
        return None
    tags: list[Tag] = []
    for token in dict.fromkeys(tokens):
        said = known.get(token)
        if said is None:
            tag = plainest_tag(token) or _plain(token)
            if tag is None:
                return None
            known[token] = said = () if tag == _NOTHING else (tag,)
        tags += said
        if token.startswith((b"<script", b"<t")) and not _holds_words(content, token):
            return None
    return tuple(tags)


def plainest_tag(token: bytes) -> Tag | None:
    """What a tag says that is written like most; None for any other."""
    match = _PLAINEST.fullmatch(token)
    if match is None:
        return None
    name, value = match.groups()
    if name is None:
        return _NOTHING
    return Tag((value.decode(),)) if name == b"href" else Tag(ids=(value.decode(),))


def _plain(token: bytes) -> Tag | None:
    try:
        text = token.decode()
    except UnicodeDecodeError:
        return None
    start = _START.fullmatch(text)
    if start is None:
        return _NOTHING if _SILENT.fullmatch(text) else None
    written = _ATTRIBUTES.findall(start[2])
    attributes = {one.lower(): unescape(value) if "&" in value else value for one, value in written}
    return None if start[1] in _PARSED or len(attributes) < len(written) else _tag(start[1], attributes)


def _holds_words(content: bytes, token: bytes) -> bool:
    """Whether nothing but the end tag follows wherever ``token`` stands, if it begins an element that holds words only."""
    name = token[1:-1].partition(b" ")[0]
    return name not in _WORDS_ONLY or all(
        rest[rest.find(b"<") :].startswith(b"</%b>" % name) for rest in content.split(token)[1:]
    )


def parsed_tags(content: bytes) -> Tags:
    """The same of any page."""
    return tuple(tag for element in parse(content).iter() for tag in _of_element(element) if tag is not _NOTHING)


def _of_element(element: etree._Element) -> Iterator[Tag]:
    if isinstance(element.tag, str):
        yield _tag(element.tag, {str(one): str(value) for one, value in element.items()})
        if element.tag == "style":
            yield Tag(asks=tuple(in_style("".join(map(str, element.itertext())))))


def in_style(text: str) -> Iterator[str]:
    """The addresses that a style sheet fetches."""
    yield from (match[1] or match[2] for match in _ADDRESS.finditer(_NAMESPACE.sub("", text)))


def _tag(name: str, attributes: Attributes) -> Tag:
    if name in _ACTIVE or ":" in name or not attributes.keys() <= _QUIET:
        return _active(name, attributes)
    href, place = attributes.get("href"), attributes.get("id")
    runs = tuple(_runs(name, attributes)) if any(map(_CODE.match, attributes.values())) else ()
    if href is None and place is None and not runs:
        return _NOTHING
    return Tag(() if href is None else (href,), () if place is None else (place,), runs=runs)


def _active(name: str, attributes: Attributes) -> Tag:
    said = attributes.get("http-equiv", "").lower() if name == "meta" else ""
    refresh = _REFRESH.match(attributes.get("content", "")) if said == "refresh" else None
    found = Tag(
        tuple(attributes[one] for one in ("href", "src", "action") if one in attributes),
        tuple(attributes[one] for one in ("id", *(["name"] if name == "a" else ())) if one in attributes),
        refresh[1] if refresh else "",
        tuple(_asks(name, attributes)),
        tuple(_runs(name, attributes)),
        attributes.get("content", "") if said == "content-security-policy" else None,
    )
    return _NOTHING if found == _NOTHING else found


def _asks(name: str, attributes: Attributes) -> Iterator[str]:
    yield from (attributes[one] for one in _ASKED if one in attributes)
    for sets in ("srcset", "imagesrcset"):
        yield from (part.split()[0] for part in attributes.get(sets, "").split(",") if part.strip())
    if name == "object" and "data" in attributes:
        yield attributes["data"]
    if name.rpartition(":")[2] in {"use", "image"}:
        yield from (value for one, value in attributes.items() if one.rpartition(":")[2] == "href")
    if name == "link" and "href" in attributes and _ASKING & set(attributes.get("rel", "").lower().split()):
        yield attributes["href"]
    yield from attributes.get("ping", "").split()
    yield from in_style(attributes.get("style", ""))


def _runs(name: str, attributes: Attributes) -> Iterator[str]:
    if name == "script" and "src" not in attributes and attributes.get("type", "").lower() not in _DATA:
        yield "a script stands in the page"
    for one, value in attributes.items():
        if one.startswith("on"):
            yield f"an attribute runs: {one}"
        elif ":" in value and _CODE.match(value):
            yield f"an address runs: {one}"
    if name in _FRAMES:
        yield "a frame, or an element that moves every address of the page"


def ids_of(tags: Iterable[Tag]) -> frozenset[str]:
    """Every name by which an address can lead to a place on the page."""
    return frozenset(one for tag in tags for one in tag.ids)


def redirect_of(tags: Iterable[Tag]) -> str:
    """Where the page sends on to at once."""
    return next((tag.redirect for tag in tags if tag.redirect), "")
