"""What in a run of text is not words: code, escapes, links, images, entities, citations, and HTML that may not be there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import Enum
from html import unescape
from operator import attrgetter
from typing import NamedTuple


class ZoneKind(Enum):
    """What a zone is."""

    CODE = "code"
    ESCAPE = "escape"
    ENTITY = "entity"
    AUTOLINK = "autolink"
    LINK_OPENS = "link opens"
    LINK_CLOSES = "link closes"
    IMAGE = "image"
    CITATION = "citation"
    UNREADABLE_CITATION = "unreadable citation"
    FOOTNOTE = "footnote"
    COMMENT = "comment"
    HTML = "html"
    ATTRIBUTES = "attributes"


class Zone(NamedTuple):
    """Characters of a run that are read as a whole."""

    kind: ZoneKind
    start: int
    end: int
    text: str = ""
    """The entity's character, a link's address, an image's alternative text."""
    address: tuple[int, int] = (0, 0)
    """Where a link's or image's address stands."""
    title: str = ""


_BEGINS = re.compile(r"[\\`<&{\[\]]")
_ESCAPE = re.compile(r"\\[!-/:-@\[-`{-~]")
_CODE = re.compile(r"(`+)(?!`)")
_AUTOLINK = re.compile(r"<((?:https?|mailto|tel):[^\s<>]+|[^\s<>@/]+@[^\s<>@/]+\.[^\s<>@/]+)>")
_HTML = re.compile(r"</?[A-Za-z][^<>]*>?|<[!?][^<>]*>?")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_ATTRIBUTES = re.compile(r"\{(?::[^{}]*|[ ]?[.#][A-Za-z][^{}]*)\}")
_CITATION = re.compile(r"\[@[^\[\]]*\]")
_NEARLY_CITATION = re.compile(r"(?:^|[\s;,(])@[A-Za-z0-9]")
_FOOTNOTE = re.compile(r"\[\^([^\[\]\s]+)\]")
_TARGET = re.compile(
    r"\(\s*(?:<([^<>]*)>|((?:[^\s()\\]++|\\.|\((?:[^\s()\\]++|\\.)*+\))*+))(?:\s+(\"[^\"]*\"|'[^']*'|“[^”]*”))?\s*\)"
)


@dataclass(slots=True)
class _Finder:
    """Walks a run once."""

    text: str
    zones: list[Zone] = field(default_factory=list)
    brackets: list[tuple[int, bool]] = field(default_factory=list)
    unclosed: set[int] = field(default_factory=set)

    def find(self, at: int) -> list[Zone]:
        for begins in _BEGINS.finditer(self.text, at):
            if begins.start() >= at:  # else it is inside what was read as a whole
                at = self._step(begins.start())
        self.zones.sort(key=attrgetter("start"))
        return self.zones

    def _step(self, at: int) -> int:
        match self.text[at]:
            case "[":
                return self._opening(at)
            case "]":
                return self._closing(at)
            case "\\":
                return self._plain(_ESCAPE, ZoneKind.ESCAPE, at)
            case "`":
                return self._code(at)
            case "<":
                return self._angle(at)
            case "&":
                return self._entity(at)
            case "{":
                return self._plain(_ATTRIBUTES, ZoneKind.ATTRIBUTES, at)
            case _:
                return at + 1

    def _plain(self, pattern: re.Pattern[str], kind: ZoneKind, at: int) -> int:
        match = pattern.match(self.text, at)
        if match is None:
            return at + 1
        self.zones.append(Zone(kind, at, match.end()))
        return match.end()

    def _code(self, at: int) -> int:
        match = _CODE.match(self.text, at)
        length = len(match.group(1)) if match else 1
        if length not in self.unclosed:
            closing = re.compile(rf"(?<!`)`{{{length}}}(?!`)").search(self.text, at + length)
            if closing:
                self.zones.append(Zone(ZoneKind.CODE, at, closing.end()))
                return closing.end()
            self.unclosed.add(length)
        return at + length

    def _angle(self, at: int) -> int:
        if self.text.startswith("<!--", at):
            end = self.text.find("-->", at)
            end = len(self.text) if end == -1 else end + 3
            self.zones.append(Zone(ZoneKind.COMMENT, at, end))
            return end
        if match := _AUTOLINK.match(self.text, at):
            self.zones.append(Zone(ZoneKind.AUTOLINK, at, match.end(), match.group(1), match.span(1)))
            return match.end()
        return self._plain(_HTML, ZoneKind.HTML, at)

    def _entity(self, at: int) -> int:
        match = _ENTITY.match(self.text, at)
        text = unescape(match.group()) if match else ""
        if match is None or text == match.group():
            return at + 1
        self.zones.append(Zone(ZoneKind.ENTITY, at, match.end(), text))
        return match.end()

    def _opening(self, at: int) -> int:
        sign = self.text[at + 1 : at + 2]
        if sign == "@" and (match := _CITATION.match(self.text, at)):
            self.zones.append(Zone(ZoneKind.CITATION, at, match.end()))
            return match.end()
        if sign == "^" and (match := _FOOTNOTE.match(self.text, at)):
            self.zones.append(Zone(ZoneKind.FOOTNOTE, at, match.end(), match.group(1)))
            return match.end()
        self.brackets.append((at, at > 0 and self.text[at - 1] == "!" and not self._escaped(at - 1)))
        return at + 1

    def _escaped(self, at: int) -> bool:
        return bool(self.zones) and self.zones[-1].kind is ZoneKind.ESCAPE and self.zones[-1].end > at

    def _closing(self, at: int) -> int:
        if not self.brackets:
            return at + 1
        opened, image = self.brackets.pop()
        target = _TARGET.match(self.text, at + 1) if self.text.startswith("(", at + 1) else None
        if target is None:
            if not image and _NEARLY_CITATION.search(self.text, opened + 1, at):
                self.zones = [zone for zone in self.zones if zone.start < opened]
                self.zones.append(Zone(ZoneKind.UNREADABLE_CITATION, opened, at + 1))
            return at + 1
        group = 1 if target.group(1) is not None else 2
        title = (target.group(3) or "")[1:-1]
        if image:
            self.zones = [zone for zone in self.zones if zone.start < opened]
            alt = self.text[opened + 1 : at]
            self.zones.append(Zone(ZoneKind.IMAGE, opened - 1, target.end(), alt, target.span(group), title))
        else:
            self.brackets = [bracket for bracket in self.brackets if bracket[1]]
            self.zones.append(Zone(ZoneKind.LINK_OPENS, opened, opened + 1))
            self.zones.append(Zone(ZoneKind.LINK_CLOSES, at, target.end(), target.group(group), target.span(group), title))
        return target.end()


def zones(text: str, start: int = 0) -> list[Zone]:
    """The zones of a run in order; they do not overlap, and none begins before ``start``."""
    return _Finder(text).find(start) if _BEGINS.search(text, start) else []
