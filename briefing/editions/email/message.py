"""The message: both parts and their headers, as a mail program would receive it but for what the provider puts in.

Reproducible: the boundary and the Message-ID come from the content, the date is the issue's, no host's name is in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import format_datetime
from hashlib import sha256

from briefing.editions.email.headers import token, words
from briefing.editions.email.mailing import Mailing
from briefing.editions.email.quoted_printable import quoted_printable

_PARTS = (
    'Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset="utf-8"; format="flowed"; delsp="no"\n',
    'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\nMIME-Version: 1.0\n',
)
"""The headers of the parts, best form last (RFC 2046, 5.1.4)."""


def message(mailing: Mailing, text: str, html: str) -> bytes:
    """The whole message with CRLF line ends, in ASCII."""
    content = sha256(f"{mailing.issue.id}\0".encode())
    content.update(text.encode())
    content.update(f"\0{html}".encode())
    digest = content.hexdigest()
    boundary = f"=_{digest[:40]}"  # "=_" cannot occur in quoted-printable
    parts = (f"--{boundary}\n{head}\n{quoted_printable(body)}\n" for head, body in zip(_PARTS, (text, html), strict=True))
    head = "".join(_headers(mailing, digest[:32], boundary)).replace("\r\n", "\n")
    return "".join((head, "\n", *parts, f"--{boundary}--\n")).replace("\n", "\r\n").encode("ascii")


def _headers(mailing: Mailing, unique: str, boundary: str) -> Iterator[str]:
    letterhead, issue = mailing.letterhead, mailing.issue
    yield letterhead.addressed
    yield words("Subject", issue.email.subject)
    yield f"Date: {format_datetime(issue.published)}\n"
    yield token("Message-ID", f"<{unique}@{letterhead.sender.address.rpartition('@')[2]}>")
    yield letterhead.listed
    yield token("Archived-At", f"<{mailing.permalink}>")  # RFC 5064
    if not letterhead.provider.adds_headers:
        yield token("Feedback-ID", f"issue-{issue.number}:::{letterhead.sender_id}")  # support.google.com/mail/answer/6254652
    yield f'MIME-Version: 1.0\nContent-Type: multipart/alternative;\n boundary="{boundary}"\n'
    yield words("Content-Language", issue.language)
