"""The closed alphabet: which attributes and which CSS properties an element of an email may have, and nothing else.

What the sixteen named clients support of it is a matter of data (caniemail); that an email holds nothing outside it is a matter of
reading the email. ``ALPHABET`` is all of it; ``ENHANCEMENTS`` is the part whose loss does no harm, each with its reason: whatever
is not named there is load-bearing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple


class Triple(NamedTuple):
    """An element, one of its attributes, and a CSS property where the attribute is ``style``; ``""`` where there is none."""

    element: str
    attribute: str = ""
    property: str = ""


_TEXT = "margin font color"
_LAYOUT = "role width cellpadding cellspacing border"

_ELEMENTS: Mapping[str, tuple[str, str]] = {
    # element: its attributes, the properties of its style
    "html": ("lang dir", ""),
    "head": ("", ""),
    "meta": ("charset name content", ""),
    "title": ("", ""),
    "style": ("", ""),
    "body": ("", "margin background-color"),
    "div": ("class lang dir", ""),
    "table": (f"{_LAYOUT} aria-hidden", "margin max-width word-break width"),
    "tbody": ("valign", ""),
    "tr": ("", ""),
    "td": (
        "class align",
        "padding background-color border-left border-top border-bottom font color word-break",
    ),
    "th": ("class scope align", "border-bottom font color word-break"),
    "h1": ("class", _TEXT),
    "h2": ("class", _TEXT),
    "h3": ("class", _TEXT),
    "h4": ("class", _TEXT),
    "h5": ("class", _TEXT),
    "h6": ("class", _TEXT),
    "p": ("class aria-hidden", _TEXT),
    "blockquote": ("", "margin"),
    "ul": ("", "margin padding"),
    "ol": ("start", "margin padding"),
    "li": ("", _TEXT),
    "pre": ("", f"{_TEXT} white-space"),
    "hr": ("", "margin border border-top"),
    "br": ("", ""),
    "em": ("", ""),
    "strong": ("", ""),
    "code": ("", "font-family font-size"),
    "a": ("href", "color text-decoration"),
    "img": ("src alt width", "display width max-width height font color"),
}


def _triples() -> Iterator[Triple]:
    for element, (attributes, properties) in _ELEMENTS.items():
        yield Triple(element)
        yield from (Triple(element, attribute) for attribute in attributes.split())
        if properties:
            yield Triple(element, "style")
            yield from (Triple(element, "style", name) for name in properties.split())


ALPHABET = frozenset(_triples())

ENHANCEMENTS: Mapping[Triple, str] = MappingProxyType(
    {
        Triple("style"): "holds the dark design and wide tables only; the light design is complete without it",
        Triple("td", "class"): "a hook for the dark design, and for wide screens",
        Triple("th", "class"): "a hook for wide screens: words in crowded columns are broken there too",
        Triple("td", "style", "word-break"): "a crowded table makes the mail scroll sideways on a telephone",
        Triple("th", "style", "word-break"): "a crowded table makes the mail scroll sideways on a telephone",
        Triple("p", "class"): "a hook for the dark design",
        **{Triple(f"h{level}", "class"): "a hook for the dark design" for level in range(1, 7)},
        Triple("div", "class"): "a hook for the dark design",
        Triple("p", "aria-hidden"): "a screen reader says the standfirst's first words twice",
        Triple("table", "aria-hidden"): "a screen reader says a pull-quote's words twice",
        Triple("table", "style", "max-width"): "lines get longer; Outlook for Windows has a table of its own for it",
        Triple("table", "style", "word-break"): "an address longer than the screen makes the mail scroll sideways",
        Triple("pre", "style", "white-space"): "a line of code longer than the screen makes the mail scroll sideways",
        Triple("ul", "style", "padding"): "always 0: the list is set in further",
        Triple("ol", "style", "padding"): "always 0: the list is set in further",
        Triple("img", "style", "width"): "a picture wider than the screen makes the mail scroll sideways",
        Triple("img", "style", "max-width"): "the width attribute holds",
        Triple("img", "style", "height"): "the picture's own height holds",
    }
)
"""caniemail: what ``word-break``, ``white-space``, ``max-width`` and ``aria-hidden`` lack is named there, client by client."""

LAYOUT_ATTRIBUTES = frozenset(_LAYOUT.split())
"""What every table that is no table to a reader has."""
