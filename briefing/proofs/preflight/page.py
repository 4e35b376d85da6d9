"""The HTML of an email as a strict reader sees it: one pass, nothing mended, nothing guessed.

An email of ours is written in one way only: lower case, every attribute in double quotes, every element closed. So a small grammar
reads it whole, and whatever does not fit the grammar is a finding. Tags are judged once however often they occur.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple, TypeAlias

from briefing.proofs.preflight.tags import OUTSIDE, SPEAKERS, Setting, Tag, Tags

_MARKUP = re.compile(r"<(!--.*?--|[^<>\"]*(?:\"[^\"]*\"[^<>\"]*)*)>", re.DOTALL)
"""Whatever stands between angle brackets; those in a comment or between quotation marks are none."""
_END = re.compile(r"/[a-z][a-z0-9]*")
_LENGTH_OF_A_FAULT = 60
_UNSEEN = frozenset({"title", "style", "head"})

TEXT_BLOCKS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th", "pre"})
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


class Element(NamedTuple):
    """A tag in its place."""

    tag: Tag
    parent: int
    """Index of the element around it; -1 for the root."""
    speaker: int
    """Index of the nearest element whose words count as a whole (a link, a heading, the title), itself included; -1 if none."""
    setting: Setting


Run: TypeAlias = tuple[Element, str]
"""Text right inside an element, without references; blanks as written."""


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
        return "".join([text for element, text in self.runs if element.tag.name == "style"])

    @cached_property
    def body(self) -> tuple[Run, ...]:
        """Text that readers see, blank runs left out."""
        return tuple([run for run in self.runs if run[0].tag.name not in _UNSEEN and not run[1].isspace()])

    @cached_property
    def text(self) -> str:
        """All of it, blanks as written."""
        return "".join([text for _, text in self.body])

    @cached_property
    def holding(self) -> tuple[Tag, ...]:
        """A tag of every shape that has words right inside."""
        return tuple({element.tag.shape: element.tag for element, _ in self.body}.values())

    @cached_property
    def shapes(self) -> Mapping[str, Tag]:
        """A tag of every shape, by it."""
        return {element.tag.shape: element.tag for element in self.elements}

    @cached_property
    def spoken(self) -> tuple[tuple[Element, str], ...]:
        """Links, headings and the title with their words, in order; also those without any."""
        found: dict[int, list[str]] = {index: [] for index in self.named(*SPEAKERS)}
        for element, text in self.runs:
            speaker = element.speaker
            while speaker >= 0:
                found[speaker].append(text)
                outer = self.elements[speaker].parent
                speaker = self.elements[outer].speaker if outer >= 0 else -1
        return tuple((self.elements[index], " ".join("".join(pieces).split())) for index, pieces in found.items())

    def words_of(self, *names: str) -> Iterator[tuple[Element, str]]:
        """Those of these names."""
        return ((element, words) for element, words in self.spoken if element.tag.name in names)


def read_page(document: str, tags: Tags) -> Page:
    """``document``, read in one pass."""
    page, around = Page(), Element(OUTSIDE, -1, -1, tags.root)
    outside, current = around, -1
    elements, runs, known = page.elements, page.runs, dict(tags.known)  # and the links of this page
    *pieces, last = _MARKUP.split(document)
    for at, (text, markup) in enumerate(zip(pieces[::2], pieces[1::2], strict=True)):
        if text:
            if "<" in text:
                return page.faulty(document, pieces[: 2 * at], text.index("<"))
            if current >= 0 and (not text.isspace() or around.speaker >= 0):
                runs.append((around, tags.plain(text) if "&" in text else text))
        if markup == around.tag.closing:
            current = around.parent
            around = elements[current] if current >= 0 else outside
        elif tag := known.get(markup) or tags.read(markup):
            known[markup] = tag
            speaker = len(elements) if tag.speaks else around.speaker
            element = Element(tag, current, speaker, around.setting.within.get(tag.shape) or around.setting.of(tag))
            elements.append(element)
            if tag.closing:
                around, current = element, len(elements) - 1
        elif markup.startswith("!--") and markup.endswith("--"):
            page.comments.append(markup[3:-2])
        elif markup != "!DOCTYPE html":
            length = len(markup) + 2 if _END.fullmatch(markup) else _LENGTH_OF_A_FAULT
            return page.faulty(document, pieces[: 2 * at], len(text), length)
    if "<" in last:
        return page.faulty(document, pieces, last.index("<"))
    if current >= 0:
        page.faults.append(f"<{around.tag.name}> is not closed")
    return page
