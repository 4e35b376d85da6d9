"""Of Exif one fact is kept, without which a photograph would lie on its side: its orientation (Exif 2.32, 4.6.4)."""

from __future__ import annotations

import struct

_UPRIGHT = 1
_ORIENTATION = 0x0112
_SHORT = 3
_IDENTIFIER = b"Exif\0\0"


def orientation_only(exif: bytes) -> bytes:
    """An Exif block, without its identifier, that says how the picture is turned and nothing else; b"" where it is upright."""
    turned = _orientation(exif.removeprefix(_IDENTIFIER))
    if turned == _UPRIGHT:
        return b""
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, _SHORT, 1, turned, 0, 0)


def _orientation(tiff: bytes) -> int:
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return _UPRIGHT
    try:
        (directory,) = struct.unpack_from(f"{order}I", tiff, 4)
        (entries,) = struct.unpack_from(f"{order}H", tiff, directory)
        for number in range(entries):
            tag, kind, _, value = struct.unpack_from(f"{order}HHIH", tiff, directory + 2 + 12 * number)
            if (tag, kind) == (_ORIENTATION, _SHORT):
                return int(value) if value in range(1, 9) else _UPRIGHT
    except struct.error:
        return _UPRIGHT
    return _UPRIGHT
