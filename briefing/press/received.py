"""A message as it was received, against the one that was built: same words, same links, and what a provider may change.

A provider puts in the recipient's own address for leaving, may rewrite links so that clicks are counted, and adds headers. That is told,
and is no difference; a changed word is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from email import message_from_bytes
from email.header import decode_header, make_header
from email.message import Message
from urllib.parse import urlsplit

from briefing.proofs.readers.mail import MailReader
from briefing.proofs.shown import Shown, UnreadableError

_KEPT = ("Subject", "From", "Reply-To", "List-Id", "Archived-At", "Content-Language")
_ONE_CLICK = "list-unsubscribe=one-click"
_AROUND = 6


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is not as it was built."""

    what: str
    matters: bool = True
    """Whether it is more than what a provider does."""


def compared(received: bytes, built: bytes) -> Iterator[Difference]:
    """Everything that differs; ``UnreadableError`` where one of the two is no message with both parts."""
    reader = MailReader()
    (text, page), (text_built, page_built) = (reader.read(content)[""] for content in (received, built))
    yield from _words(text, text_built, "the text")
    yield from _words(page, page_built, "the HTML")
    headers, headers_built = message_from_bytes(received), message_from_bytes(built)
    yield from _links(page, page_built, _value(headers, "List-Unsubscribe"))
    yield from _headers(headers, headers_built)


def _words(received: Shown, built: Shown, where: str) -> Iterator[Difference]:
    here, there = received.text.split(), built.text.split()
    for kind, start, end, first, last in SequenceMatcher(None, there, here, autojunk=False).get_opcodes():
        was, now = " ".join(there[start:end]), " ".join(here[first:last])
        if kind == "equal" or _is_put_in(was, now):
            continue
        before = " ".join(there[max(start - _AROUND, 0) : start])
        yield Difference(f"{where}, after “{before}”: built “{was}”, received “{now}”")


def _is_put_in(was: str, now: str) -> bool:
    """Whether one placeholder became one address."""
    return "unsubscribe" in was.casefold() and len(was.split()) <= 2 and now.startswith("https://") and " " not in now  # noqa: PLR2004 - a placeholder may have one blank: {{ unsubscribe_url }} is three words in Go


def _links(received: Shown, built: Shown, leave: str) -> Iterator[Difference]:
    """``leave`` is the header for leaving: its address is put in for the placeholder."""
    here, there = _web(received), _web(built)
    missing = [url for url in there if url not in here]
    extra = [url for url in here if url not in there and url not in leave]
    if missing and len(extra) >= len(missing):
        hosts = sorted({urlsplit(url).hostname or "" for url in extra})
        yield Difference(f"{len(missing)} links were rewritten; they lead through {', '.join(hosts)}", matters=False)
    else:
        yield from (Difference(f"a link is gone: {url}") for url in missing)


def _web(shown: Shown) -> tuple[str, ...]:
    return tuple(url for url in shown.links if url.startswith(("https:", "http:")) and "unsubscribe" not in url)


def _headers(received: Message, built: Message) -> Iterator[Difference]:
    for name in _KEPT:
        was, now = _value(built, name), _value(received, name)
        if was and was != now:
            yield Difference(f"{name}: built “{was}”, received “{now}”")
    if _value(built, "Message-ID") != _value(received, "Message-ID"):
        yield Difference("the provider gave the message an id of its own", matters=False)
    added = sorted({name.lower() for name in received} - {name.lower() for name in built})
    if added:
        yield Difference(f"headers added on the way: {', '.join(added)}", matters=False)
    leave = _value(received, "List-Unsubscribe")
    if "<https://" not in leave or _value(received, "List-Unsubscribe-Post").casefold() != _ONE_CLICK:
        yield Difference(
            "it has no way to leave with one click: List-Unsubscribe with https, and List-Unsubscribe-Post (RFC 8058)"
        )


def _value(message: Message, name: str) -> str:
    said = " ".join(str(message[name] or "").split())
    return str(make_header(decode_header(said)))


__all__ = ["Difference", "UnreadableError", "compared"]
