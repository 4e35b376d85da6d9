"""Outputs read back with parsers that the product does not use for writing them."""

from __future__ import annotations

import email
import email.policy
import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

_INLINE = frozenset(
    [
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "cite",
        "code",
        "em",
        "i",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "u",
        "wbr",
        "font",
    ]
)
_UNREAD = frozenset(["script", "style", "title", "template"])
_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])


@dataclass
class Element:
    """An element with its attributes; children are elements and strings."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element | str] = field(default_factory=list)

    def walk(self) -> Iterator[Element]:
        """This element and all below it."""
        yield self
        for child in self.children:
            if isinstance(child, Element):
                yield from child.walk()

    @property
    def text(self) -> str:
        """Its text as read: spaces folded, blocks apart, a raised number as ``[3]``."""
        return " ".join("".join(self._pieces()).split())

    def _pieces(self) -> Iterator[str]:
        if self.tag in _UNREAD:
            return
        if self.tag == "sup" and (number := "".join(_words(self.children)).strip()).isdigit():
            yield f"[{number}]"
            return
        apart = "" if self.tag in _INLINE else " "
        yield apart
        for child in self.children:
            if isinstance(child, str):
                yield child
            else:
                yield from child._pieces()
        yield apart


def _words(children: list[Element | str]) -> Iterator[str]:
    for child in children:
        if isinstance(child, str):
            yield child
        else:
            yield from _words(child.children)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("#document")
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        element = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(element)
        if tag not in _VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        for depth in range(len(self.open) - 1, 0, -1):
            if self.open[depth].tag == tag:
                del self.open[depth:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def html(text: str) -> Element:
    """A parsed page or fragment."""
    builder = _Builder()
    builder.feed(text)
    builder.close()
    return builder.root


def page(path: Path) -> Element:
    """A parsed HTML file."""
    return html(path.read_text(encoding="utf-8"))


def entry(site: Path, feed: str, title: str) -> str:
    """The HTML that a feed carries for the issue called ``title``."""
    if feed.endswith(".json"):
        items = json.loads((site / feed).read_text(encoding="utf-8"))["items"]
        return next(str(item["content_html"]) for item in items if item["title"] == title)
    root = ET.parse(site / feed).getroot()  # noqa: S314 - our own output
    for item in [*root.iter("item"), *root.iter("{http://www.w3.org/2005/Atom}entry")]:
        parts = {child.tag.rpartition("}")[2]: child.text or "" for child in item}
        if parts["title"] == title:
            return parts.get("encoded") or parts["content"]
    raise AssertionError(f"{feed} has no entry called {title!r}")


def message(path: Path) -> EmailMessage:
    """A parsed message."""
    parsed = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    assert isinstance(parsed, EmailMessage)
    return parsed


def decoded(path: Path) -> str:
    """Everything an output says to whoever looks inside: raw, unpacked, and with the parts of a message decoded."""
    content = path.read_bytes()
    texts = [content]
    if path.suffix == ".gz":
        texts.append(gzip.decompress(content))
    if path.suffix == ".eml":
        payloads = (part.get_payload(decode=True) for part in message(path).walk() if not part.is_multipart())
        texts += [payload for payload in payloads if isinstance(payload, bytes)]
    return "\n".join(text.decode("utf-8", "replace") for text in texts)
