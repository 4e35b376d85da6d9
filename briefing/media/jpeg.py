"""JPEG (ITU T.81): tables and scans are kept; application segments and comments are not, but for turning and colours."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from briefing.media.exif import orientation_only
from briefing.media.faults import BrokenMediaError
from briefing.media.icc import plain_profile

_FILL, _EOI, _SOS, _APP0, _APP1, _APP2, _APP14 = 0xFF, 0xD9, 0xDA, 0xE0, 0xE1, 0xE2, 0xEE
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
"""Markers without a segment."""
_PICTURE = frozenset({*range(0xC0, 0xD0), _SOS, 0xDB, 0xDC, 0xDD})
"""Frames, Huffman and arithmetic tables, scans, quantisation, number of lines, restart interval (table B.1)."""
_NEXT = re.compile(rb"\xff+[^\x00\xd0-\xd7\xff]")
_JFIF, _EXIF, _ICC, _ADOBE = b"JFIF\0", b"Exif\0\0", b"ICC_PROFILE\0", b"Adobe"
_LARGEST = 65_533 - len(_ICC) - 2


@dataclass(frozen=True, slots=True)
class _Segment:
    marker: int
    payload: bytes
    scan: bytes = b""
    """Of a scan: its coded data."""


def stripped_jpeg(content: bytes) -> bytes:
    """The same picture; what follows its end (a second picture, a film) is left out, too."""
    segments = _segments(content)
    ahead = [*_first(_jfif(one) for one in segments), *_turning(segments), *_colours(segments), *_first(map(_adobe, segments))]
    return b"".join(
        (b"\xff\xd8", *map(_written, ahead), *(_written(one) for one in segments if one.marker in _PICTURE), b"\xff\xd9")
    )


def _segments(content: bytes) -> list[_Segment]:
    found: list[_Segment] = []
    at = 2
    while at < len(content) - 1:
        if content[at] != _FILL:
            raise BrokenMediaError("its parts do not follow one another")
        while at < len(content) and content[at] == _FILL:
            at += 1
        marker = content[at] if at < len(content) else 0
        at += 1
        if marker == _EOI:
            return found
        if marker in _BARE:
            continue
        size = int.from_bytes(content[at : at + 2], "big")
        if not size or at + size > len(content):
            break
        payload, at = content[at + 2 : at + size], at + size
        end = at
        if marker == _SOS:
            following = _NEXT.search(content, at)
            if following is None:
                break
            end = following.start()
        found.append(_Segment(marker, payload, content[at:end]))
        at = end
    raise BrokenMediaError("the file is cut short")


def _written(segment: _Segment) -> bytes:
    size = (len(segment.payload) + 2).to_bytes(2, "big")
    return bytes((_FILL, segment.marker)) + size + segment.payload + segment.scan


def _first(found: Iterable[_Segment | None]) -> list[_Segment]:
    return [one for one in found if one is not None][:1]


def _jfif(segment: _Segment) -> _Segment | None:
    """Version and density, without the small picture that may be inside."""
    if segment.marker != _APP0 or not segment.payload.startswith(_JFIF):
        return None
    return _Segment(_APP0, segment.payload[:12].ljust(12, b"\0") + b"\0\0")


def _adobe(segment: _Segment) -> _Segment | None:
    """How colours are transformed."""
    if segment.marker != _APP14 or not segment.payload.startswith(_ADOBE):
        return None
    return _Segment(_APP14, segment.payload[:12])


def _turning(segments: list[_Segment]) -> list[_Segment]:
    blocks = (one.payload for one in segments if one.marker == _APP1 and one.payload.startswith(_EXIF))
    turned = orientation_only(next(blocks, b""))
    return [_Segment(_APP1, _EXIF + turned)] if turned else []


def _colours(segments: list[_Segment]) -> list[_Segment]:
    """The colour profile, which may be spread over several segments (ICC.1 annex B.4)."""
    parts = [one.payload.removeprefix(_ICC) for one in segments if one.marker == _APP2 and one.payload.startswith(_ICC)]
    profile = plain_profile(b"".join(part[2:] for part in sorted(parts)))
    pieces = [profile[start : start + _LARGEST] for start in range(0, len(profile), _LARGEST)]
    return [_Segment(_APP2, _ICC + bytes((number, len(pieces))) + piece) for number, piece in enumerate(pieces, 1)]
