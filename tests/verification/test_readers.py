"""Every file ends in text or in a message, and never takes anything down with it."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.verification.choosing import find_readers, reader_for
from briefing.verification.evidence import Evidence, EvidenceReader, Standing, UnreadableError
from briefing.verification.isolation import read_apart
from briefing.verification.readers import HtmlReader, MailReader, PdfReader, PlainReader, WordReader
from tests.verification.documents import docx, pdf, word_xml

READERS: tuple[EvidenceReader, ...] = (PlainReader(), MailReader(), HtmlReader(), WordReader(), PdfReader())


def text(evidence: Evidence, standing: Standing = Standing.PLAIN) -> str:
    return "".join(segment.text for segment in evidence.segments if segment.standing is standing)


def by_author(evidence: Evidence) -> dict[str, str]:
    return {segment.author: segment.text.strip() for segment in evidence.segments if segment.text.strip()}


def mail(body: str, headers: str = "", charset: str = "utf-8", *, encoded: str = "utf-8") -> bytes:
    head = f"From: Orla Venn <venn@board.example>\nMIME-Version: 1.0\n{headers}Content-Type: text/plain; {charset}\n\n"
    return head.encode() + body.encode(encoded)


def test_text_with_a_byte_order_mark_is_read_by_it() -> None:
    assert text(PlainReader().read("the gauge".encode("utf-16"))) == "the gauge"


def test_text_in_windows_1252_is_read_and_said_to_be() -> None:
    evidence = PlainReader().read("the board’s “gauge”".encode("cp1252"))
    assert text(evidence) == "the board’s “gauge”"
    assert evidence.notices == ("this is not utf-8; read as Windows-1252",)


def test_form_feeds_part_pages() -> None:
    assert [segment.place for segment in PlainReader().read(b"one\ftwo").segments] == ["p. 1", "p. 2"]


def test_a_transcript_has_a_segment_a_turn() -> None:
    evidence = PlainReader().read(
        b"Hearing of 3 May.\n[00:12:31] VENN: Yes.\n[00:12:40] LISK: No.\nNever.\n[00:12:50] And so on.\n"
    )
    turns = [(one.author, one.text.strip(), one.place) for one in evidence.segments]
    assert turns == [
        ("the heading", "Hearing of 3 May.", ""),
        ("VENN", "Yes.", "00:12:31"),
        ("LISK", "No.\nNever.", "00:12:40"),
        ("LISK", "And so on.", "00:12:50"),
    ]


@pytest.mark.parametrize("charset", ["charset=us-ascii", "charset=iso-8859-1", "charset=unknown-8bit", "charset=utf-8"])
def test_an_email_whose_charset_is_wrong_is_read_as_windows_1252(charset: str) -> None:
    evidence = MailReader().read(mail("the board’s gauge", charset=charset, encoded="cp1252"))
    assert "the board’s gauge" in text(evidence)
    assert evidence.notices


def test_an_email_that_says_ascii_and_is_utf_8_is_read_as_that() -> None:
    assert "the board’s gauge" in text(MailReader().read(mail("the board’s gauge", charset="charset=us-ascii")))


def test_flowed_lines_run_on() -> None:
    evidence = MailReader().read(mail("the gauge \nwas rusted\nthrough\n", charset="charset=utf-8; format=flowed"))
    assert "the gauge was rusted\nthrough" in text(evidence)


def test_quoted_replies_are_their_writers_words() -> None:
    body = "No.\n\n> On 3 May 2031, at 09:30, Tam Lisk <lisk@harbour.example> wrote:\n> Was it rusted?\n"
    assert by_author(MailReader().read(mail(body)))["Tam Lisk"].endswith("Was it rusted?")


def test_what_stands_below_an_original_message_is_its_writers() -> None:
    body = "No.\n\n-----Original Message-----\nFrom: Tam Lisk\nSent: 3 May\n\nWas it rusted?\n"
    found = by_author(MailReader().read(mail(body)))
    assert found[""] == "No."
    assert found["Tam Lisk"].endswith("Was it rusted?")


def test_an_encrypted_email_is_not_read() -> None:
    with pytest.raises(UnreadableError, match="encrypted"):
        MailReader().read(b"Content-Type: multipart/encrypted; boundary=x\n\n--x--\n")


def test_a_web_page_is_what_its_reader_sees() -> None:
    page = b"<head><title>no</title></head><p>We <del>never</del> tested<br>it.<script>no</script><p style='display: none'>hidden</p>"
    evidence = HtmlReader().read(page)
    assert text(evidence).split() == ["We", "tested", "it."]
    assert text(evidence, Standing.DELETED) == "never"
    assert text(evidence, Standing.HIDDEN).strip() == "hidden"


def test_a_marked_section_does_not_stop_a_page() -> None:
    assert "after" in text(HtmlReader().read(b"<p>before<![CDAT[ x ]]><![if !mso]>after"))


def test_a_word_file_is_read_with_its_changes() -> None:
    evidence = WordReader().read(docx(word_xml("We did not {+ever +}close|it{-, we think-}.{=Secret.=} {~Struck.~}\n\nSo.")))
    assert text(evidence).split() == ["We", "did", "not", "ever", "close", "it.", "So."]
    assert text(evidence, Standing.DELETED) == ", we thinkStruck."
    assert text(evidence, Standing.HIDDEN) == "Secret."


def test_comments_of_a_word_file_are_not_its_text() -> None:
    evidence = WordReader().read(docx(word_xml("The gauge."), comments=word_xml("Is that so?")))
    assert "so" not in text(evidence)
    assert "Is that so?" in text(evidence, Standing.DELETED)


def test_a_pdf_is_read_by_page_and_what_cannot_be_seen_is_kept_apart() -> None:
    evidence = PdfReader().read(pdf("The gauge.\n#Under a box.\n~Invisible.", "Page two."))
    assert text(evidence).split() == ["The", "gauge.", "Page", "two."]
    hidden = [one.text.strip() for one in evidence.segments if one.standing is Standing.HIDDEN and one.text.strip()]
    assert hidden == ["Under a box.", "Invisible."]
    assert {one.place for one in evidence.segments} == {"p. 1", "p. 2"}


def test_a_scan_asks_for_a_transcript() -> None:
    with pytest.raises(UnreadableError, match="scan") as caught:
        PdfReader().read(pdf(""))
    assert "transcript" in caught.value.hint


def bomb(name: str = "word/document.xml", size: int = 80 * 2**20) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        package.writestr(name, b" " * size)
    return stream.getvalue()


def claiming(size: int) -> bytes:
    """A Word file whose directory says that its text unpacks to ``size``."""
    content = docx(word_xml("The gauge."))
    with ZipFile(BytesIO(content)) as package:
        really = package.getinfo("word/document.xml").file_size
    return content.replace(really.to_bytes(4, "little"), size.to_bytes(4, "little"))


ENTITIES = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><d>&b;</d>'
HOSTILE = {
    "a zip bomb": ("bomb.docx", bomb()),
    "XML entities": ("entities.docx", docx(ENTITIES)),
    "entities in UTF-16": ("entities.docx", docx(ENTITIES.replace('1.0"?', '1.0" encoding="utf-16"?'), as_utf_16=True)),
    "a claim of a gigabyte": ("claim.docx", claiming(2**30)),
    "an old Word file": ("old.docx", b"\xd0\xcf\x11\xe0" + bytes(512)),
    "half a Word file": ("half.docx", docx(word_xml("The gauge."))[:150]),
    "a zip of something else": ("other.docx", bomb("hello.txt", 10)),
    "half a PDF": ("half.pdf", pdf("The gauge.")[:120]),
    "a PDF that claims a gigabyte": ("claim.pdf", b"%PDF-1.7\n1 0 obj\n<< /Length 1073741824 >>\nstream\nx\nendstream\nendobj\n"),
    "no ending": ("gauge", b"text"),
    "an ending that nobody reads": ("gauge.msg", b"text"),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_ends_in_a_message(what: str) -> None:
    name, content = HOSTILE[what]
    with pytest.raises(UnreadableError) as caught:
        reader_for(name, find_readers()).reader.read(content)
    assert caught.value.reason
    assert caught.value.hint


@pytest.mark.slow
@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_ends_in_the_same_message_in_a_process_of_its_own(what: str) -> None:
    name, content = HOSTILE[what]
    with pytest.raises(UnreadableError) as here:
        reader_for(name, find_readers()).reader.read(content)
    with pytest.raises(UnreadableError) as apart:
        read_apart(reader_for(name, find_readers()), content)
    assert (apart.value.reason, apart.value.hint) == (here.value.reason, here.value.hint)


@pytest.mark.slow
def test_a_file_read_in_a_process_of_its_own_reads_the_same() -> None:
    content = mail("No.\n> On 3 May, Tam Lisk wrote:\n> Was it?\n")
    assert read_apart(reader_for("a.eml", find_readers()), content) == MailReader().read(content)


def test_a_reader_that_takes_too_long_is_stopped() -> None:
    with pytest.raises(UnreadableError, match="too long"):
        read_apart(reader_for("a.txt", find_readers()), b"text", seconds=0.01)


@pytest.mark.parametrize("reader", READERS, ids=lambda reader: reader.name)
@given(content=st.binary(max_size=400))
def test_any_bytes_are_read_or_said_to_be_unreadable(reader: EvidenceReader, content: bytes) -> None:
    try:
        evidence = reader.read(content)
    except UnreadableError as error:
        assert error.reason  # noqa: PT017 - either outcome is right
    else:
        assert all(isinstance(segment.text, str) for segment in evidence.segments)


@pytest.mark.parametrize("reader", [WordReader(), PdfReader()], ids=lambda reader: reader.name)
@given(data=st.data())
def test_a_damaged_file_is_read_or_said_to_be_unreadable(reader: EvidenceReader, data: st.DataObject) -> None:
    whole = docx(word_xml("We did {+not+} close {-it-}.")) if reader.name == "word" else pdf("The gauge.\n#Box.\n~Gone.")
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = whole[:at] + data.draw(st.binary(max_size=8)) + whole[at + data.draw(st.integers(0, 8)) :]
    try:
        reader.read(damaged)
    except UnreadableError as error:
        assert error.reason  # noqa: PT017 - either outcome is right
