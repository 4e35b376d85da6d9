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
_ADLER_PRIME = 65521
_END = b"\x03\x00"
"""A last block of nothing (RFC 1951, 3.2.6)."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Some rows as a PNG has them."""

    height: int
    length: int
    """Of all bytes before they were compressed."""
    check: int
    """Their Adler-32 (RFC 1950, 8.2)."""
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
    return Rows(image.height, len(rows), zlib.adler32(rows), deflating.compress(rows) + deflating.flush(zlib.Z_SYNC_FLUSH))


def joined(pieces: Iterable[Rows]) -> bytes:
    """All rows as one stream (RFC 1950)."""
    stream, check = [_HEADER], zlib.adler32(b"")
    for piece in pieces:
        stream.append(piece.deflated)
        check = _continued(check, piece)
    return b"".join((*stream, _END, check.to_bytes(4, "big")))


def _continued(check: int, piece: Rows) -> int:
    """The Adler-32 of what came so far and these rows: a sum, and the sum of all sums on the way, both begun at that of nothing."""
    sum_, sums = check & 0xFFFF, check >> 16
    its_sum, its_sums = piece.check & 0xFFFF, piece.check >> 16
    both = (sums + its_sums + piece.length * (sum_ - 1)) % _ADLER_PRIME
    return both << 16 | (sum_ + its_sum - 1) % _ADLER_PRIME
