"""What a page's tags say: where they lead and can be led to, what a browser fetches because of them, and what runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

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

NOTHING = Tag()


def in_style(text: str) -> Iterator[str]:
    """The addresses that a style sheet fetches."""
    yield from (match[1] or match[2] for match in _ADDRESS.finditer(_NAMESPACE.sub("", text)))


def tag_of(name: str, attributes: Attributes) -> Tag:
    """What a start tag says."""
    if name in _ACTIVE or ":" in name or not attributes.keys() <= _QUIET:
        return _active(name, attributes)
    href, place = attributes.get("href"), attributes.get("id")
    runs = tuple(_runs(name, attributes)) if any(map(_CODE.match, attributes.values())) else ()
    if href is None and place is None and not runs:
        return NOTHING
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
    return NOTHING if found == NOTHING else found


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


def policy_of(tags: Iterable[Tag]) -> str | None:
    """What the page is allowed, where it says so."""
    return next((tag.policy for tag in tags if tag.policy is not None), None)
