"""The headers of a message or of one of its parts (RFC 5322, RFC 2045), as the standard library reads them.

Its parser is made for messages that come in bit by bit and takes a line at a time. Headers written plainly, as ours are, are told
apart at once; all others are left to it.
"""

from __future__ import annotations

import re
from email.message import Message
from email.parser import BytesHeaderParser
from typing import NamedTuple

_FIELD = re.compile(r"^([!-9;-~]+):[\t ]*([!-~][\t -~]*(?:\r\n[\t ][\t -~]*)*)(?:\r\n(?!\Z)|\Z)", re.MULTILINE)
"""A name and, behind its colon and blanks, words in ASCII on one line or folded over several."""
_TYPE = re.compile(r"([a-z]+/[a-z]+)((?:;\s+[a-z]+=\"[!#-;=?-\[\]-~]+\")*)")
_PARAMETER = re.compile(r"([a-z]+)=\"([^\"]+)\"")
"""Nothing in it that is written otherwise than it is meant."""


class ContentType(NamedTuple):
    """What a part is (RFC 2045, 5.1; RFC 2046, 5.1.1; RFC 3676, 4)."""

    media_type: str = "text/plain"
    boundary: str = ""
    charset: str = "us-ascii"
    format: str = ""
    delsp: str = "no"


def headers(head: bytes) -> Message:
    """Those that stand before the first blank line; ``head`` is without it."""
    return _plain(head) or parsed_headers(head)


def parsed_headers(head: bytes) -> Message:
    """The same by the standard library, of anything: what is no header makes a defect or is left over as content."""
    return BytesHeaderParser().parsebytes(head + b"\r\n\r\n")


def _plain(head: bytes) -> Message | None:
    pieces = _FIELD.split(head.decode("latin-1"))
    if any(pieces[::3]):  # something stands between the fields
        return None
    found = Message()
    found.set_payload("")
    for name, value in zip(pieces[1::3], pieces[2::3], strict=True):
        found.set_raw(name, value)
    return found


def content_type(said: Message) -> ContentType:
    """What the headers say of the part."""
    plain = _TYPE.fullmatch(str(said.get("Content-Type", "")))  # no string where a byte is not ASCII
    found = _PARAMETER.findall(plain[2]) if plain else []
    known = dict(found)
    if plain is None or len(known) < len(found):
        return parsed_content_type(said)
    return ContentType(
        plain[1],
        known.get("boundary", ""),
        known.get("charset", "us-ascii").lower(),
        known.get("format", ""),
        known.get("delsp", "no").lower(),
    )


def parsed_content_type(said: Message) -> ContentType:
    """The same by the standard library."""
    return ContentType(
        said.get_content_type(),
        said.get_boundary(""),
        said.get_content_charset("us-ascii"),
        str(said.get_param("format", "")),
        str(said.get_param("delsp", "no")).lower(),
    )
