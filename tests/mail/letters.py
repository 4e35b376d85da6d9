"""The emails of the sample publication, made fit for one recipient as the contract of the provider says."""

from __future__ import annotations

import smtplib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing.clearance import clear
from briefing.editions.email import EmailEdition
from briefing.model import Archive, Issue, Rendition, Tree
from briefing.press import compose, read_project
from briefing.press.theme import load_theme
from briefing.testing import NOW

ROOT = Path(__file__).parents[2]
ADDRESS = "https://lists.example/leave?reader=7&list=briefing"


@dataclass(frozen=True, slots=True)
class Sent:
    """One issue, as built and as it goes to a reader."""

    issue: Issue
    built: bytes
    message: bytes


@cache
def sample() -> tuple[Archive, Rendition]:
    """The sample publication and its emails."""
    composition = compose(read_project(ROOT / "mkdocs.yml"), (), NOW)
    assert composition.desk is not None
    archive = clear(composition.desk, ())
    return archive, EmailEdition().render(archive, load_theme())


def letters(recipient: str) -> tuple[Sent, ...]:
    """One for each issue that is sent."""
    archive, rendition = sample()
    files = {file.path: file.content for file in rendition.artifacts if file.tree is Tree.DIST}
    sent = (issue for issue in archive.issues if issue.email.send)
    return tuple(_sent(issue, files[f"email/{issue.slug}/email.eml"], recipient) for issue in sent)


def _sent(issue: Issue, built: bytes, recipient: str) -> Sent:
    """The placeholder is whole on a line of each part, so what is put in needs only the encoding of that part."""
    archive, _ = sample()
    assert archive.publication.sender is not None
    placeholder = archive.publication.sender.provider.unsubscribe_url.encode()
    head, _, body = built.partition(b"\r\n\r\n")
    head = head.replace(placeholder, ADDRESS.encode()) + f"\r\nTo: {recipient}".encode()
    text, html = body.split(b"Content-Type: text/html", 1)
    quoted = ADDRESS.replace("=", "=3D")
    text = text.replace(placeholder, quoted.encode())
    html = html.replace(placeholder, quoted.replace("&", "&amp;").encode())
    return Sent(issue, built, head + b"\r\n\r\n" + text + b"Content-Type: text/html" + html)


def post(port: int, letters: tuple[Sent, ...], recipient: str) -> None:
    """Through a server on loopback."""
    with smtplib.SMTP("127.0.0.1", port, local_hostname="desk.example", timeout=30) as smtp:
        for letter in letters:
            assert smtp.sendmail("bounces@lab.example", [recipient], letter.message) == {}
