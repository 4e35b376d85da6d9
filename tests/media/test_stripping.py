"""A photograph with its place and its maker goes in; nothing of that comes out, and the picture is the same, point for point."""

from __future__ import annotations

import zlib
from contextlib import suppress
from functools import cache
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageCms, ImageSequence

from briefing.media import STRIPPABLE, BrokenMediaError, carries_more, stripped
from tests.media.pictures import ARTIST, document, drawing, drawn, photograph

KINDS = ("JPEG", "PNG", "WEBP", "GIF")
FILES = ("x.jpeg", "x.png", "x.webp", "x.gif", "x.svg", "x.pdf")
TRACES = (ARTIST.encode(), ARTIST.encode("utf-16-be")[:8], ARTIST.encode("utf-16-le")[:8], b"adobe:ns", b"2031:05:02", b"GPS")


@cache
def file(name: str) -> bytes:
    match name:
        case "x.svg":
            return drawing()
        case "x.pdf":
            return document()
        case _:
            return photograph(name.removeprefix("x.").upper())


def points(content: bytes) -> list[bytes]:
    """Every frame as a reader sees it, before it is turned."""
    return [frame.convert("RGBA").tobytes() for frame in ImageSequence.Iterator(Image.open(BytesIO(content)))]


def traces(content: bytes) -> list[bytes]:
    """What of the maker is there, in the file or in what is compressed in it."""
    parts = [content]
    for start in range(len(content) - 1):
        if content[start] == 0x78:
            try:
                parts.append(zlib.decompressobj().decompress(content[start:], 100_000))
            except zlib.error:
                continue
    return [trace for trace in TRACES for part in parts if trace in part]


@pytest.mark.parametrize("name", FILES)
def test_what_goes_in_tells_who_made_it_and_what_comes_out_does_not(name: str) -> None:
    assert traces(file(name))
    assert traces(stripped(name, file(name))) == []


@pytest.mark.parametrize("kind", KINDS)
def test_the_picture_is_the_same_point_for_point(kind: str) -> None:
    before = file(f"x.{kind.lower()}")
    after = stripped(f"x.{kind.lower()}", before)
    assert points(after) == points(before)
    assert len(after) < len(before)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_it_stays_turned_as_the_camera_was_held_and_keeps_its_colours(kind: str) -> None:
    name = f"x.{kind.lower()}"
    before, after = (Image.open(BytesIO(one)) for one in (file(name), stripped(name, file(name))))
    assert dict(after.getexif()) == {0x0112: 6}
    lab = ImageCms.createProfile("LAB")
    seen = [
        ImageCms.profileToProfile(drawn(), ImageCms.ImageCmsProfile(BytesIO(one.info["icc_profile"])), lab, outputMode="LAB")
        for one in (before, after)
    ]
    assert seen[0] is not None
    assert seen[1] is not None
    assert seen[0].tobytes() == seen[1].tobytes()


def test_a_picture_that_moves_still_moves() -> None:
    moving = Image.open(BytesIO(stripped("x.gif", photograph("GIF"))))
    assert (getattr(moving, "n_frames", 1), moving.info["loop"]) == (3, 0)


def test_a_jpeg_with_restart_markers_and_one_in_four_colours_are_kept() -> None:
    for picture, options in ((drawn(), {"restart_marker_blocks": 2}), (drawn().convert("CMYK"), {})):
        buffer = BytesIO()
        picture.save(buffer, "JPEG", **options)
        after = stripped("x.jpg", buffer.getvalue())
        assert Image.open(BytesIO(after)).convert("RGB").tobytes() == Image.open(buffer).convert("RGB").tobytes()


def test_a_drawing_keeps_its_shapes_and_its_words() -> None:
    after = stripped("x.svg", drawing()).decode()
    assert '<g><rect width="9" height="9"/><text>rest</text></g>' in after
    assert "<title>Short rests</title>" in after
    assert 'xlink:href="data:image/png;base64,' in after


def test_a_document_keeps_its_pages_and_remarks_and_loses_what_was_attached() -> None:
    from pypdf import PdfReader  # noqa: PLC0415  # an extra

    after = PdfReader(BytesIO(stripped("x.pdf", document())))
    assert len(after.pages) == 1
    assert after.metadata is None
    assert not after.attachments
    assert "see page 2" in [remark.get_object()["/Contents"] for remark in after.pages[0].annotations or ()]
    assert points_of_page(after) == points_of_page(PdfReader(BytesIO(document())))


def points_of_page(reader: object) -> list[bytes]:
    return [image.image.tobytes() for image in reader.pages[0].images]  # type: ignore[attr-defined]  # pypdf is imported in tests only


@pytest.mark.parametrize("name", FILES)
def test_twice_is_the_same_as_once(name: str) -> None:
    once = stripped(name, file(name))
    assert stripped(name, once) == once
    assert carries_more(name, file(name))
    assert not carries_more(name, once)


def test_a_drawing_that_is_only_spelt_otherwise_carries_nothing_more() -> None:
    assert not carries_more("x.svg", b"<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg'><g   id='a'></g></svg>\n")
    assert carries_more("x.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><!-- Perpetua --></svg>")


@pytest.mark.parametrize("name", ["minutes.docx", "recording.mp3", "camera.HEIC", "archive.zip"])
def test_what_cannot_be_freed_of_its_metadata_is_refused(name: str) -> None:
    with pytest.raises(BrokenMediaError, match="cannot be taken out"):
        stripped(name, b"x")


@pytest.mark.parametrize("name", ["figures.csv", "robots.txt", "CNAME", ".well-known/key.asc"])
def test_texts_are_published_as_they_are(name: str) -> None:
    assert stripped(name, b"a,b\n") == b"a,b\n"


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_short_is_refused_and_not_published_in_part(name: str) -> None:
    bare = stripped(name, file(name))
    for part in (bare[:20], bare[: len(bare) // 2]):
        with pytest.raises(BrokenMediaError):
            stripped(name, part)


@given(st.sampled_from(sorted(STRIPPABLE)), st.binary(max_size=200), st.integers(0, 400), st.integers(0, 255))
def test_any_bytes_are_stripped_or_refused(suffix: str, tail: bytes, place: int, byte: int) -> None:
    whole = bytearray(file(f"x{suffix}" if f"x{suffix}" in FILES else "x.jpeg")[:400] + tail)
    whole[place % len(whole)] = byte
    for content in (bytes(whole), tail):
        with suppress(BrokenMediaError):
            stripped(f"x{suffix}", content)
