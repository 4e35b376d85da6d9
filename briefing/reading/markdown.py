"""Python-Markdown, behind one door: runs of text in, inlines out.

What it could read in one way only is read without it (``plain_markup``). Of the rest only its inline patterns are used, on one tree for a
whole issue; blocks come from ``laying`` (docs/decisions/0006). Patterns that have no form in every edition, or that look beyond their run,
are not registered. An instance is not safe for two threads at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.inlinepatterns import Pattern
from markdown.treeprocessors import InlineProcessor
from markdown.util import Registry

from briefing.model import (
    CitationMark,
    CodeSpan,
    Emphasis,
    External,
    FootnoteMark,
    Inline,
    Inlines,
    LineBreak,
    Link,
    Pulled,
    Quoted,
    Strong,
    Text,
)
from briefing.reading.found import Found, FoundLink
from briefing.reading.plain_markup import fill
from briefing.reading.tokens import Token, parsed

_DEEPEST = 24
"""Inlines inside inlines; nobody means more, and every edition walks them by recursion."""
_KEPT = {"backtick": "`", "escape": "\\", "link": "[", "image_link": "[", "em_strong": "*_"}
"""By the name of each pattern the characters of which it needs one to match anything."""
_MARKUP = "".join(dict.fromkeys("".join(_KEPT.values())))
"""Most runs have none of them, and to try every pattern on every run takes the time."""


class Overlap(Exception):  # noqa: N818 - it is caught in the next module and turned into a finding
    """Emphasis, a link, a quotation or a pull-quote begins inside another and ends outside it."""


@dataclass(frozen=True, slots=True)
class Picture:
    """An image that is the whole of its paragraph."""

    link: FoundLink


def element_trees(texts: Sequence[str]) -> list[Element]:
    """Each text as an element whose children are its inline markup."""
    elements = [Element("p") for _ in texts]
    alike: dict[frozenset[str], Element] = {}
    for element, text in zip(elements, texts, strict=True):
        element.text = text
        if (found := frozenset(filter(text.__contains__, _MARKUP))) and not fill(element, text):
            alike.setdefault(found, Element("div")).append(element)
    if alike:
        _mark_up(alike)
    return elements


def _mark_up(alike: Mapping[frozenset[str], Element]) -> None:
    """Read markup in place: elements that have the same characters of it together, by the patterns that can match there."""
    reader = Markdown(output_format="html")
    known = reader.inlinePatterns
    for found, root in alike.items():
        kept: Registry[Pattern] = Registry()
        for priority, name in enumerate(reversed(_KEPT)):
            if not found.isdisjoint(_KEPT[name]):
                kept.register(known[name], name, priority)
        reader.inlinePatterns = kept
        reader.treeprocessors.register(InlineProcessor(reader), "inline", 20)  # the one before it holds on to its patterns
        for treeprocessor in ("inline", "unescape"):
            reader.treeprocessors[treeprocessor].run(root)  # both change the elements in place


@dataclass(slots=True)
class _Frame:
    """An inline that is being filled."""

    kind: Token | None
    index: int
    content: list[Inline] = field(default_factory=list)


def inlines(element: Element, found: Found, footnotes: Sequence[int]) -> Inlines | Picture:
    """The inlines of a run; raises ``Overlap``. ``footnotes`` maps each reference found to its footnote."""
    if len(element) == 0:
        return _content(element, found, footnotes)
    children = list(element)
    if (
        len(children) == 1
        and children[0].tag == "img"
        and not (element.text or "").strip()
        and not (children[0].tail or "").strip()
    ):
        return Picture(_link(found, children[0].get("src", "")))
    if _depth(element) > _DEEPEST:
        raise Overlap
    return _content(element, found, footnotes)


def _depth(element: Element) -> int:
    """How many levels of elements lie in ``element``."""
    level, depth = list(element), 0
    while level:
        level, depth = [child for parent in level for child in parent], depth + 1
    return depth


def _content(element: Element, found: Found, footnotes: Sequence[int]) -> Inlines:
    stack = [_Frame(None, 0)]
    _text(element.text or "", stack, found, footnotes)
    for child in element:
        stack[-1].content.append(_element(child, found, footnotes))
        _text(child.tail or "", stack, found, footnotes)
    if len(stack) > 1:
        raise Overlap
    return tuple(stack[0].content)


def _element(element: Element, found: Found, footnotes: Sequence[int]) -> Inline:
    match element.tag:
        case "em":
            return Emphasis(_content(element, found, footnotes))
        case "strong":
            return Strong(_content(element, found, footnotes))
        case "code":
            return CodeSpan(unescape(element.text or ""))
        case "a":
            address = _link(found, element.get("href", "")).address
            return Link(address or External("https://unresolved.invalid/"), _content(element, found, footnotes))
        case _:
            raise Overlap


def _link(found: Found, reference: str) -> FoundLink:
    match = re.fullmatch(r"L(\d+)", reference)
    if match is None:
        raise Overlap
    return found.links[int(match.group(1))]


def _text(text: str, stack: list[_Frame], found: Found, footnotes: Sequence[int]) -> None:
    before, tokens = parsed(text)
    _append(stack[-1].content, before)
    for kind, index, words in tokens:
        _token(kind, index, stack, found, footnotes)
        _append(stack[-1].content, words)


def _append(content: list[Inline], text: str) -> None:
    """Add ``text``, neighbouring texts as one."""
    if not text:
        return
    if content and isinstance(last := content[-1], Text):
        content[-1] = Text(last.value + text)
    else:
        content.append(Text(text))


def _token(kind: Token, index: int, stack: list[_Frame], found: Found, footnotes: Sequence[int]) -> None:
    match kind:
        case Token.PART_OPENS | Token.PULL_OPENS:
            stack.append(_Frame(kind, index))
        case Token.PART_CLOSES:
            part = found.parts[index]
            _close(stack, Token.PART_OPENS, index, lambda content: Quoted(part.quotation, part.number, content))
        case Token.CITATION:
            stack[-1].content.append(CitationMark(index))
        case Token.BREAK:
            stack[-1].content.append(LineBreak())
        case Token.FOOTNOTE:
            if footnotes[index] >= 0:
                stack[-1].content.append(FootnoteMark(footnotes[index]))
        case Token.PULL_CLOSES:
            _close(stack, Token.PULL_OPENS, index, lambda content: Pulled(index, content))


def _close(stack: list[_Frame], kind: Token, index: int, make: Callable[[Inlines], Inline]) -> None:
    frame = stack.pop()
    if (frame.kind, frame.index) != (kind, index):
        raise Overlap
    stack[-1].content.append(make(tuple(frame.content)))
