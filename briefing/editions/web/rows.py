"""Rows of a card, compressed on their own: those that all cards have are compressed once."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from dataclasses import dataclass

from PIL import Image

WIDTH = 1200
PAPER = 12
"""The paper by its number among the colours; from 0, the ink, they blend into it."""
FILTER = 2
"""Two more pixels before each row are the byte that says it is not filtered (PNG, 9.2): the rows can then be packed as they are."""

_HEADER = b"\x78\x01"
_END = b"\x03\x00"
"""A last block of nothing (RFC 1951, 3.2.6)."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows as a PNG has them."""

    height: int
    packed: bytes
    deflated: bytes
    """Complete blocks, without the last (RFC 1951)."""


def paper(height: int) -> Image.Image:
    """Blank rows to draw on."""
    image = Image.new("P", (FILTER + WIDTH, height), PAPER)
    image.paste(0, (0, 0, FILTER, height))
    return image


def packed(image: Image.Image) -> Rows:
    """The rows of a picture of 16 colours."""
    rows = image.tobytes("raw", "P;4")
    # letters on paper are runs: looking for anything else takes longer and saves little
    deflating = zlib.compressobj(1, wbits=-zlib.MAX_WBITS, strategy=zlib.Z_RLE)
    return Rows(image.height, rows, deflating.compress(rows) + deflating.flush(zlib.Z_FULL_FLUSH))


def joined(pieces: Iterable[Rows]) -> bytes:
    """All rows as one stream (RFC 1950)."""
    stream, check = [_HEADER], 1
    for piece in pieces:
        stream.append(piece.deflated)
        check = zlib.adler32(piece.packed, check)
    return b"".join((*stream, _END, check.to_bytes(4, "big")))
