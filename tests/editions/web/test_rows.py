"""Rows compressed apart are one stream together: every PNG reader checks it to its end."""

from __future__ import annotations

import zlib

from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from briefing.editions.web.rows import joined, packed

ROWS = st.lists(st.binary(min_size=6, max_size=6), max_size=12)


@given(st.lists(ROWS, max_size=5))
def test_pieces_are_one_stream(pieces: list[list[bytes]]) -> None:
    pictures = [Image.frombytes("P", (6, len(rows)), bytes(pixel % 16 for row in rows for pixel in row)) for rows in pieces]
    whole = b"".join(picture.tobytes("raw", "P;4") for picture in pictures)
    assert zlib.decompress(joined([packed(picture) for picture in pictures])) == whole


def test_a_long_piece_is_checked_like_its_bytes() -> None:
    piece = packed(Image.new("P", (1200, 630), 15))
    assert len(zlib.decompress(joined([piece, piece, packed(Image.new("P", (1200, 630)))]))) == 3 * 600 * 630
