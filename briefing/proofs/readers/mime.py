"""The parts of a message (RFC 2046), each with its headers and its content as sent.

The standard library's parser goes through a message line by line. A message built as ours are is cut at its delimiters at once; any
other one is left to that parser.
"""

from __future__ import annotations

from email import message_from_bytes
from email.message import Message
from email.parser import BytesHeaderParser

_BREAK = b"\r\n"


def leaves(content: bytes) -> tuple[Message, ...]:
    """The parts that are no multiparts themselves, in their order."""
    return _cut(content) or parsed(content)


def parsed(content: bytes) -> tuple[Message, ...]:
    """The same of any message, by the standard library."""
    message = message_from_bytes(content)  # the modern policy parses each header anew: ten times slower
    return tuple(part for part in message.walk() if not part.is_multipart())


def _cut(content: bytes) -> tuple[Message, ...]:
    """The parts of a multipart without others inside: headers, delimiters with a part behind each, the closing one; else none."""
    headers, body = _divided(content)
    boundary = headers.get_boundary("") if headers and headers.get_content_maintype() == "multipart" else ""
    if headers is None or not boundary.isascii() or not boundary or headers.get_content_subtype() == "digest":
        return ()
    start, *pieces, end = (_BREAK + body).split(_BREAK + b"--" + boundary.encode())
    if start or end not in {b"--", b"--" + _BREAK} or not all(piece.startswith(_BREAK) for piece in pieces):
        return ()
    parts = tuple(map(_leaf, pieces))
    return tuple(part for part in parts if part) if all(parts) else ()


def _leaf(piece: bytes) -> Message | None:
    headers, body = _divided(piece.removeprefix(_BREAK))
    if headers is None or headers.get_content_maintype() in {"multipart", "message"}:
        return None
    headers.set_payload(body.decode("ascii", "surrogateescape"))
    return headers


def _divided(content: bytes) -> tuple[Message | None, bytes]:
    """The headers, and what they are of; None where they are not plainly headers."""
    head, found, body = content.partition(_BREAK + _BREAK)
    headers = BytesHeaderParser().parsebytes(head + _BREAK + _BREAK)
    return (headers if found and not headers.defects and not headers.get_payload() else None), body
