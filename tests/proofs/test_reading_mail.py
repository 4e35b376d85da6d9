from __future__ import annotations

import pytest

from briefing.proofs.readers import MailReader, TextReader
from briefing.proofs.readers.flowed import unflowed
from briefing.proofs.shown import UnreadableError


@pytest.mark.parametrize(
    ("folded", "text"),
    [
        ("one \ntwo\nthree", "one two\nthree"),
        ("one \r\ntwo", "one two"),
        (" > not quoted", "> not quoted"),
        ("> quoted \n> on\n> next", "quoted on\nnext"),
        (">> deep \n> less", "deep \nless"),
        (" From the start", "From the start"),
        ("-- \nname", "-- \nname"),
        ("the end ", "the end "),
    ],
)
def test_flowed_text_is_unfolded_as_the_standard_says(folded: str, text: str) -> None:
    assert unflowed(folded) == text


def test_blanks_before_breaks_go_where_the_sender_says_so() -> None:
    assert unflowed("half \nway", delsp=True) == "halfway"


def test_the_parameter_of_the_part_decides_about_those_blanks() -> None:
    head = "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; format=flowed"
    tail = "\n\nhalf \nway\n--b\nContent-Type: text/html\n\n<p>halfway\n--b--\n"
    read = MailReader().read
    assert [shown.text.split() for shown in read(f"{head}; delsp=Yes{tail}".encode())[""]] == [["halfway"], ["halfway"]]
    assert [shown.text.split() for shown in read(f"{head}{tail}".encode())[""]] == [["half", "way"], ["halfway"]]


def test_addresses_in_a_text_are_links() -> None:
    (shown,) = TextReader().read(b"See <https://a.example/x>, or https://b.example/y#z.")[""]
    assert shown.links == ("https://a.example/x", "https://b.example/y#z")


@pytest.mark.parametrize("charset", ["utf-8", "no-such-charset"])
def test_a_part_that_cannot_be_decoded_is_unreadable(charset: str) -> None:
    head = f"Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain; charset={charset}\n"
    content = head.encode() + b"Content-Transfer-Encoding: 8bit\n\n\xff\xfe\n--b\nContent-Type: text/html\n\n<p>x\n--b--\n"
    with pytest.raises(UnreadableError, match="cannot be decoded"):
        MailReader().read(content)


def test_a_text_that_is_not_utf_8_is_unreadable() -> None:
    with pytest.raises(UnreadableError, match="not UTF-8"):
        TextReader().read(b"\xff")
