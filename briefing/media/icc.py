"""Colour profiles (ICC.1:2022): the numbers that make colours right are kept; names, dates, makers and serial numbers are not."""

from __future__ import annotations

import struct

_HEADER = 128
_KEPT = frozenset(
    b"A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 B2D0 B2D1 B2D2 B2D3 D2B0 D2B1 D2B2 D2B3 bTRC bXYZ bkpt chad cicp gTRC gXYZ gamt kTRC "
    b"lumi rTRC rXYZ wtpt".split()
)
_ERASED = ((4, 8), (24, 36), (40, 44), (48, 56), (80, 128))
"""CMM, date, platform, maker and model of the device, creator and digest (7.2)."""
_DATE = struct.pack(">6H", 2000, 1, 1, 0, 0, 0)
_LOCALISED_FROM = 4
"""The version from which texts are localised (10.15)."""


def plain_profile(profile: bytes) -> bytes:
    """The profile without what only names it; b"" where it is damaged, which means the colours of the web (sRGB)."""
    if len(profile) < _HEADER + 4 or profile[36:40] != b"acsp":
        return b""
    try:
        (count,) = struct.unpack_from(">I", profile, _HEADER)
        entries = [struct.unpack_from(">4sII", profile, _HEADER + 4 + 12 * number) for number in range(min(count, 200))]
    except struct.error:
        return b""
    kept = [(tag, profile[start : start + size]) for tag, start, size in entries if tag in _KEPT and size]
    if any(len(data) < size for (_, data), size in zip(kept, (size for tag, _, size in entries if tag in _KEPT), strict=False)):
        return b""
    unnamed = _unnamed(profile[8])
    return _written(_header(profile), [(b"cprt", unnamed[1]), (b"desc", unnamed[0]), *kept])


def _header(profile: bytes) -> bytes:
    header = bytearray(profile[:_HEADER])
    for start, end in _ERASED:
        header[start:end] = bytes(end - start)
    header[24:36] = _DATE
    return bytes(header)


def _unnamed(version: int) -> tuple[bytes, bytes]:
    """Description and copyright, which every profile must have, with no words in them."""
    if version >= _LOCALISED_FROM:
        empty = struct.pack(">4sIII4sII", b"mluc", 0, 1, 12, b"enUS", 0, 28)
        return empty, empty
    return struct.pack(">4sII", b"desc", 0, 1) + bytes(1 + 4 + 4 + 2 + 1 + 67), b"text" + bytes(5)


def _written(header: bytes, tags: list[tuple[bytes, bytes]]) -> bytes:
    """Header, table and data; equal data is written once, as red, green and blue often share a curve."""
    places: dict[bytes, int] = {}
    body = bytearray()
    begins = _HEADER + 4 + 12 * len(tags)
    for _, data in tags:
        if data not in places:
            places[data] = begins + len(body)
            body += data + bytes(-len(data) % 4)
    table = b"".join(struct.pack(">4sII", tag, places[data], len(data)) for tag, data in tags)
    size = begins + len(body)
    return struct.pack(">I", size) + header[4:] + struct.pack(">I", len(tags)) + table + bytes(body)
