"""Emphasis and links as they are written most of the time, read without Markdown: the very elements that it would give.

Whatever could be read in two ways (a mark without its partner, marks in a row, a backslash, code, an underscore) is left to it.
"""

from __future__ import annotations

import re
from xml.etree.ElementTree import Element, SubElement

_MARKUP = re.compile(r"[\\`*_\[\]]")
_STARS = r"\*(?<!\*\*)(?P<second>\*?)(?=\S)(?P<words>[^\\`*_\[\]]+)(?<=\S)\*(?P=second)(?!\*)"
_LINK = r"\[(?<!!\[)(?P<linked>[^\\`_\[\]]+)\]\((?P<href>L[0-9]+)\)"
"""What stands before the first character is looked at behind it: a pattern that begins with a character is found far sooner."""
_EMPHASIS = re.compile(_STARS)
_EITHER = re.compile(f"{_STARS}|{_LINK}")
_IMAGE = re.compile(r"!\[(image)\]\((L[0-9]+)\)")
_TAGS = {"": "em", "*": "strong"}


def fill(element: Element, text: str) -> bool:
    """Put ``text`` into ``element``, its markup as elements within; False, and nothing is put in, where Markdown has to tell."""
    if image := _IMAGE.fullmatch(text):
        element.text = ""
        SubElement(element, "img", src=image[2], alt=image[1])
        return True
    return _fill(element, text, _EITHER)


def _fill(element: Element, text: str, pattern: re.Pattern[str]) -> bool:
    words, pieces, at = [], list[Element](), 0
    for match in pattern.finditer(text):
        if (piece := _piece(match)) is None:
            return False
        pieces.append(piece)
        words.append(text[at : match.start()])
        at = match.end()
    words.append(text[at:])
    if _MARKUP.search("".join(words)):
        return False
    element.text = words[0]
    for piece, behind in zip(pieces, words[1:], strict=True):
        piece.tail = behind
    element.extend(pieces)
    return True


def _piece(match: re.Match[str]) -> Element | None:
    if (second := match["second"]) is not None:
        emphasised = Element(_TAGS[second])
        emphasised.text = match["words"]
        return emphasised
    link = Element("a", href=match["href"])
    if "*" not in match["linked"]:
        link.text = match["linked"]
        return link
    return link if _fill(link, match["linked"], _EMPHASIS) else None
