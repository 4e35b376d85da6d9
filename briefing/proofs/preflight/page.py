"""The HTML of an email as a strict reader sees it: one pass, nothing mended, nothing guessed.

An email of ours is written in one way only: lower case, every attribute in double quotes, every element closed. So a small grammar
reads it whole, and whatever does not fit the grammar is a finding. Tags are judged once however often they occur.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape
from typing import NamedTuple

from briefing.proofs.readers.headers import ContentType, content_type, headers

_MARKUP = re.compile(r"<(!--.*?--|[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*)>", re.DOTALL)
"""Whatever stands between angle brackets; those in a comment or between quotation marks are none."""
_TAG = re.compile(r"([a-z][a-z0-9]*)(?: [a-z][a-z:-]*(?:=\"[^\"]*\")?)*")
_END = re.compile(r"/[a-z][a-z0-9]*")
_ATTRIBUTE = re.compile(r" ([a-z][a-z:-]*)(?:=\"([^\"]*)\")?")
_VARIED = re.compile(r" (href|src|alt|content|start)=\"([^\"]*)\"")
_REFERENCE = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[^\t\n\f <&#;]{1,32};?)")
"""As ``html.unescape`` finds them (WHATWG HTML, 13.2.5.72)."""
_LENGTH_OF_A_FAULT = 60
_VOID = frozenset({"br", "hr", "img", "meta"})

TEXT_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "pre"})
_SPEAKERS = frozenset({"a", "title", "h1", "h2", "h3", "h4", "h5", "h6"})

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Tag(NamedTuple):
    """What stands between angle brackets; equal ones are one value."""

    name: str
    attributes: Mapping[str, str]
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


class Element(NamedTuple):
    """A tag in its place."""

    tag: Tag
    parent: int
    """Index of the element around it; -1 for the root."""
    speaker: int
    """Index of the nearest element whose words count as a whole (a link, a heading, the title), itself included; -1 if none."""
    setting: Setting


class Run(NamedTuple):
    """Text right inside an element."""

    element: int
    text: str
    """Without references; blanks as written."""


@dataclass
class Tags:
    """What was read before: an archive of emails has a few dozen tags that differ in more than addresses and words."""

    known: dict[str, Tag] = field(default_factory=dict)
    """By shape."""
    root: Setting = field(default_factory=lambda: Setting("", "", "", ""))
    sound: set[tuple[str, str]] = field(default_factory=set)
    """Rules, and what they have nothing against."""
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
        varied = _VARIED.findall(spelling)
        shape = _VARIED.sub(_name, spelling) if varied else spelling
        if shape not in self.known:
            if not _TAG.fullmatch(spelling):
                return None
            self.known[shape] = _tag(shape)
        found = self.known[shape]
        if not varied:
            return found
        attributes = dict(found.attributes)
        for name, value in varied:
            attributes[name] = self.plain(value) if "&" in value else value
        return Tag(found.name, attributes, *found[2:])

    def plain(self, text: str) -> str:
        """``text`` without references."""
        return _REFERENCE.sub(self._character, text)

    def _character(self, reference: re.Match[str]) -> str:
        if reference[0] not in self.characters:
            self.characters[reference[0]] = unescape(reference[0])
        return self.characters[reference[0]]


@dataclass
class Page:
    """An email's HTML, read."""

    elements: list[Element] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """What does not fit the grammar, as written."""

    def faulty(self, document: str, before: list[str], text: int, length: int = _LENGTH_OF_A_FAULT) -> Page:
        """What was read before something that does not fit the grammar: behind so many pieces and so much text."""
        position = sum(map(len, before)) + len("<>") * (len(before) // 2) + text
        self.faults.append(document[position : position + length])
        return self

    def chain(self, index: int) -> Iterator[Element]:
        """The element and those around it, from the inside."""
        while index >= 0:
            element = self.elements[index]
            yield element
            index = element.parent

    def inside(self, index: int, *names: str) -> int:
        """The nearest element of one of these names, itself included; -1 if there is none."""
        while index >= 0 and self.elements[index].tag.name not in names:
            index = self.elements[index].parent
        return index

    @cached_property
    def places(self) -> Mapping[str, list[int]]:
        """Indices of the elements of each name."""
        found: dict[str, list[int]] = {}
        for index, element in enumerate(self.elements):
            found.setdefault(element.tag.name, []).append(index)
        return found

    def named(self, *names: str) -> list[int]:
        """Indices of the elements of these names, in order."""
        return sorted([index for name in names for index in self.places.get(name, ())])

    @cached_property
    def style(self) -> str:
        """The text of the style elements."""
        styles = self.named("style")
        return "".join([run.text for run in self.runs if run.element in styles])

    @cached_property
    def body(self) -> tuple[Run, ...]:
        """Text that readers see, blank runs left out."""
        heads = self.named("title", "style", "head")
        return tuple([run for run in self.runs if run.element not in heads and not run.text.isspace()])

    @cached_property
    def text(self) -> str:
        """All of it, blanks as written."""
        return "".join([run.text for run in self.body])

    @cached_property
    def holding(self) -> tuple[Tag, ...]:
        """A tag of every shape that has words right inside."""
        tags = [self.elements[run.element].tag for run in self.body]
        return tuple({tag.shape: tag for tag in tags}.values())

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """Every different tag once."""
        return tuple({id(element.tag): element.tag for element in self.elements}.values())

    @cached_property
    def shapes(self) -> tuple[Tag, ...]:
        """A tag of every shape."""
        return tuple({tag.shape: tag for tag in self.tags}.values())

    @cached_property
    def spoken(self) -> tuple[tuple[Element, str], ...]:
        """Links, headings and the title with their words, in order; also those without any."""
        found: dict[int, list[str]] = {index: [] for index in self.named(*_SPEAKERS)}
        for run in self.runs:
            speaker = self.elements[run.element].speaker
            while speaker >= 0:
                found[speaker].append(run.text)
                outer = self.elements[speaker].parent
                speaker = self.elements[outer].speaker if outer >= 0 else -1
        return tuple((self.elements[index], " ".join("".join(pieces).split())) for index, pieces in found.items())

    def words_of(self, *names: str) -> Iterator[tuple[Element, str]]:
        """Those of these names."""
        return ((element, words) for element, words in self.spoken if element.tag.name in names)


def read_page(document: str, tags: Tags) -> Page:
    """``document``, read in one pass."""
    page = Page()
    elements, runs, known = page.elements, page.runs, tags.known
    *pieces, last = _MARKUP.split(document)
    current, closing = -1, ""
    for at, (text, markup) in enumerate(zip(pieces[::2], pieces[1::2], strict=True)):
        if text:
            if "<" in text:
                return page.faulty(document, pieces[: 2 * at], text.index("<"))
            if current >= 0 and (not text.isspace() or elements[current].speaker >= 0):
                runs.append(Run(current, tags.plain(text) if "&" in text else text))
        if markup == closing:
            current = elements[current].parent
            closing = elements[current].tag.closing if current >= 0 else ""
        elif tag := known.get(markup) or tags.read(markup):
            elements.append(_element(elements, current, tag, tags))
            if tag.closing:
                current, closing = len(elements) - 1, tag.closing
        elif markup.startswith("!--") and markup.endswith("--"):
            page.comments.append(markup[3:-2])
        elif markup != "!DOCTYPE html":
            length = len(markup) + 2 if _END.fullmatch(markup) else _LENGTH_OF_A_FAULT
            return page.faulty(document, pieces[: 2 * at], len(text), length)
    if "<" in last:
        return page.faulty(document, pieces, last.index("<"))
    if closing:
        page.faults.append(f"<{elements[current].tag.name}> is not closed")
    return page


def _element(elements: list[Element], parent: int, tag: Tag, tags: Tags) -> Element:
    """An element with what it takes over from the one around it."""
    own = len(elements) if tag.speaks else -1
    if parent < 0:
        return Element(tag, parent, own, tags.root.of(tag))
    around = elements[parent]
    return Element(
        tag, parent, around.speaker if own < 0 else own, around.setting.within.get(tag.shape) or around.setting.of(tag)
    )


def _name(varied: re.Match[str]) -> str:
    return f" {varied[1]}"


def _tag(shape: str) -> Tag:
    """What a tag of this shape has in common with all others of it."""
    name = shape.partition(" ")[0]
    found = {one: unescape(value) for one, value in _ATTRIBUTE.findall(shape)}
    style = _style(found.get("style", ""))
    return Tag(
        name,
        found,
        style,
        shape,
        named=found.get("class", ""),
        colour=style.get("color", ""),
        ground=style.get("background-color", ""),
        closing="" if name in _VOID else f"/{name}",
        speaks=name in _SPEAKERS,
    )


def _style(text: str) -> Mapping[str, str]:
    parts = (part.partition(":") for part in text.split(";") if part.strip())
    return {name.strip(): value.strip() for name, _, value in parts}
