"""The message: its headers, its parts, and that it travels unaltered."""

from __future__ import annotations

import re
from datetime import datetime

import pytest

from briefing.model import EmailOptions, Paragraph, Text
from tests.editions.email.long_issue import long_issue
from tests.editions.email.mailed import UNSUBSCRIBE, files, message_of, of_blocks, sample_issue, sender, with_issue

MESSAGES = {
    "sample": files(with_issue(sample_issue()))["email.eml"],
    "long": files(with_issue(long_issue()), "two-rosters")["email.eml"],
    "fragile": files(with_issue(of_blocks(*(Paragraph("", (Text(f"{'x' * n} From .a. From {'y' * n}"),)) for n in range(90)))))[
        "email.eml"
    ],
}
every_message = pytest.mark.parametrize("raw", MESSAGES.values(), ids=MESSAGES)


@every_message
def test_lines_are_ascii_crlf_and_at_most_76_columns(raw: bytes) -> None:
    lines = raw.decode("ascii").split("\r\n")
    body = lines[lines.index("") :]
    assert max(map(len, body)) <= 76
    assert b"\n" not in raw.replace(b"\r\n", b"")


@every_message
def test_no_line_would_be_altered_on_its_way(raw: bytes) -> None:
    body = raw.partition(b"\r\n\r\n")[2].decode().split("\r\n")
    assert [line for line in body if line.startswith(("From ", ".")) or line != line.rstrip()] == []


def test_the_parts_are_text_then_html_and_read_back_as_the_files_beside_them() -> None:
    message = message_of(sample_issue())
    beside = files(with_issue(sample_issue()))
    assert message.get_content_type() == "multipart/alternative"
    text, html = message.iter_parts()
    assert [part.get_content_type() for part in (text, html)] == ["text/plain", "text/html"]
    assert text.get_content().replace("\r\n", "\n").encode() == beside["email.txt"]
    assert html.get_content().replace("\r\n", "\n").encode() == beside["email.html"]
    assert (text.get_param("format"), text.get_param("delsp"), text.get_content_charset()) == ("flowed", "no", "utf-8")
    assert {part["Content-Transfer-Encoding"] for part in (text, html)} == {"quoted-printable"}


def test_the_headers_say_who_what_when_and_how_to_leave() -> None:
    message = message_of(sample_issue(), sender=sender(reply_to="editor@lantern.example"))
    assert {name: str(value) for name, value in message.items() if name not in {"Content-Type", "Message-ID"}} == {
        "From": "The Pilotage Lantern <bulletin@lantern.example>",
        "Reply-To": "editor@lantern.example",
        "Subject": "Pilots’ rosters & the ‘paper’ rest rule",
        "Date": "Fri, 16 May 2031 07:00:00 +0100",
        "List-Id": "<bulletin.lantern.example>",
        "List-Unsubscribe": f"<{UNSUBSCRIBE}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "List-Archive": "<https://lantern.example/bulletin/archive/>",
        "Archived-At": "<https://lantern.example/bulletin/issues/pilot-hours/>",
        "Feedback-ID": "issue-2:::bulletinlantern",
        "MIME-Version": "1.0",
        "Content-Language": "en-GB",
    }
    assert isinstance(message["Date"].datetime, datetime)


@pytest.mark.parametrize(("list_id", "sender_id"), [("<Tern.example>", "ternexample"), ("a.b", "ab000"), ("x" * 40, "x" * 15)])
def test_gmail_s_reports_name_the_issue_and_the_list(list_id: str, sender_id: str) -> None:
    message = message_of(sample_issue(), sender=sender(list_id=list_id))
    assert message["Feedback-ID"] == f"issue-{sample_issue().number}:::{sender_id}"


def test_the_message_id_is_made_from_the_content_and_the_senders_domain() -> None:
    first, again, other = (message_of(issue)["Message-ID"] for issue in (sample_issue(), sample_issue(), sample_issue(title="x")))
    assert first == again != other
    assert re.fullmatch(r"<[0-9a-f]{32}@lantern\.example>", first)


@pytest.mark.parametrize("subject", ["Plain", "Häfen — “nachts”", "🚢" * 30, "word " * 40 + "end", "ü" * 150, "x" * 150])
def test_a_subject_reads_back_as_it_was(subject: str) -> None:
    assert message_of(sample_issue(email=EmailOptions(subject)))["Subject"] == subject


def test_a_long_address_in_a_header_is_neither_folded_nor_encoded() -> None:
    raw = files(with_issue(sample_issue(slug="a" * 80)), "a" * 80)["email.eml"]
    assert f"Archived-At: <https://lantern.example/bulletin/issues/{'a' * 80}/>\r\n".encode() in raw


@every_message
def test_the_placeholder_is_whole_on_one_line_of_each_part(raw: bytes) -> None:
    assert raw.count(UNSUBSCRIBE.encode()) == 3


def test_no_header_names_a_mail_program_or_a_machine() -> None:
    names = set(message_of(sample_issue()).keys())
    assert not names & {"User-Agent", "X-Mailer", "Received", "Sender", "Return-Path"}
