"""HTML as a person reads it: the words in order, block elements apart, inline ones not.

What a browser draws counts as written: bullets, numbers, rules, and superior figures as markers in square brackets.
"""

from __future__ import annotations

from collections.abc import Mapping

from lxml import etree
from lxml.html import HtmlElement, HTMLParser, document_fromstring

from briefing.proofs.shown import Shown, UnreadableError

_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd"}
    | {"label", "mark", "o:p", "q", "s", "samp", "small", "span", "strike", "strong", "sub", "time", "tt", "u", "var", "wbr"}
)
"""Elements that run on in the line; any other one stands apart."""

_DRAWN = frozenset({"br", "hr", "img", "sup"})
"""Elements that are more than their text."""

_UNREAD = frozenset({"head", "script", "style", "svg", "template", "title"})
"""Elements whose text nobody sees, or sees as a picture."""

_LISTS = frozenset({"ol", "ul", "menu"})


class HtmlReader:
    """A page or the HTML of an email: its article if it has exactly one, else its body."""

    media_type = "text/html"

    def read(self, content: bytes) -> Mapping[str, tuple[Shown, ...]]:
        """What the page shows."""
        return {"": (read_html(content),)}


def read_html(content: bytes, form: str = "") -> Shown:
    """What a page, or a fragment of one, shows."""
    page = parse(content)
    articles = page.findall(".//article")
    return Shown(text_of(articles[0] if len(articles) == 1 else page), links_of(page), form)


def parse(content: bytes) -> HtmlElement:
    """The elements of a page in UTF-8; an empty one has none but its root."""
    try:
        return document_fromstring(content, parser=HTMLParser(encoding="utf-8"))
    except etree.ParserError:  # nothing in it but spaces and comments
        return document_fromstring(b"<p>")
    except (etree.LxmlError, ValueError) as error:
        raise UnreadableError(f"it is not HTML: {error}") from error


def links_of(page: HtmlElement) -> tuple[str, ...]:
    """Every address in the page, once each."""
    return tuple(dict.fromkeys(map(str, page.xpath("//@href | //@src | //@action"))))


def text_of(element: HtmlElement) -> str:
    """The text of ``element``; how it is spaced means nothing, but where there is a space does."""
    pieces: list[str] = []
    _read(element, pieces)
    return "".join(pieces)


def _read(element: HtmlElement, pieces: list[str]) -> None:
    tag = element.tag
    if not isinstance(tag, str) or tag in _UNREAD:  # comments and processing instructions have functions for tags
        return
    if tag in _DRAWN:
        pieces.append(_drawn(element, tag))
    elif tag in _LISTS:
        _read_list(element, pieces)
    elif tag in _INLINE:
        _read_inside(element, pieces)
    else:
        pieces.append(" ")
        _read_inside(element, pieces)
        pieces.append(" ")


def _read_inside(element: HtmlElement, pieces: list[str]) -> None:
    pieces.append(element.text or "")
    for child in element:
        _read(child, pieces)
        pieces.append(child.tail or "")


def _read_list(element: HtmlElement, pieces: list[str]) -> None:
    """Items with the bullets and numbers that a list draws, unless it is marked as one that draws none."""
    silent = element.get("role") == "list"
    number = _number(element.get("start"), 1)
    for child in element:
        if child.tag == "li":
            number = _number(child.get("value"), number)
            pieces.append("" if silent else f" {number}. " if element.tag == "ol" else " • ")
            number += 1
        _read(child, pieces)
        pieces.append(child.tail or "")


def _number(value: str | None, otherwise: int) -> int:
    try:
        return otherwise if value is None else int(value)
    except ValueError:
        return otherwise


def _drawn(element: HtmlElement, tag: str) -> str:
    match tag:
        case "sup":
            pieces: list[str] = []
            _read_inside(element, pieces)
            text = "".join(pieces).strip()
            return f" {text}" if text.startswith("[") else f" [{text}]"
        case "img":
            alternative = element.get("alt", "").strip()
            return f"[{alternative}]" if alternative else ""
        case "hr":
            return " * * * "
        case _:
            return " "
