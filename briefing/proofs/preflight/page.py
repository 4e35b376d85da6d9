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
from typing import NamedTuple, TypeAlias

_TOKEN = re.compile(
    r"(?P<text>[^<]+)"
    r"|<(?P<tag>[a-z][a-z0-9]*)(?P<attributes>(?: [a-z][a-z:-]*(?:=\"[^\"]*\")?)*)>"
    r"|</(?P<end>[a-z][a-z0-9]*)>"
    r"|<!--(?P<comment>.*?)-->"
    r"|<!DOCTYPE html>",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(r" ([a-z][a-z:-]*)(?:=\"([^\"]*)\")?")
_VARIED = re.compile(r"( (?:href|src|alt|content|start))=\"[^\"]*\"")
_VOID = frozenset({"br", "hr", "img", "meta"})

TEXT_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "pre"})
_SPEAKERS = frozenset({"a", "title", "h1", "h2", "h3", "h4", "h5", "h6"})

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


Path: TypeAlias = tuple[int, str, str]


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


class Element(NamedTuple):
    """A tag in its place."""

    tag: Tag
    parent: int
    """Index of the element around it; -1 for the root."""
    start: int
    """Where it begins, in characters."""
    speaker: int
    """Index of the nearest element whose words count as a whole (a link, a heading, the title), itself included; -1 if none."""
    path: int
    """The way to it from the root, by names and classes: a number of ``Tags.paths``."""
    colour: str
    """Of its words, inherited; "" if nobody has said."""
    ground: str
    """Behind its words."""


class Run(NamedTuple):
    """Text right inside an element."""

    element: int
    text: str
    """Without references; blanks as written."""


@dataclass
class Tags:
    """Tags and paths read before: an archive of emails has a few hundred different ones."""

    known: dict[str, Tag] = field(default_factory=dict)
    paths: dict[Path, int] = field(default_factory=dict)
    """Every path by its last step: the number of the path before it, a name and a class."""
    sound: set[tuple[str, str]] = field(default_factory=set)
    """Rules about looks, and the shapes that they have nothing against."""
    dark: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    """Colour and ground of a path in the dark design of a style element."""

    def path(self, before: int, tag: Tag) -> int:
        """The number of a path."""
        return self.paths.setdefault((before, tag.name, tag.named), len(self.paths))

    def read(self, name: str, attributes: str) -> Tag:
        """The tag of this spelling."""
        spelling = name + attributes
        if spelling not in self.known:
            found = {one: unescape(value) for one, value in _ATTRIBUTE.findall(attributes)}
            style = _style(found.get("style", ""))
            shape = name + _VARIED.sub(r"\1", attributes)
            colour, ground = style.get("color", ""), style.get("background-color", "")
            self.known[spelling] = Tag(name, found, style, shape, found.get("class", ""), colour, ground)
        return self.known[spelling]


@dataclass
class Page:
    """An email's HTML, read."""

    elements: list[Element] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    """What does not fit the grammar, as written."""

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
    def style(self) -> str:
        """The text of the style elements."""
        return "".join(run.text for run in self.runs if self.elements[run.element].tag.name == "style")

    @cached_property
    def body(self) -> tuple[Run, ...]:
        """Text that readers see, blank runs left out."""
        heads = {index for index, element in enumerate(self.elements) if element.tag.name in {"title", "style", "head"}}
        return tuple(run for run in self.runs if run.element not in heads and run.text.strip())

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """Every different tag once."""
        return tuple({id(element.tag): element.tag for element in self.elements}.values())

    @cached_property
    def shapes(self) -> tuple[Tag, ...]:
        """A tag of every shape."""
        return tuple({element.tag.shape: element.tag for element in self.elements}.values())

    @cached_property
    def spoken(self) -> tuple[tuple[Element, str], ...]:
        """Links, headings and the title with their words, in order; also those without any."""
        found: dict[int, list[str]] = {i: [] for i, element in enumerate(self.elements) if element.speaker == i}
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
    page, current, position = Page(), -1, 0
    elements, runs = page.elements, page.runs
    for token in _TOKEN.finditer(document):
        if token.start() != position:
            break
        position = token.end()
        kind = token.lastgroup
        if kind == "text":
            if current >= 0:
                text = token[0]
                runs.append(Run(current, unescape(text) if "&" in text else text))
        elif kind == "attributes":
            name = token["tag"]
            elements.append(_element(elements, current, tags.read(name, token["attributes"]), token.start(), tags))
            current = current if name in _VOID else len(elements) - 1
        elif kind == "end":
            if current < 0 or elements[current].tag.name != token["end"]:
                page.faults.append(token[0])
                return page
            current = elements[current].parent
        elif kind == "comment":
            page.comments.append(token["comment"])
    if position < len(document):
        page.faults.append(document[position : position + 60])
    elif current >= 0:
        page.faults.append(f"<{elements[current].tag.name}> is not closed")
    return page


def _element(elements: list[Element], parent: int, tag: Tag, start: int, tags: Tags) -> Element:
    """An element with what it takes over from the one around it."""
    if parent < 0:
        return Element(
            tag, parent, start, len(elements) if tag.name in _SPEAKERS else -1, tags.path(-1, tag), tag.colour, tag.ground
        )
    around = elements[parent]
    speaker = len(elements) if tag.name in _SPEAKERS else around.speaker
    path = tags.path(around.path, tag)
    return Element(tag, parent, start, speaker, path, tag.colour or around.colour, tag.ground or around.ground)


def _style(text: str) -> Mapping[str, str]:
    parts = (part.partition(":") for part in text.split(";") if part.strip())
    return {name.strip(): value.strip() for name, _, value in parts}
