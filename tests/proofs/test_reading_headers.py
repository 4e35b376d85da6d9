"""Headers that are read sooner than by the standard library are read as by the standard library."""

from __future__ import annotations

from email.message import Message

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.proofs.readers.headers import content_type, headers, parsed_content_type, parsed_headers

HEAD = b'Subject: Two weirs\r\nContent-Type: multipart/alternative;\r\n boundary="=_0"'
LINES = st.sampled_from(b"Subject: x|To:y| on|\tand on |From me|Empty:|: no|A b: c|X: \xe9|X:  z || |X: a\x00".split(b"|"))
ENDS = st.sampled_from([b"\r\n", b"\r\n", b"\r\n", b"\n", b"\r", b""])
VALUES = st.sampled_from(
    [
        "text/plain",
        "TEXT/plain",
        "text",
        "multipart/mixed",
        ";",
        "; ",
        ";\r\n ",
        "charset=",
        "boundary=",
        "format=",
        "delsp=",
        "charset*0=",
        "charset*=",
        "name=",
        '"',
        "'",
        "utf-8",
        "UTF-8",
        "=_0",
        "<x>",
        "\\",
        "\x00",
        "yes",
        "Yes",
        "flowed",
        "(c)",
        "%20",
        " ",
    ]
)


@given(st.lists(st.tuples(LINES, ENDS), max_size=5))
def test_headers_are_those_of_the_standard_library(lines: list[tuple[bytes, bytes]]) -> None:
    head = b"".join(part for line in lines for part in line)
    found, parsed = headers(head), parsed_headers(head)
    assert found.items() == parsed.items()
    assert (bool(found.defects), found.get_payload()) == (bool(parsed.defects), parsed.get_payload())


@given(st.lists(VALUES, max_size=9).map("".join))
def test_the_type_of_a_part_is_that_of_the_standard_library(value: str) -> None:
    said = Message()
    said.set_raw("Content-Type", value)
    assert content_type(said) == parsed_content_type(said)


def test_a_part_that_says_nothing_is_plain_text() -> None:
    assert content_type(Message()) == parsed_content_type(Message())


def test_headers_like_ours_are_not_left_to_the_standard_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("briefing.proofs.readers.headers.BytesHeaderParser")
    monkeypatch.delattr(Message, "get_param")
    assert content_type(headers(HEAD)).boundary == "=_0"
