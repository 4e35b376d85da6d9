"""WebP (RFC 9649): an allow-list of chunks; Exif but for turning, XMP and whatever is not known are left out."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.media.exif import orientation_only
from briefing.media.faults import BrokenMediaError
from briefing.media.icc import plain_profile

_PICTURE = frozenset({b"VP8 ", b"VP8L", b"ALPH", b"ANIM"})
_FRAME_HEADER = 16
_HAS_XMP, _HAS_EXIF, _HAS_PROFILE = 0x04, 0x08, 0x20


def stripped_webp(content: bytes) -> bytes:
    """The same picture, moving or not; what follows the RIFF container is left out."""
    size = int.from_bytes(content[4:8], "little")
    if content[:4] != b"RIFF" or content[8:12] != b"WEBP" or size + 8 > len(content):
        raise BrokenMediaError("the file is cut short")
    kept = list(_kept(content[12 : 8 + size]))
    present = {kind for kind, _ in kept}
    body = b"WEBP" + b"".join(_written(kind, _flagged(data, present) if kind == b"VP8X" else data) for kind, data in kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _kept(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    for kind, data in _chunks(body):
        if kind in _PICTURE or kind == b"VP8X":
            yield kind, data
        elif kind == b"ANMF":
            inner = b"".join(_written(*chunk) for chunk in _chunks(data[_FRAME_HEADER:]) if chunk[0] in _PICTURE)
            yield kind, data[:_FRAME_HEADER] + inner
        elif kind == b"ICCP" and (profile := plain_profile(data)):
            yield kind, profile
        elif kind == b"EXIF" and (turned := orientation_only(data)):
            yield kind, turned


def _flagged(header: bytes, present: set[bytes]) -> bytes:
    """The extended header, which says what else is in the file (2.7)."""
    flags = header[0] & ~(_HAS_XMP | _HAS_EXIF | _HAS_PROFILE)
    flags |= _HAS_EXIF * (b"EXIF" in present) | _HAS_PROFILE * (b"ICCP" in present)
    return bytes((flags,)) + header[1:]


def _chunks(body: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 0
    while at + 8 <= len(body):
        size = int.from_bytes(body[at + 4 : at + 8], "little")
        if at + 8 + size > len(body):
            raise BrokenMediaError("the file is cut short")
        yield body[at : at + 4], body[at + 8 : at + 8 + size]
        at += 8 + size + size % 2


def _written(kind: bytes, data: bytes) -> bytes:
    return kind + len(data).to_bytes(4, "little") + data + bytes(len(data) % 2)
