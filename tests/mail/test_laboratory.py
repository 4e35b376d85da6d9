"""Every sample issue is sent, signed, delivered, fetched and read back: real servers, on loopback."""

from __future__ import annotations

import imaplib
import os
import re
import time
from collections.abc import Iterator
from dataclasses import replace

import dkim
import pytest

from briefing.model import Tree
from briefing.press.received import compared
from briefing.proofs import Outputs
from briefing.proofs.markers import Markers
from briefing.proofs.quotations import Quotations
from briefing.proofs.same_words import SameWords
from tests.mail.letters import ADDRESS, Sent, letters, post, sample
from tests.mail.post_office import PASSWORD, READERS, PostOffice, lacking, open_post_office

pytestmark = [pytest.mark.mail, pytest.mark.slow]

READER = f"reader@{READERS}"
_PATIENCE = 60


@pytest.fixture(scope="module")
def office() -> Iterator[PostOffice]:
    if reason := lacking():
        if os.environ.get("CI") and os.geteuid() == 0:
            pytest.fail(reason)
        pytest.skip(reason)
    archive, _ = sample()
    assert archive.publication.sender is not None
    with open_post_office(archive.publication.sender.address.rpartition("@")[2]) as opened:
        yield opened


@pytest.fixture(scope="module")
def received(office: PostOffice) -> list[tuple[Sent, bytes]]:
    """Each letter with what its reader fetched."""
    sent = letters(READER)
    post(office.smtp, sent, READER)
    fetched = fetch(office, len(sent))
    by_id = {message_id(message): message for message in fetched}
    assert len(by_id) == len(sent), office.logs
    return [(letter, by_id[message_id(letter.message)]) for letter in sent]


def fetch(office: PostOffice, count: int) -> list[bytes]:
    """All messages of the reader, as soon as there are so many."""
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        mailbox = imaplib.IMAP4("127.0.0.1", office.imap)
        try:
            mailbox.login(READER, PASSWORD)
            mailbox.select("INBOX", readonly=True)
            numbers = mailbox.search(None, "ALL")[1][0].split()
            if len(numbers) >= count:
                return [part[1] for number in numbers for part in mailbox.fetch(number, "(RFC822)")[1] if isinstance(part, tuple)]
        finally:
            mailbox.logout()
        time.sleep(0.2)
    raise AssertionError(f"fewer than {count} messages arrived\n{office.logs}")


def message_id(message: bytes) -> bytes:
    found = re.search(rb"^Message-ID: (.*?)\r?$", message, re.MULTILINE)
    assert found
    return found[1]


def verified(message: bytes, office: PostOffice) -> bool:
    """Whether the signature holds, as a mailbox provider would find."""
    return bool(dkim.verify(message, dnsfunc=office.dns))


def as_outputs(letter: Sent, message: bytes) -> Outputs:
    """What the proofs see: the received message in the place of the built one."""
    archive, rendition = sample()
    assert archive.publication.sender is not None
    placeholder, path = archive.publication.sender.provider.unsubscribe_url, f"email/{letter.issue.slug}/email.eml"
    showings = tuple(
        replace(showing, declared=tuple(ADDRESS if line == placeholder else line for line in showing.declared))
        for showing in rendition.showings
        if showing.path == path
    )
    return Outputs(replace(archive, issues=(letter.issue,)), {(Tree.DIST, path): message}, showings)


def changed(message: bytes, old: bytes, new: bytes) -> bytes:
    assert old in message
    return message.replace(old, new, 1)


def test_every_issue_arrives_with_a_signature_that_holds(received: list[tuple[Sent, bytes]], office: PostOffice) -> None:
    assert [letter.issue.number for letter, message in received if not verified(message, office)] == []


def test_the_signature_covers_the_headers_for_leaving(received: list[tuple[Sent, bytes]], office: PostOffice) -> None:
    _, message = received[0]
    signed = re.search(rb"[; \t]h=([^;]+);", re.sub(rb"\r\n[ \t]+", b" ", message))
    assert signed
    covered = {name.strip().lower() for name in signed[1].split(b":")}
    assert covered >= {b"from", b"subject", b"date", b"list-unsubscribe", b"list-unsubscribe-post"}
    assert not verified(changed(message, b"<https://lists.example/leave", b"<https://lists.example/stay"), office)
    assert not verified(changed(message, b"List-Unsubscribe=One-Click", b"List-Unsubscribe=Two-Click"), office)


def test_the_words_and_quotations_are_those_of_the_issue(received: list[tuple[Sent, bytes]]) -> None:
    for letter, message in received:
        for proof in (SameWords(), Quotations(), Markers()):
            assert list(proof.prove(as_outputs(letter, message))) == []


def test_the_command_finds_nothing_but_what_servers_add(received: list[tuple[Sent, bytes]]) -> None:
    for letter, message in received:
        found = list(compared(message, letter.built))
        assert [difference for difference in found if difference.matters] == []
        assert any("dkim-signature" in difference.what for difference in found)


def test_one_altered_word_is_caught_by_signature_proof_and_command(
    received: list[tuple[Sent, bytes]], office: PostOffice
) -> None:
    letter, message = received[0]
    head, _, body = message.partition(b"\r\n\r\n")
    word = next(word for word in re.findall(rb"(?<=[a-z] )[a-z]{5,9}(?= [a-z])", body))
    altered = head + b"\r\n\r\n" + changed(body, b" " + word + b" ", b" x" + word[1:] + b" ")
    assert not verified(altered, office)
    assert [finding.code for finding in SameWords().prove(as_outputs(letter, altered))] != []
    assert any(difference.matters and word.decode() in difference.what for difference in compared(altered, letter.built))
