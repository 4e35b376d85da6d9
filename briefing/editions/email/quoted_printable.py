"""Quoted-printable (RFC 2045, 6.7), such that no mailbox and no transport on the way alters a line.

Byte for byte what the standard library's ``email.quoprimime`` makes, but for the lines that are not safe on their way; it looks at one
character at a time, which takes ten times as long. A test holds the two against each other.
"""

from __future__ import annotations

import re

LONGEST = 74
"""Characters of a line; leaves room for what is made safe, which lengthens some lines by two."""

_AS_THEY_ARE = b"\t\n" + bytes(number for number in range(ord(" "), ord("~") + 1) if number != ord("="))
_ROOM = LONGEST - len("=20") + 1
"""So long may a line be that ends in a blank, which is written as three characters."""
_PIECES = re.compile(
    rf".{{{LONGEST - 3}}}(?=.{{4}})[^=]{{0,2}}"  # of a line that is too long: never within "=E2", and with room for a "=" behind it
    rf"|.{{0,{_ROOM}}}\n"  # the rest of most lines
    rf"|.{{{_ROOM}}}[ \t](?=\n)|.{{{_ROOM + 1}}}(?=[ \t]\n)"  # of a line whose last blank has no room: the "=" comes behind or before it
    r"|.*\n"
)
"""What text is cut into: a line's last piece brings its end, behind all others comes a soft break."""


def quoted_printable(text: str) -> str:
    """``text`` encoded; whatever ended its lines, a line feed does now, and ends the last one too."""
    lines = _with_line_feeds(text).removesuffix("\n")
    pieces = _PIECES.findall(f"{_octets(lines.encode()).decode()}\n")
    encoded = "=\n".join(pieces).replace("\n=\n", "\n").replace(" \n", "=20\n")
    return _unalterable(encoded.replace("\t\n", "=09\n") if "\t" in encoded else encoded)


def _with_line_feeds(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _octets(content: bytes) -> bytes:
    """Every octet that may not stand there as it is by its number; ``=`` first, which the others bring in."""
    content = content.replace(b"=", b"=3D")
    for octet in set(content.translate(None, _AS_THEY_ARE)) - {ord("=")}:
        content = content.replace(bytes((octet,)), b"=%02X" % octet)
    return content


def _unalterable(encoded: str) -> str:
    """Mailboxes put a ``>`` before ``From ``; a dot is doubled or lost."""
    return f"\n{encoded}".replace("\nFrom ", "\n=46rom ").replace("\n.", "\n=2E")[1:]
