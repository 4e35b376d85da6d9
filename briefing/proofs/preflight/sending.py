"""Checks 9 and 39 to 44: the message, its headers and its parts, and that nothing is in it that is not for readers."""

from __future__ import annotations

import re
from binascii import a2b_qp
from collections.abc import Iterator
from email.errors import MessageError
from email.header import decode_header, make_header

from wcwidth import wcswidth

from briefing.diagnostics import Diagnostic, Severity
from briefing.diagnostics.codes.email_sending import E239, E240, E241, E242, E244
from briefing.diagnostics.codes.email_transport import E209
from briefing.proofs.preflight.letter import Letter

SUBJECT_WARNING, SUBJECT_LIMIT = 60, 78
PREHEADER_LEAST, PREHEADER_MOST = 40, 130
WIDEST_LINE = 78

_HEADERS = frozenset(
    [
        "from",
        "reply-to",
        "subject",
        "date",
        "message-id",
        "list-id",
        "list-unsubscribe",
        "list-unsubscribe-post",
        "list-archive",
        "archived-at",
        "feedback-id",
        "mime-version",
        "content-type",
        "content-language",
    ]
)
_ONE_CLICK = "List-Unsubscribe=One-Click"
_LIST_ID = re.compile(r"<[A-Za-z0-9._-]+\.[A-Za-z0-9._-]+>")
_UNIQUE = re.compile("<[0-9a-f]{32}")
_SENDER_ID = re.compile("[a-z0-9]{5,15}")
_FOLD = re.compile(r"\r?\n(?=[ \t])")
_OUTLOOK_ONLY = re.compile(r"\[if mso\]>(.*)<!\[endif\]", re.DOTALL)
_GHOSTS = re.compile(r"(?:</?(?:table|tr|td)(?: [a-z-]+=\"[a-z0-9%]*\")*>)*")
_OF_A_MACHINE = re.compile(r"file://|\b[A-Z]:\\|(?<![\w.:/])/(?:home|Users|root|tmp|var|mnt)/[\w.-]|\blocalhost\b")

_PERHAPS_OF_A_MACHINE = re.compile(r"file:|:\\|/(?:home|Users|root|tmp|var|mnt)/|localhost")
"""Sooner found, and in all of the others."""


def discretion(letter: Letter) -> Iterator[Diagnostic]:
    """Comments, headers and paths."""
    for comment in letter.page.comments:
        ghost = _OUTLOOK_ONLY.fullmatch(comment)
        if not ghost or not _GHOSTS.fullmatch(ghost[1]):
            yield letter.at(E209, "there is a comment in the HTML")
    for name in sorted(letter.said.keys() - _HEADERS):
        yield letter.at(E209, f"there is a header that nobody asked for: {name}", file="email.eml")
    hidden = "\n".join({element.tag.words for element in letter.page.elements})
    if _PERHAPS_OF_A_MACHINE.search(hidden) and _OF_A_MACHINE.search(hidden):
        yield letter.at(E209, "an attribute names a place on a computer")


def subject(letter: Letter) -> Iterator[Diagnostic]:
    """Its length, that it reads back, and that it is new."""
    said = " ".join(letter.issue.email.subject.split())
    read = words_of(letter.said.get("subject", ""))
    if read != said:
        yield letter.at(
            E239, "the subject does not read back as written", file="email.eml", about=said, notes=(f"it reads: {read}",)
        )
    help_ = ("give a shorter one: email: {subject: …}",)
    if not 1 <= len(said) <= SUBJECT_LIMIT:
        message = f"the subject has {len(said)} characters; 1 to {SUBJECT_LIMIT} are sent"
        yield letter.at(E239, message, file="email.eml", about=said, help=help_)
    elif len(said) > SUBJECT_WARNING:
        message = f"the subject has {len(said)} characters; after {SUBJECT_WARNING} it is cut off"
        yield letter.at(E239, message, file="email.eml", about=said, severity=Severity.WARNING, help=help_)
    if "!!" in said or (said.isupper() and " " in said):
        yield letter.at(E239, "the subject shouts", file="email.eml", about=said, severity=Severity.WARNING)
    if letter.namesake:
        yield letter.at(E244, f"issue {letter.namesake.number} has the same subject", file="email.eml", about=said)


def words_of(header: str) -> str:
    """What a header says, its encoded words (RFC 2047) decoded."""
    if "=?" not in header and header.isascii() and header.isprintable():
        return header
    return decoded(header)


def decoded(header: str) -> str:
    """The same by the standard library, of any header; one that cannot be decoded stays as it is."""
    try:
        return str(make_header(decode_header(_FOLD.sub("", header))))
    except (MessageError, LookupError, UnicodeError):
        return header


def first_words(letter: Letter) -> Iterator[Diagnostic]:
    """What an inbox shows beside the subject."""
    runs = letter.page.body
    shown = " ".join(runs[0][1].split()) if runs else ""
    standfirst = " ".join(letter.issue.description.split())
    if not standfirst or not standfirst.startswith(shown.removesuffix("…")) or len(shown) > PREHEADER_MOST:
        yield letter.at(E240, notes=(f"the first words: {shown[:PREHEADER_MOST]}",), about=standfirst)
    elif shown.casefold() == letter.issue.email.subject.casefold():
        yield letter.at(E240, "the standfirst says the subject again", about=standfirst)
    elif len(shown) < PREHEADER_LEAST:
        message = f"the standfirst has {len(shown)} characters; an inbox has room for {PREHEADER_MOST}"
        yield letter.at(E240, message, about=standfirst, severity=Severity.WARNING)


def parts(letter: Letter) -> Iterator[Diagnostic]:
    """Their order, that they are the files beside them, and the text's lines."""
    kinds = [said.media_type for said, _ in letter.parts]
    if letter.type.media_type != "multipart/alternative" or kinds != ["text/plain", "text/html"]:
        yield letter.at(E241, "the message is not text, then HTML", file="email.eml", notes=(f"its parts: {', '.join(kinds)}",))
        return
    beside = ((letter.text_octets, "email.txt"), (letter.html_octets, "email.html"))
    for (_, body), (octets, name) in zip(letter.parts, beside, strict=True):
        if not _same(a2b_qp(body), octets):
            yield letter.at(E241, f"a part of the message is not {name}", file="email.eml")
    if letter.parts[0][0].format != "flowed":
        yield letter.at(E241, "the text does not say that its lines flow", file="email.eml")
    for line in _long_lines(letter.text):
        if " " in line.strip("> ") and wcswidth(line) > WIDEST_LINE:
            yield letter.at(E241, f"a line of the text is wider than {WIDEST_LINE} columns", file="email.txt", notes=(line,))


def _same(part: bytes, file: bytes) -> bool:
    """But for how their lines end and for what is not UTF-8."""
    if part == file.replace(b"\n", b"\r\n"):
        return True
    return part.replace(b"\r\n", b"\n").decode("utf-8", "replace") == file.decode("utf-8", "replace")


def _long_lines(text: str) -> list[str]:
    lines = text.split("\n")
    return [line for line in lines if len(line) > WIDEST_LINE] if max(map(len, lines)) > WIDEST_LINE else []


def headers(letter: Letter) -> Iterator[Diagnostic]:
    """What mailboxes ask for."""
    said, provider = letter.said, letter.provider
    unique, _, host = said.get("message-id", "").partition("@")
    named, _, whose = said.get("feedback-id", "").partition(":::")
    about_this = named == f"issue-{letter.issue.number}" and _SENDER_ID.fullmatch(whose)
    wrong = {
        "List-Id": not _LIST_ID.fullmatch(said.get("list-id", "")),
        "Archived-At": said.get("archived-at") != f"<{letter.permalink}>",
        "Message-ID": not _UNIQUE.fullmatch(unique) or host != f"{letter.sender.address.rpartition('@')[2]}>",
        "From": letter.sender.address not in said.get("from", ""),
        "Content-Language": said.get("content-language") != letter.issue.language,
        "List-Unsubscribe": said.get("list-unsubscribe") != (None if provider.adds_headers else f"<{provider.unsubscribe_url}>"),
        "List-Unsubscribe-Post": said.get("list-unsubscribe-post") != (None if provider.adds_headers else _ONE_CLICK),
        "Feedback-ID": bool(said.get("feedback-id")) if provider.adds_headers else not about_this,
    }
    for name, is_wrong in wrong.items():
        if is_wrong:
            notes = (f"it says: {said.get(name.lower())}",)
            yield letter.at(E242, f"{name} is missing or wrong", file="email.eml", notes=notes)
