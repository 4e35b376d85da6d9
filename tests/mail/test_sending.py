"""Every sample issue travels unaltered through a mail server in this process: no tool needed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from tests.mail.letters import ADDRESS, letters, post
from tests.mail.post_office import free_ports


class _Keeping:
    """A server's hands: whatever comes is kept."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []

    async def handle_DATA(self, _server: SMTP, _session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd names it
        content = envelope.original_content
        assert isinstance(content, bytes)
        self.kept.append(content)
        return "250 OK"


@pytest.fixture
def office() -> Iterator[tuple[int, _Keeping]]:
    """The server's port and what it has kept."""
    keeping = _Keeping()
    (port,) = free_ports(1)
    controller = Controller(keeping, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield port, keeping
    finally:
        controller.stop()


def test_what_is_sent_is_what_arrives_byte_for_byte(office: tuple[int, _Keeping]) -> None:
    port, keeping = office
    sent = letters("reader@readers.example")
    post(port, sent, "reader@readers.example")
    assert len(sent) >= 7
    assert keeping.kept == [letter.message for letter in sent]


def test_nothing_of_a_placeholder_is_left() -> None:
    for letter in letters("reader@readers.example"):
        assert b"{{" not in letter.message
        assert letter.message.count(ADDRESS.encode()) == 1  # in the header; the parts are encoded
