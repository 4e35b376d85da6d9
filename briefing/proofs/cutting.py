"""A page's tags, found by cutting it at its angle brackets.

Pages of one site have most of their tags in common, letter for letter; so what a tag says is found out once. That reads a page as a
browser does only where its markup is plain: where every bracket belongs to a tag, and every tag that is not known yet is written in
the plainest way. Any other page is parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from lxml import etree

from briefing.proofs.readers.html import parse
from briefing.proofs.tags import NOTHING, Tag, Tags, in_style, policy_of, redirect_of, tag_of

_TOKEN = re.compile(rb"<[^<>]*>")
_TOKEN_OF_LINE = re.compile(rb"<[^<>\n]*>")
_NAME = r"[a-zA-Z][a-zA-Z0-9:_-]*"
_VALUE = r"[^\"<>&\x00-\x1f\x7f]*(?:&(?:amp|lt|gt|quot|#34|#39);[^\"<>&\x00-\x1f\x7f]*)*"
_START = re.compile(rf"<([a-z][a-z0-9-]*)((?:[ \n]+{_NAME}(?:=\"{_VALUE}\")?)*) ?/?>")
_ATTRIBUTES = re.compile(rf"({_NAME})(?:=\"({_VALUE})\")?")
_ASCII = rb"(?![ jvJV])[ !#-%'-;=?-~]"
"""What a value is made of that refers to nothing and does not begin as code does."""
_PLAINEST = re.compile(
    rb"<(?:/[a-z][a-z0-9]*|time datetime=\"[0-9T:+Z-]*\"|meta (?:name|property)=\"[\w:]+\" content=\"%(ascii)b*\""
    rb"|(?:a|p|span|h[1-6]|li|div|section|link rel=\"canonical\")"
    rb"(?: class=\"[\w -]*\")?(?: href=\"(%(ascii)b+)\")?(?: id=\"(%(ascii)b+)\")?(?: (?:class|aria-label)=\"%(ascii)b*\")?)>"
    % {b"ascii": _ASCII}
)
"""What most tags are like: they close something, or say nothing but where they lead and stand."""
_SILENT = re.compile(r"</[a-z][a-z0-9-]*>|<!doctype html>|<!--[^<>-]*(?:-[^<>-]+)*-->", re.IGNORECASE)
"""End tags and comments: they say nothing."""
_HOLDING_WORDS = (b"<script", b"<textarea", b"<title")
_WORDS_ONLY = frozenset({b"script", b"textarea", b"title"})
"""Elements in which tags are words: plain only where none is inside."""
_PARSED = frozenset({"iframe", "noembed", "noframes", "noscript", "plaintext", "style", "template", "xmp"})
"""Elements that make what is inside them something else, each in its own way."""


@dataclass(slots=True)
class Known:
    """What was met before, as it is written: tags, and lines of which every tag ends in the same line."""

    tokens: dict[bytes, Tags] = field(default_factory=dict)
    lines: dict[bytes, Tags | None] = field(default_factory=dict)
    """None: met once only, and not kept apart from the others of its page."""

    def tidy(self) -> None:
        """So many are kept; what pages have in common is soon known again."""
        for kept in (self.tokens, self.lines):
            if len(kept) > _MOST:
                kept.clear()


_MOST = 20_000
_SHORT = 400
"""Bytes; a longer line is hardly ever met again."""


def tags_of(content: bytes, known: Known) -> Tags:
    """The tags of a page that say anything, hardly any twice, redirects and policies in their order; or ``UnreadableError``."""
    found = plain_tags(content, known)
    return parsed_tags(content) if found is None else found


def plain_tags(content: bytes, known: Known) -> Tags | None:
    """The tags of a page whose markup is plain; None where it is not."""
    known.tidy()
    found = _of_lines(content, known)
    return _cut(content, known.tokens, _TOKEN) if found is None else found


def _of_lines(content: bytes, known: Known) -> Tags | None:
    """Many lines are in other pages, too; all others are cut together. None where a tag or word runs over the end of a line."""
    tags: list[Tag] = []
    rare: list[bytes] = []
    lines = known.lines
    for line in dict.fromkeys(content.split(b"\n")):
        said = lines.get(line)
        if said is None and line in lines:
            lines[line] = said = _cut(line, known.tokens, _TOKEN_OF_LINE)
        if said is not None:
            tags += said
            continue
        rare.append(line)
        if len(line) < _SHORT:
            lines[line] = None
    found = _cut(b"\n".join(rare), known.tokens, _TOKEN_OF_LINE)
    if found is None or (redirect_of(found) and redirect_of(tags)) or policy_of(found) is not None is not policy_of(tags):
        return None  # which of two comes first, counts
    return (*tags, *found)


def _cut(content: bytes, known: dict[bytes, Tags], token: re.Pattern[bytes]) -> Tags | None:
    """The tags of some markup, each of one spelling once; None where that is not plain, or where any tag or word is open at its end."""
    tokens = token.findall(content)
    if not len(tokens) == content.count(b"<") == content.count(b">"):
        return None
    tags: list[Tag] = []
    for one in dict.fromkeys(tokens):
        said = known.get(one)
        if said is None:
            tag = plainest_tag(one) or _plain(one)
            if tag is None:
                return None
            known[one] = said = () if tag is NOTHING else (tag,)
        if said:
            tags += said
        if one.startswith(_HOLDING_WORDS) and not _holds_words(content, one, over=token is _TOKEN):
            return None
    return tuple(tags)


def plainest_tag(token: bytes) -> Tag | None:
    """What a tag says that is written like most; None for any other."""
    match = _PLAINEST.fullmatch(token)
    if match is None:
        return None
    href, place = match.groups()
    if href is None and place is None:
        return NOTHING
    return Tag(() if href is None else (href.decode(),), () if place is None else (place.decode(),))


def _plain(token: bytes) -> Tag | None:
    try:
        text = token.decode()
    except UnicodeDecodeError:
        return None
    start = _START.fullmatch(text)
    if start is None:
        return NOTHING if _SILENT.fullmatch(text) else None
    written = _ATTRIBUTES.findall(start[2])
    attributes = {one.lower(): unescape(value) if "&" in value else value for one, value in written}
    return None if start[1] in _PARSED or len(attributes) < len(written) else tag_of(start[1], attributes)


def _holds_words(content: bytes, token: bytes, *, over: bool) -> bool:
    """Whether nothing but the end tag follows wherever ``token`` stands, if it begins an element that holds words only; ``over`` lines or not."""
    name = token[1:-1].partition(b" ")[0]
    inside = rb"[^<]*" if over else rb"[^<\n]*"
    closed = re.compile(inside + b"</%b>" % name)
    return name not in _WORDS_ONLY or all(closed.match(rest) for rest in content.split(token)[1:])


def parsed_tags(content: bytes) -> Tags:
    """The same of any page."""
    return tuple(tag for element in parse(content).iter() for tag in _of_element(element) if tag is not NOTHING)


def _of_element(element: etree._Element) -> Iterator[Tag]:
    if isinstance(element.tag, str):
        yield tag_of(element.tag, {str(one): str(value) for one, value in element.items()})
        if element.tag == "style":
            yield Tag(asks=tuple(in_style("".join(map(str, element.itertext())))))
