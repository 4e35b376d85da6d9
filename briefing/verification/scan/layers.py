"""What a file says, layer by layer: as it lies there, and as whoever decodes it would read it."""

from __future__ import annotations

import binascii
import quopri
import re
from base64 import b64decode
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote

from briefing.verification.scan.packed import is_packed, unpacked

_DEEPEST = 3
_TAG = re.compile(r"<[^<>]*>")
_ESCAPE = re.compile(r"\\u\{?([0-9a-fA-F]{1,6})\}?|\\x([0-9a-fA-F]{2})|\\([0-9a-fA-F]{2,6}) ?|%u([0-9a-fA-F]{4})")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{12,}(?:\r?\n[A-Za-z0-9+/_-]{4,})*")
_STRINGS = re.compile(rb"(?:[\t\n\x20-\x7e]|[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}){4,}")
_LARGE = 150
"""Bytes from which on something encoded may be a file of its own."""
_HEX = re.compile(r"(?:[0-9a-fA-F]{2}[ :]?){8,}")
_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_QUOTED = re.compile(r"=(?:[0-9A-F]{2}|\r?\n)")
_LAST = 0x10FFFF
_STANDARD = str.maketrans({"-": "+", "_": "/", "\r": None, "\n": None})


@dataclass(frozen=True, slots=True)
class Layer:
    """One reading of a file."""

    text: str
    whole: bool
    """Whether its lines are those of the file."""

    def __repr__(self) -> str:
        return "Layer(…)"


def layers(content: bytes, deep: int = _DEEPEST) -> Iterator[Layer]:
    """Every reading: as text, decoded, and of what is packed inside."""
    text = _text(content)
    yield Layer(text, whole=deep == _DEEPEST)
    yield from (Layer(other, whole=False) for other in _readings(text))
    if b"\0" in content:
        yield from (Layer(content[shift:].decode("utf-16-le", "ignore"), whole=False) for shift in (0, 1))
    if deep:
        for inner in (*unpacked(content), *_embedded(text)):
            yield from layers(inner, deep - 1)


def _text(content: bytes) -> str:
    """The text of a text; of anything else, what of it looks like text."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        if b"\0" not in content:
            return content.decode("cp1252", "replace")
        return "\n".join(run.decode("utf-8", "replace") for run in _STRINGS.findall(content))


def _readings(text: str) -> Iterator[str]:
    """The text without escapes; the same without tags; and each of these as quoted-printable."""
    for one in dict.fromkeys((text, _soft(text))):
        plain = _plain(one)
        if plain != text:
            yield plain
        bare = _plain(_TAG.sub("", one)) if "<" in one else plain
        if bare != plain:
            yield bare
        twice = _TAG.sub("", plain)  # mark-up that was itself escaped, as in a feed
        if twice not in {plain, bare}:
            yield twice


def _plain(text: str) -> str:
    if "\\" in text or "%u" in text:
        text = _ESCAPE.sub(_character, text)
    if "&" in text:
        text = unescape(unescape(text))
    return _PERCENT.sub(lambda run: unquote(run[0]), text) if "%" in text else text


def _character(match: re.Match[str]) -> str:
    code = int(next(group for group in match.groups() if group), 16)
    return chr(code) if code <= _LAST else match[0]


def _soft(text: str) -> str:
    """As quoted-printable (RFC 2045, 6.7), where it looks like it."""
    if _QUOTED.search(text) is None:
        return text
    return quopri.decodestring(text.encode("utf-8", "replace")).decode("utf-8", "replace")


def _embedded(text: str) -> Iterator[bytes]:
    """What is written in base64 or in hexadecimal digits: long runs one by one, all the others together."""
    runs = [match[0].translate(_STANDARD) for match in _BASE64.finditer(text)]
    decoded = [_decoded(run, shift) for run in runs for shift in range(4)]
    pairs = [bytes.fromhex(re.sub(r"[ :]", "", match[0])) for match in _HEX.finditer(text)]
    yield b"\n".join((*decoded, *pairs))
    yield from (one for one in (*decoded[::4], *pairs) if len(one) >= _LARGE or is_packed(one))


def _decoded(run: str, shift: int) -> bytes:
    """A run of base64 from its ``shift``-th character on: what stands before it may have been taken for a part of it."""
    written = run[shift : len(run) - (len(run) - shift) % 4]
    rest = run[len(written) + shift :]
    try:
        return b64decode(written) + (b64decode(rest + "=" * (4 - len(rest))) if len(rest) > 1 else b"")
    except binascii.Error:
        return b""
