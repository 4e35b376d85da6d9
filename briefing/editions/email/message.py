"""The message: both parts and their headers, as a mail program would receive it but for what the provider puts in.

Reproducible: the boundary and the Message-ID come from the content, the date is the issue's, no host's name is in it.
"""

from __future__ import annotations

import re
from email.headerregistry import Address, BaseHeader, HeaderRegistry, UnstructuredHeader
from email.message import EmailMessage
from email.policy import SMTP, Policy
from email.quoprimime import body_encode
from hashlib import sha256

from briefing.editions.email.escaping import header_text
from briefing.editions.email.mailing import Mailing
from briefing.model import Internal


class _OneToken(UnstructuredHeader, BaseHeader):
    """A header whose value may not be folded: the standard library would write a long address as an encoded word."""

    max_count = 1

    def fold(self, *, policy: Policy) -> str:
        """The header on one line (RFC 5322 allows 998 characters)."""
        return f"{self.name}: {self}{policy.linesep}"


def _headers() -> HeaderRegistry:
    registry = HeaderRegistry()
    for name in ("message-id", "list-id", "list-unsubscribe", "list-archive", "archived-at"):
        registry.map_to_type(name, _OneToken)
    return registry


_POLICY = SMTP.clone(max_line_length=76, header_factory=_headers())
_LONGEST_LINE = 74
"""Of a body; leaves room for ``_transport_safe``, which lengthens some lines by two."""

_FRAGILE = re.compile(r"^(?:From |\.)", re.MULTILINE)


_PARTS = (
    'Content-Transfer-Encoding: quoted-printable\nContent-Type: text/plain; charset="utf-8"; format="flowed"; delsp="no"\n',
    'Content-Type: text/html; charset="utf-8"\nContent-Transfer-Encoding: quoted-printable\nMIME-Version: 1.0\n',
)
"""The headers of the parts, best form last (RFC 2046, 5.1.4). They never vary: the standard library takes ten times as long to make them."""


def message(mailing: Mailing, text: str, html: str) -> bytes:
    """The whole message with CRLF line ends, in ASCII."""
    digest = sha256(f"{mailing.issue.id}\0{text}\0{html}".encode()).hexdigest()
    boundary = f"=_{digest[:40]}"  # "=_" cannot occur in quoted-printable
    headers = EmailMessage(policy=_POLICY)
    _address(headers, mailing, digest)
    folded = [_POLICY.fold(name, value) for name, value in headers.items()]
    folded.append(f'MIME-Version: 1.0\nContent-Type: multipart/alternative;\n boundary="{boundary}"\n')
    folded.append(_POLICY.fold("Content-Language", header_text(mailing.issue.language)))
    parts = (f"--{boundary}\n{head}\n{_encoded(body)}\n" for head, body in zip(_PARTS, (text, html), strict=True))
    whole = "".join((*folded, "\n", *parts, f"--{boundary}--\n"))
    return whole.replace("\r\n", "\n").replace("\n", "\r\n").encode("ascii")


def _encoded(body: str) -> str:
    """Quoted-printable (RFC 2045, 6.7), a byte at a time as the standard library has it, and safe on its way."""
    octets = b"\n".join(body.encode().splitlines()) + b"\n"
    return _transport_safe(body_encode(octets.decode("latin-1"), _LONGEST_LINE))


def _address(made: EmailMessage, mailing: Mailing, digest: str) -> None:
    sender, unsubscribe = mailing.sender, mailing.provider.unsubscribe_url
    made["From"] = Address(header_text(sender.name), addr_spec=header_text(sender.address))
    if sender.reply_to:
        made["Reply-To"] = header_text(sender.reply_to)
    made["Subject"] = header_text(mailing.issue.email.subject)
    made["Date"] = mailing.issue.published
    made["Message-ID"] = f"<{digest[:32]}@{header_text(sender.address).rpartition('@')[2]}>"
    made["List-Id"] = f"<{header_text(mailing.list_id)}>"  # RFC 2919; it also keeps absence notices away (RFC 3834, 2)
    if not mailing.provider.adds_headers:
        made["List-Unsubscribe"] = f"<{unsubscribe}>"  # RFC 2369
        made["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"  # RFC 8058: the sender's DKIM must cover both
    made["List-Archive"] = f"<{mailing.publication.absolute(Internal('archive/'))}>"
    made["Archived-At"] = f"<{mailing.permalink}>"  # RFC 5064


def _transport_safe(quoted_printable: str) -> str:
    """No line that a mailbox or a transport on the way would alter: ``From `` gets a ``>``, a dot is doubled or lost."""
    return _FRAGILE.sub(lambda match: f"={ord(match[0][0]):02X}{match[0][1:]}", quoted_printable)
