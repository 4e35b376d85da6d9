"""Emails as their recipients' programs show them: the text part, the HTML part, each on its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from email.message import Message

from briefing.proofs.readers.flowed import unflowed
from briefing.proofs.readers.html import HtmlReader
from briefing.proofs.readers.mime import leaves
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
        parts = [part for part in leaves(content) if part.get_content_disposition() != "attachment"]
        text, page = _part(parts, "plain"), _part(parts, "html")
        plain = replace(inside("text/plain", _flowed(text).encode()), form="text/plain")
        html = replace(inside("text/html", _content(page).encode()), form="text/html")
        return {"": (plain, html), plain.form: (plain,), html.form: (html,)}


def _inside(media_type: str, content: bytes) -> Shown:
    return whole((HtmlReader() if media_type == "text/html" else TextReader()).read(content))


def _part(parts: list[Message], subtype: str) -> Message:
    found = [part for part in parts if part.get_content_type() == f"text/{subtype}"]
    if len(found) != 1:
        raise UnreadableError(f"it has {len(found)} parts of the type text/{subtype}, not one")
    return found[0]


def _content(part: Message) -> str:
    """With the breaks of a file, so that it is one and the same document there and here."""
    try:
        return bytes(part.get_payload(decode=True)).decode(part.get_content_charset("us-ascii")).replace("\r\n", "\n")
    except (LookupError, UnicodeError) as error:
        raise UnreadableError(f"its part of the type {part.get_content_type()} cannot be decoded: {error}") from error


def _flowed(part: Message) -> str:
    """The text as it would be written without ``delsp``, which a file cannot say of itself: each paragraph on a line, space-stuffed."""
    text = _content(part)
    if str(part.get_param("delsp", "no")).lower() != "yes":
        return text
    return "\n".join(f" {line.rstrip()}" for line in unflowed(text, delsp=True).split("\n"))


def _text(text: str) -> Shown:
    links = tuple(dict.fromkeys(found.rstrip(_AFTER_ADDRESS) for found in _ADDRESS.findall(text)))
    return Shown(unflowed(text), links)
