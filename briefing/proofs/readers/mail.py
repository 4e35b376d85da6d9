"""Emails as their recipients' programs show them: the text part, the HTML part, each on its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from briefing.proofs.readers.flowed import unflowed
from briefing.proofs.readers.html import HtmlReader
from briefing.proofs.readers.mime import Part, leaves
from briefing.proofs.shown import Inside, Shown, UnreadableError, whole

_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+")
_AFTER_ADDRESS = ".,;:!?)]’'"


class TextReader:
    """A text part kept as a file of its own."""

    media_type = "text/plain"

    def read(self, content: bytes) -> Mapping[str, tuple[Shown, ...]]:
        """What the text shows once its lines are unfolded."""
        try:
            return {"": (_text(content.decode("utf-8")),)}
        except UnicodeDecodeError as error:
            raise UnreadableError(f"it is not UTF-8: {error}") from error


class MailReader:
    """A message with its alternatives; each of them must show the whole issue."""

    media_type = "message/rfc822"

    def read(self, content: bytes) -> Mapping[str, tuple[Shown, ...]]:
        """What the text part and the HTML part show: both, and each by its media type, as they may declare different lines."""
        return self.read_with(content, _inside)

    def read_with(self, content: bytes, inside: Inside) -> Mapping[str, tuple[Shown, ...]]:
        """As ``read``."""
        parts = [part for part in leaves(content) if not part.attached]
        text, page = _part(parts, "text/plain"), _part(parts, "text/html")
        plain = replace(inside("text/plain", _flowed(text).encode()), form="text/plain")
        html = replace(inside("text/html", _content(page).encode()), form="text/html")
        return {"": (plain, html), plain.form: (plain,), html.form: (html,)}


def _inside(media_type: str, content: bytes) -> Shown:
    return whole((HtmlReader() if media_type == "text/html" else TextReader()).read(content))


def _part(parts: list[Part], media_type: str) -> Part:
    found = [part for part in parts if part.type.media_type == media_type]
    if len(found) != 1:
        raise UnreadableError(f"it has {len(found)} parts of the type {media_type}, not one")
    return found[0]


def _content(part: Part) -> str:
    """With the breaks of a file, so that it is one and the same document there and here."""
    try:
        return part.content.decode(part.type.charset).replace("\r\n", "\n")
    except (LookupError, UnicodeError) as error:
        raise UnreadableError(f"its part of the type {part.type.media_type} cannot be decoded: {error}") from error


def _flowed(part: Part) -> str:
    """The text as it would be written without ``delsp``, which a file cannot say of itself: each paragraph on a line, space-stuffed."""
    text = _content(part)
    if part.type.delsp != "yes":
        return text
    return "\n".join(f" {line.rstrip()}" for line in unflowed(text, delsp=True).split("\n"))


def _text(text: str) -> Shown:
    links = tuple(dict.fromkeys(found.rstrip(_AFTER_ADDRESS) for found in _ADDRESS.findall(text)))
    return Shown(unflowed(text), links)
