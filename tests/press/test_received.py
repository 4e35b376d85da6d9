"""A message as received is held to the one that was built: what providers do is told, anything else is a difference."""

from __future__ import annotations

from base64 import encodebytes

import pytest

from briefing.press.received import Difference, UnreadableError, compared
from tests.editions.email.mailed import UNSUBSCRIBE, files, sample_issue, with_issue

BUILT = files(with_issue(sample_issue()))["email.eml"]
LEAVE = b"https://lists.example/leave/7"
RECEIVED = b"Received: from a by b\r\nTo: reader@readers.example\r\n" + BUILT.replace(UNSUBSCRIBE.encode(), LEAVE)


def told(message: bytes) -> list[str]:
    return [difference.what for difference in compared(message, BUILT) if difference.matters]


def changed(old: bytes, new: bytes, times: int = 1) -> bytes:
    assert old in RECEIVED
    return RECEIVED.replace(old, new, times)


def test_a_message_that_arrived_as_it_was_built_has_no_difference_that_matters() -> None:
    assert told(RECEIVED) == []


def test_what_was_added_on_the_way_is_told() -> None:
    assert list(compared(RECEIVED, BUILT)) == [Difference("headers added on the way: received, to", matters=False)]


def test_another_encoding_of_the_same_parts_is_no_difference() -> None:
    head, _, body = RECEIVED.partition(b"Content-Transfer-Encoding: quoted-printable")
    inner, _, rest = body.partition(b"\r\n\r\n")
    text, _, after = rest.partition(b"\r\n--=_")
    from quopri import decodestring  # noqa: PLC0415 - only here

    encoded = encodebytes(decodestring(text)).replace(b"\n", b"\r\n")
    assert told(head + b"Content-Transfer-Encoding: base64" + inner + b"\r\n\r\n" + encoded + b"\r\n--=_" + after) == []


@pytest.mark.parametrize("part", ["the text", "the HTML"])
def test_a_changed_word_is_named_with_the_words_before_it(part: str) -> None:
    body = RECEIVED.index(b"Content-Type: text/html") if part == "the HTML" else 0
    altered = RECEIVED[:body] + RECEIVED[body:].replace(b"altered", b"filed", 1)
    (difference,) = told(altered)
    assert difference.startswith(f"{part}, after “")
    assert difference.endswith("built “altered”, received “filed”")


def test_links_that_count_clicks_are_told_and_no_difference() -> None:
    rewritten = RECEIVED.replace(b'href=3D"https://lantern.example/', b'href=3D"https://clicks.example/to/')
    found = [difference for difference in compared(rewritten, BUILT) if "rewritten" in difference.what]
    assert [difference.matters for difference in found] == [False]
    assert "clicks.example" in found[0].what


def test_a_link_that_is_gone_is_a_difference() -> None:
    assert any(what.startswith("a link is gone") for what in told(RECEIVED.replace(b"https://archive", b"mailto:archive")))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (b"Subject: ", b"Subject: [List] ", "Subject: built"),
        (b"From: ", b"From: Somebody via ", "From: built"),
        (b"List-Unsubscribe-Post: ", b"X-Post: ", "no way to leave with one click"),
        (b"List-Unsubscribe: <https://", b"List-Unsubscribe: <mailto:", "no way to leave with one click"),
    ],
)
def test_a_header_that_changed_is_a_difference(old: bytes, new: bytes, expected: str) -> None:
    assert any(expected in what for what in told(changed(old, new)))


def test_an_id_of_the_providers_own_is_told() -> None:
    found = compared(changed(b"Message-ID: <", b"Message-ID: <x"), BUILT)
    assert Difference("the provider gave the message an id of its own", matters=False) in found


@pytest.mark.parametrize("message", [b"", b"nothing", b"\xff\xfe\x00", BUILT[:2000]])
def test_what_is_no_such_message_is_refused(message: bytes) -> None:
    with pytest.raises(UnreadableError):
        list(compared(message, BUILT))
