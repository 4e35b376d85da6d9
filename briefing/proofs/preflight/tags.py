"""Tags of emails as they are written; what was learned of one counts for all that look alike, in every email of an archive."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

from briefing.proofs.readers.headers import ContentType, content_type, headers

_TAG = re.compile(r"([a-z][a-z0-9]*)(?: [a-z][a-z:-]*(?:=\"[^\"]*\")?)*")
_ATTRIBUTE = re.compile(r" ([a-z][a-z:-]*)(?:=\"([^\"]*)\")?")
_VARIED = re.compile(r" (href|src|alt|content|start)=\"([^\"]*)\"")
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
"""As ``html.unescape`` finds them (WHATWG HTML, 13.2.5.72)."""
_VOID = frozenset({"br", "hr", "img", "meta"})
SPEAKERS = frozenset({"a", "title", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements whose words count as a whole."""


class Tag(NamedTuple):
    """What stands between angle brackets; equal ones are one value."""

    name: str
    attributes: Mapping[str, str]
    words: str
    """What the attributes say, a line each; but for its style."""
    style: Mapping[str, str]
    shape: str
    """The tag without addresses and words: how it looks, and what rules about looks are asked of once."""
    named: str
    """Its class."""
    colour: str
    """As its own style says; "" where it does not."""
    ground: str
    closing: str
    """What closes it, without its brackets; "" where nothing does."""
    speaks: bool
    """Whether its words count as a whole."""


OUTSIDE = Tag("", {}, "", {}, "", "", "", "", closing="<", speaks=False)
"""What stands around the first element; nothing that is read can close it."""


@dataclass(eq=False)
class Setting:
    """What an element takes over from those around it; the same for all that look alike and stand alike."""

    name: str
    named: str
    """Its class."""
    colour: str
    """Of its words, inherited; "" if nobody has said."""
    ground: str
    """Behind its words."""
    around: Setting | None = None
    within: dict[str, Setting] = field(default_factory=dict)
    """By the shape of an element right inside."""

    def of(self, tag: Tag) -> Setting:
        """That of a tag right inside."""
        if tag.shape not in self.within:
            colour, ground = tag.colour or self.colour, tag.ground or self.ground
            self.within[tag.shape] = Setting(tag.name, tag.named, colour, ground, self)
        return self.within[tag.shape]


@dataclass
class Tags:
    """What was read before: an archive of emails has a few dozen tags that differ in more than addresses and words."""

    known: dict[str, Tag] = field(default_factory=dict)
    """By shape."""
    root: Setting = field(default_factory=lambda: Setting("", "", "", ""))
    sound: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    """What each rule has nothing against."""
    readable: set[tuple[str, Setting]] = field(default_factory=set)
    """Style elements, and settings whose words are nowhere too pale."""
    characters: dict[str, str] = field(default_factory=dict)
    """What is meant by a reference."""
    parts: dict[bytes, ContentType] = field(default_factory=dict)
    """What the headers of a message's parts say they are, the same in all of them."""

    def part(self, head: bytes) -> ContentType:
        """That of one part."""
        if head not in self.parts:
            self.parts[head] = content_type(headers(head))
        return self.parts[head]

    def read(self, spelling: str) -> Tag | None:
        """The tag; None if it is not written as one of ours."""
        if spelling in self.known:
            return self.known[spelling]
        start, *pieces = _VARIED.split(spelling)
        names, values, others = pieces[::3], pieces[1::3], pieces[2::3]
        shape = start + "".join([f" {name}{other}" for name, other in zip(names, others, strict=True)])
        if shape not in self.known:
            if not _TAG.fullmatch(spelling):
                return None
            self.known[shape] = _tag(shape)
        found = self.known[shape]
        if not names:
            return found
        varied = {name: self.plain(value) if "&" in value else value for name, value in zip(names, values, strict=True)}
        return Tag(found.name, {**found.attributes, **varied}, "\n".join((found.words, *varied.values())), *found[3:])

    def plain(self, text: str) -> str:
        """``text`` without references."""
        return _REFERENCE.sub(self._character, text)

    def _character(self, reference: re.Match[str]) -> str:
        if reference[0] not in self.characters:
            self.characters[reference[0]] = unescape(reference[0])
        return self.characters[reference[0]]


def _tag(shape: str) -> Tag:
    """What a tag of this shape has in common with all others of it."""
    name = shape.partition(" ")[0]
    found = {one: unescape(value) for one, value in _ATTRIBUTE.findall(shape)}
    style = _style(found.get("style", ""))
    return Tag(
        name,
        found,
        "\n".join([value for one, value in found.items() if one != "style"]),
        style,
        shape,
        named=found.get("class", ""),
        colour=style.get("color", ""),
        ground=style.get("background-color", ""),
        closing="" if name in _VOID else f"/{name}",
        speaks=name in SPEAKERS,
    )


def _style(text: str) -> Mapping[str, str]:
    parts = (part.partition(":") for part in text.split(";") if part.strip())
    return {name.strip(): value.strip() for name, _, value in parts}
