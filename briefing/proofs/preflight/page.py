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
    dark: dict[tuple[str, int], tuple[str, str]] = field(default_factory=dict)
    """Colour and ground of a path in the dark design of a style element."""

    def path(self, before: int, tag: Tag) -> int:
        """The number of a path."""
        return self.paths.setdefault((before, tag.name, tag.attributes.get("class", "")), len(self.paths))

    def read(self, name: str, attributes: str) -> Tag:
        """The tag of this spelling."""
        spelling = name + attributes
        if spelling not in self.known:
            found = {one: unescape(value) for one, value in _ATTRIBUTE.findall(attributes)}
            self.known[spelling] = Tag(name, found, _style(found.get("style", "")))
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
    while position < len(document):
        token = _TOKEN.match(document, position)
        if token is None:
            page.faults.append(document[position : position + 60])
            return page
        match token.lastgroup:
            case "text":
                if current >= 0:
                    page.runs.append(Run(current, unescape(token["text"]) if "&" in token["text"] else token["text"]))
            case "attributes" | "tag":
                page.elements.append(_element(page, current, tags.read(token["tag"], token["attributes"]), position, tags))
                current = current if token["tag"] in _VOID else len(page.elements) - 1
            case "end":
                if current < 0 or page.elements[current].tag.name != token["end"]:
                    page.faults.append(token[0])
                    return page
                current = page.elements[current].parent
            case "comment":
                page.comments.append(token["comment"])
            case _:
                pass
        position = token.end()
    if current >= 0:
        page.faults.append(f"<{page.elements[current].tag.name}> is not closed")
    return page


def _element(page: Page, parent: int, tag: Tag, start: int, tags: Tags) -> Element:
    """An element with what it takes over from the one around it."""
    around = page.elements[parent] if parent >= 0 else None
    speaker = len(page.elements) if tag.name in _SPEAKERS else around.speaker if around else -1
    colour = tag.style.get("color", around.colour if around else "")
    ground = tag.style.get("background-color", around.ground if around else "")
    return Element(tag, parent, start, speaker, tags.path(around.path if around else -1, tag), colour, ground)


def _style(text: str) -> Mapping[str, str]:
    parts = (part.partition(":") for part in text.split(";") if part.strip())
    return {name.strip(): value.strip() for name, _, value in parts}
