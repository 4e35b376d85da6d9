"""The parts of a message (RFC 2046), each with what it says of itself and its content.

The standard library's parser goes through a message line by line. A message built as ours are is cut at its delimiters at once; any
other one is left to that parser.
"""

from __future__ import annotations

from binascii import a2b_qp
from email import message_from_bytes
from email.message import Message
from typing import NamedTuple

from briefing.proofs.readers.headers import ContentType, content_type, headers, parsed_content_type

_BREAK = b"\r\n"


class Part(NamedTuple):
    """A part that is no multipart itself."""

    type: ContentType
    attached: bool
    """Whether it is to be saved, not shown."""
    content: bytes
    """As it was before it was encoded for its way."""


def leaves(content: bytes) -> tuple[Part, ...]:
    """The parts that are no multiparts themselves, in their order."""
    return _cut(content) or parsed(content)


def parsed(content: bytes) -> tuple[Part, ...]:
    """The same of any message, by the standard library."""
    message = message_from_bytes(content)  # the modern policy parses each header anew: ten times slower
    return tuple(
        Part(parsed_content_type(part), _attached(part), _decoded(part)) for part in message.walk() if not part.is_multipart()
    )


def _cut(content: bytes) -> tuple[Part, ...]:
    """The parts of a multipart without others inside: headers, delimiters with a part behind each, the closing one; else none."""
    said, body = _divided(content)
    kind = content_type(said) if said else ContentType()
    delimited = kind.boundary and kind.boundary.isascii() and kind.media_type != "multipart/digest"
    if not (delimited and kind.media_type.startswith("multipart/")):
        return ()
    start, *pieces = (_BREAK + body).split(_BREAK + b"--" + kind.boundary.encode())
    end = pieces.pop() if pieces else b""
    if start or end not in {b"--", b"--" + _BREAK} or not all(piece.startswith(_BREAK) for piece in pieces):
        return ()
    parts = tuple(map(_leaf, pieces))
    return tuple(part for part in parts if part) if all(parts) else ()


def _leaf(piece: bytes) -> Part | None:
    said, body = _divided(piece.removeprefix(_BREAK))
    kind = content_type(said) if said else ContentType()
    if said is None or kind.media_type.startswith(("multipart/", "message/")):
        return None
    if said.get("Content-Transfer-Encoding") == "quoted-printable":
        return Part(kind, _attached(said), a2b_qp(body))
    said.set_payload(body.decode("ascii", "surrogateescape"))
    return Part(kind, _attached(said), _decoded(said))


def _divided(content: bytes) -> tuple[Message | None, bytes]:
    """The headers, and what they are of; None where they are not plainly headers."""
    head, found, body = content.partition(_BREAK + _BREAK)
    said = headers(head)
    return (said if found and not said.defects and not said.get_payload() else None), body


def _attached(part: Message) -> bool:
    return bool(part.get_content_disposition() == "attachment")


def _decoded(part: Message) -> bytes:
    return bytes(part.get_payload(decode=True))
