"""PNG (third edition): an allow-list of chunks; texts, times, Exif and whatever follows the end are left out."""

from __future__ import annotations

import zlib
from collections.abc import Iterator

from briefing.media.exif import orientation_only
from briefing.media.faults import BrokenMediaError
from briefing.media.icc import plain_profile

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PICTURE = frozenset(b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB sBIT bKGD pHYs acTL fcTL fdAT cICP mDCV cLLI".split())
_LARGEST_PROFILE = 8_000_000


def stripped_png(content: bytes) -> bytes:
    """The same picture, moving or not."""
    return _SIGNATURE + b"".join(_written(kind, data) for kind, data in _kept(content))


def written_png(width: int, height: int, depth: int, palette: bytes, rows: bytes) -> bytes:
    """A picture of a palette's colours; ``rows`` are packed, filtered and compressed already (PNG, 11.2)."""
    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((depth, 3, 0, 0, 0))
    chunks = ((b"IHDR", header), (b"PLTE", palette), (b"IDAT", rows), (b"IEND", b""))
    return _SIGNATURE + b"".join(_written(kind, data) for kind, data in chunks)


def _kept(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    for kind, data in _chunks(content):
        if kind in _PICTURE:
            yield kind, data
        elif kind == b"iCCP" and (profile := _profile(data)):
            yield kind, b"x\0\0" + zlib.compress(profile, 9)
        elif kind == b"eXIf" and (turned := orientation_only(data)):
            yield kind, turned


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at + 12 <= len(content):
        size = int.from_bytes(content[at : at + 4], "big")
        kind = content[at + 4 : at + 8]
        if at + 12 + size > len(content):
            break
        yield kind, content[at + 8 : at + 8 + size]
        if kind == b"IEND":
            return
        at += 12 + size
    raise BrokenMediaError("the file is cut short")


def _written(kind: bytes, data: bytes) -> bytes:
    return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")


def _profile(data: bytes) -> bytes:
    """The colour profile of an iCCP chunk: a name, a zero, the method, and the compressed profile (11.3.2.3)."""
    _, _, packed = data.partition(b"\0")
    try:
        return plain_profile(zlib.decompressobj().decompress(packed[1:], _LARGEST_PROFILE))
    except zlib.error:
        return b""
