"""Emails: the newest message is its author's; what it quotes of earlier ones is somebody else's."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

from briefing.verification.decoding import decoded
from briefing.verification.evidence import Evidence, Segment, UnreadableError
from briefing.verification.normalising import unflowed
from briefing.verification.readers.web import read_html

_EARLIER = "an earlier message"
_WROTE = re.compile(r"(?:^|,\s*|\d\s+)(?P<name>[^,\n:<]{2,60}?)\s*(?:<[^>\n]*>)?\s+wrote:\s*$")
_ORIGINAL = re.compile(
    r"^[ \t]*(?:-{2,}[ ]*(?:Original|Forwarded) [Mm]essage[ ]*-{2,}|_{10,}|Begin forwarded message:)[ \t]*$", re.MULTILINE
)
_FROM = re.compile(r"^[*]?From:[*]?[ \t]*\"?(?P<name>[^<\n\"\[]{2,60})", re.MULTILINE)
_LOCKED = frozenset({"multipart/encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"})


class MailReader:
    """``.eml`` files (RFC 5322); attachments are evidence of their own."""

    name = "mail"
    version = 1
    suffixes = (".eml",)

    def read(self, content: bytes) -> Evidence:
        """Subject and body, with quoted replies under their writers' names."""
        try:
            message = message_from_bytes(content, _class=EmailMessage, policy=default)
            return _read(message)
        except UnreadableError:
            raise
        except Exception as error:  # the standard library's parser raises many kinds on malformed headers
            raise UnreadableError("this email is malformed", "save it again from the mail program, or as .txt") from error


def _read(message: EmailMessage) -> Evidence:
    if message.get_content_type() in _LOCKED:
        raise UnreadableError("this email is encrypted", "save the decrypted message, or a transcript as .txt")
    body = message.get_body(("plain", "html"))
    if body is None:
        raise UnreadableError("this email has no text", "if the words are in an attachment, keep that as a file of its own")
    payload = body.get_payload(decode=True)
    text = decoded(payload if isinstance(payload, bytes) else b"", body.get_content_charset("us-ascii"))
    notices = [text.notice] if text.notice else []
    if attached := sum(1 for _ in message.iter_attachments()):
        notices.append(f"{attached} attached: evidence of their own, not read")
    subject = str(message.get("subject", "")).strip()
    first = (Segment(f"{subject}\n\n"),) if subject else ()
    if body.get_content_type() == "text/html":
        return Evidence((*first, *read_html(text.text)), tuple(notices))
    words = text.text
    if str(body.get_param("format", "")).lower() == "flowed":
        words = unflowed(words, delete_space=str(body.get_param("delsp", "")).lower() == "yes")
    return Evidence((*first, *by_writer(words)), tuple(notices))


def by_writer(text: str) -> Iterator[Segment]:
    """The text cut where somebody else's begins: at ``>`` lines, and below the rule that heads an original message."""
    rule = _ORIGINAL.search(text)
    yield from _by_depth(text[: rule.start()] if rule else text)
    if rule:
        below = text[rule.end() :]
        sender = _FROM.search(below)
        yield Segment(below, sender["name"].strip() if sender else _EARLIER)


def _by_depth(text: str) -> Iterator[Segment]:
    lines: list[str] = []
    author, writer = "", _EARLIER
    for line in text.split("\n"):
        quoted = line.startswith(">")
        bare = re.sub(r"^(?:>[ ]?)+", "", line)
        if found := _WROTE.search(bare.strip()):
            writer = found["name"].strip()
        now = writer if quoted else ""
        if now != author and lines:
            yield Segment("\n".join(lines) + "\n", author)
            lines = []
        author = now
        lines.append(bare if quoted else line)
    yield Segment("\n".join(lines), author)
