"""Quoted-printable (RFC 2045, 6.7), such that no mailbox and no transport on the way alters a line.

Byte for byte what the standard library's ``email.quoprimime`` makes, but for the lines that are not safe on their way; it looks at one
character at a time, which takes ten times as long. A test holds the two against each other.
"""

from __future__ import annotations

import re

LONGEST = 74
"""Characters of a line; leaves room for what is made safe, which lengthens some lines by two."""

_AS_THEY_ARE = b"\t\n" + bytes(number for number in range(ord(" "), ord("~") + 1) if number != ord("="))
_PIECES = re.compile(rf"(?=.{{{LONGEST + 1}}}).{{{LONGEST - 3}}}[^=]{{0,2}}|.+")
"""What a line that is too long is cut into, room for the ``=`` at each end left; never within ``=E2``."""
_ROOM = LONGEST - 2
"""So long may a line be that ends in a blank, which is written as three characters."""


def quoted_printable(text: str) -> str:
    """``text`` encoded; whatever ended its lines, a line feed does now, and ends the last one too."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").removesuffix("\n")
    cut = "\n".join([line if len(line) <= _ROOM else _cut(line) for line in _octets(lines.encode()).decode().split("\n")])
    return _unalterable(f"{cut}\n".replace(" \n", "=20\n").replace("\t\n", "=09\n"))


def _octets(content: bytes) -> bytes:
    """Every octet that may not stand there as it is by its number; ``=`` first, which the others bring in."""
    content = content.replace(b"=", b"=3D")
    for octet in set(content.translate(None, _AS_THEY_ARE)) - {ord("=")}:
        content = content.replace(bytes((octet,)), b"=%02X" % octet)
    return content


def _cut(line: str) -> str:
    """``line`` with soft breaks; a blank at its end may need one for itself."""
    *whole, last = _PIECES.findall(line)
    if last[-1] in " \t" and len(last) > _ROOM:
        last = f"{last}=\n" if len(last) < LONGEST else f"{last[:-1]}=\n{last[-1]}"
    return "=\n".join((*whole, last))


def _unalterable(encoded: str) -> str:
    """Mailboxes put a ``>`` before ``From ``; a dot is doubled or lost."""
    return f"\n{encoded}".replace("\nFrom ", "\n=46rom ").replace("\n.", "\n=2E")[1:]
