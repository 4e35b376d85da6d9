from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.proofs.readers import MailReader, TextReader
from briefing.proofs.readers.flowed import paragraphs, unflowed
from briefing.proofs.readers.mime import leaves, parsed
from briefing.proofs.shown import Shown, UnreadableError


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


@given(st.text(alphabet="> -a\n\r", max_size=24), st.booleans())
def test_text_unfolded_in_one_go_is_what_is_unfolded_a_line_at_a_time(text: str, delsp: bool) -> None:
    assert unflowed(text, delsp=delsp) == "\n".join(paragraphs(text.replace("\r\n", "\n"), delsp=delsp))


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


HEAD = "MIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n"
PART = "--b\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\ncaf=C3=A9 =\nx\n"
MESSAGES = {
    "as ours are": f"{HEAD}{PART}--b\nContent-Type: text/html\n\n<p>x\n--b--\n",
    "no break at the end": f"{HEAD}{PART}--b--",
    "words before and after": f"{HEAD}for old programs\n{PART}--b--\nand after\n",
    "a part without headers": f"{HEAD}--b\n\nwords\n--b--\n",
    "a part without a blank line": f"{HEAD}--b\nwords\n--b--\n",
    "an empty part": f"{HEAD}--b\n\n--b--\n",
    "no closing delimiter": f"{HEAD}{PART}",
    "a longer word like the delimiter": f"{HEAD}{PART}--bb\nstill the first part\n--b--\n",
    "blanks behind the delimiter": f"{HEAD}--b  \nContent-Type: text/plain\n\nx\n--b--  \n",
    "parts within parts": f"{HEAD}--b\nContent-Type: multipart/mixed; boundary=c\n\n--c\n\nx\n--c--\n--b--\n",
    "a message within": f"{HEAD}--b\nContent-Type: message/rfc822\n\nSubject: x\n\nx\n--b--\n",
    "a digest": "Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: x\n\nx\n--b--\n",
    "no delimiter": f"{HEAD}words\n",
    "a type that is not ASCII": f"{HEAD.replace('mixed', 'mïxed').replace('=b', '=ä')}{PART}--b--\n",
    "no multipart": "Content-Type: text/plain\n\nx\n",
    "no boundary": "Content-Type: multipart/alternative\n\n--\n\nx\n----\n",
    "an attachment": f"{HEAD}--b\nContent-Type: text/plain\nContent-Disposition: attachment\nContent-Transfer-Encoding: base64\n\neA==\n--b--\n",
    "nothing": "",
}


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("message", MESSAGES)
def test_a_message_is_cut_as_the_standard_library_parses_it(message: str, ends: str) -> None:
    content = MESSAGES[message].replace("\n", ends).encode()
    assert leaves(content) == parsed(content)


def test_the_parts_of_an_email_are_read_as_the_files_beside_it() -> None:
    asked: list[tuple[str, bytes]] = []

    def inside(media_type: str, content: bytes) -> Shown:
        asked.append((media_type, content))
        return Shown("x")

    MailReader().read_with(MESSAGES["as ours are"].replace("\n", "\r\n").encode(), inside)
    assert asked == [("text/plain", "café x".encode()), ("text/html", b"<p>x")]
