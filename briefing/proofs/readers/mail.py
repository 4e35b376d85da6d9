"""Emails as their recipients' programs show them: the text part, the HTML part, each on its own."""

from __future__ import annotations

import re
from collections.abc import Mapping
from email import message_from_bytes
from email.message import Message

from briefing.proofs.readers.flowed import unflowed
from briefing.proofs.readers.html import read_html
from briefing.proofs.shown import Shown, UnreadableError

_ADDRESS = re.compile(r"https?://[^\s<>\"“”]+")
_AFTER_ADDRESS = ".,;:!?)]’'"


class TextReader:
    """A text part kept as a file of its own."""

    media_type = "text/plain"

    def read(self, content: bytes) -> Mapping[str, tuple[Shown, ...]]:
        """What the text shows once its lines are unfolded."""
        try:
            return {"": (_text(content.decode("utf-8"), delsp=False),)}
        except UnicodeDecodeError as error:
            raise UnreadableError(f"it is not UTF-8: {error}") from error


class MailReader:
    """A message with its alternatives; each of them must show the whole issue."""

    media_type = "message/rfc822"

    def read(self, content: bytes) -> Mapping[str, tuple[Shown, ...]]:
        """What the text part and the HTML part show: both, and each by its media type, as they may declare different lines."""
        message = message_from_bytes(content)  # the modern policy parses each header anew: ten times slower
        text, page = _part(message, "plain"), _part(message, "html")
        delsp = str(text.get_param("delsp", "no")).lower() == "yes"
        plain = _text(_content(text), delsp=delsp, form="text/plain")
        html = read_html(_content(page).encode(), "text/html")
        return {"": (plain, html), plain.form: (plain,), html.form: (html,)}


def _part(message: Message, subtype: str) -> Message:
    inline = (part for part in message.walk() if part.get_content_disposition() != "attachment")
    parts = [part for part in inline if part.get_content_type() == f"text/{subtype}"]
    if len(parts) != 1:
        raise UnreadableError(f"it has {len(parts)} parts of the type text/{subtype}, not one")
    return parts[0]


def _content(part: Message) -> str:
    try:
        return bytes(part.get_payload(decode=True)).decode(part.get_content_charset("us-ascii"))
    except (LookupError, UnicodeError) as error:
        raise UnreadableError(f"its part of the type {part.get_content_type()} cannot be decoded: {error}") from error


def _text(text: str, *, delsp: bool, form: str = "") -> Shown:
    links = tuple(dict.fromkeys(found.rstrip(_AFTER_ADDRESS) for found in _ADDRESS.findall(text)))
    return Shown(unflowed(text, delsp=delsp), links, form)
