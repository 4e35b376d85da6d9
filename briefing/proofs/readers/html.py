"""HTML as a person reads it: the words in order, block elements apart, inline ones not.

What a browser draws counts as written: bullets, numbers, rules, and superior figures as markers in square brackets.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

from lxml import etree

from briefing.proofs.shown import Shown, UnreadableError

_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd"}
    | {"label", "mark", "o:p", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "time", "tt", "u", "var", "wbr"}
)
"""Elements that run on in the line; any other one stands apart."""

_DRAWN = frozenset({"br", "hr", "img", "sup"})
"""Elements that are more than their text."""

_UNREAD = frozenset({"head", "script", "style", "svg", "template", "title", etree.Comment, etree.ProcessingInstruction})
"""Elements whose text nobody sees, or sees as a picture; comments and processing instructions have functions for tags."""

_LISTS = frozenset({"ol", "ul", "menu"})

Element: TypeAlias = etree._Element  # noqa: SLF001 - the stubs have no public name for it
Add: TypeAlias = Callable[[str], None]

_PARSER = etree.HTMLParser(encoding="utf-8", collect_ids=False)
"""One for all pages, also of several threads: lxml keeps what it parses apart, and setting up another takes as long as half a page."""
_LINKS = etree.XPath("//@href | //@src | //@action", smart_strings=False)


class HtmlReader:
    """A page or the HTML of an email: its article if it has exactly one, else its body."""

    media_type = "text/html"

    def read(self, content: bytes) -> Mapping[str, tuple[Shown, ...]]:
        """What the page shows."""
        return {"": (read_html(content),)}


def read_html(content: bytes, form: str = "") -> Shown:
    """What a page, or a fragment of one, shows."""
    page = parse(content)
    articles = tuple(page.iter("article"))
    return Shown(text_of(articles[0] if len(articles) == 1 else page), links_of(page), form)


def parse(content: bytes) -> Element:
    """The elements of a page in UTF-8; an empty one has none but its root."""
    try:
        page = etree.fromstring(content, _PARSER) if content.strip() else None
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError(f"it is not HTML: {error}") from error
    return etree.fromstring(b"<p/>") if page is None or not isinstance(page.tag, str) else page  # nothing in it but comments


def links_of(page: Element) -> tuple[str, ...]:
    """Every address in the page, once each."""
    found = _LINKS(page)
    return tuple(dict.fromkeys(map(str, found))) if isinstance(found, list) else ()


def text_of(element: Element) -> str:
    """The text of ``element``; how it is spaced means nothing, but where there is a space does."""
    pieces: list[str] = []
    _read(element, pieces.append)
    return "".join(pieces)


def _read(element: Element, add: Add) -> None:
    tag = element.tag
    if tag in _INLINE:
        _read_inside(element, add)
    elif tag in _DRAWN:
        add(_drawn(element, tag))
    elif tag in _LISTS:
        _read_list(element, add)
    elif tag not in _UNREAD:
        add(" ")
        _read_inside(element, add)
        add(" ")


def _read_inside(element: Element, add: Add) -> None:
    if text := element.text:
        add(text)
    for child in element:
        _read(child, add)
        if text := child.tail:
            add(text)


def _read_list(element: Element, add: Add) -> None:
    """Items with the bullets and numbers that a list draws, unless it is marked as one that draws none."""
    silent = element.get("role") == "list"
    number = _number(element.get("start"), 1)
    for child in element:
        if child.tag == "li":
            number = _number(child.get("value"), number)
            add("" if silent else f" {number}. " if element.tag == "ol" else " • ")
            number += 1
        _read(child, add)
        add(child.tail or "")


def _number(value: str | None, otherwise: int) -> int:
    try:
        return otherwise if value is None else int(value)
    except ValueError:
        return otherwise


def _drawn(element: Element, tag: str) -> str:
    match tag:
        case "sup":
            pieces: list[str] = []
            _read_inside(element, pieces.append)
            text = "".join(pieces).strip()
            return f" {text}" if text.startswith("[") else f" [{text}]"
        case "img":
            alternative = element.get("alt", "").strip()
            return f"[{alternative}]" if alternative else ""
        case "hr":
            return " * * * "
        case _:
            return " "
