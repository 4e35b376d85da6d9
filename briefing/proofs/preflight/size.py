"""Checks 1 to 7: sizes, characters, and that the same issue gives the same message."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from email.utils import parsedate_to_datetime
from hashlib import sha256

from briefing.diagnostics import Diagnostic, Severity
from briefing.diagnostics.codes.email_transport import E201, E202, E203, E204, E205, E206, E207
from briefing.proofs.preflight.letter import Letter

HTML_WARNING, HTML_LIMIT = 60_000, 90_000
ENCODED_LIMIT, CLIPPED = 95_000, 102_400
A_REWRITTEN_LINK = 300
STYLE_LIMIT = 8_000
LINE_LIMIT = 998
CHARSET_WITHIN = 1024

_REFERENCE = re.compile(r"&#(?:[xX][0-9a-fA-F]+|[0-9]+);")
_SECTION = re.compile("<h2[ >]")
_SAFE, _UNSAFE = bytes((ord("\n"), *range(ord(" "), ord("~") + 1))), re.compile("[^\n -~]")
_UNSAFE_REFERENCES = frozenset(
    {*range(10), *range(11, 32), *range(127, 160), 0xFFFD, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
)


def sizes(letter: Letter) -> Iterator[Diagnostic]:
    """What is too long."""
    size = len(letter.html)
    if size > HTML_WARNING:
        over = size > HTML_LIMIT
        sections = _longest_sections(letter)
        yield letter.at(
            E201,
            f"the email is {size:,} bytes long; {HTML_LIMIT if over else HTML_WARNING:,} are {'allowed' if over else 'safe'}",
            severity=Severity.ERROR if over else Severity.WARNING,
            about=sections[0][0] if sections else letter.issue.title,
            notes=(f"{count:,} bytes: {heading}" for heading, count in sections),
            help=("cut the longest sections, or make two issues of it",) if over else (),
        )
    encoded = len(letter.parts[-1][1]) if letter.parts else 0
    projected = encoded + (A_REWRITTEN_LINK * len(letter.links) if letter.provider.rewrites_links else 0)
    if encoded > ENCODED_LIMIT or projected > CLIPPED:
        yield letter.at(
            E202, f"as it travels the HTML has {encoded:,} bytes, {projected:,} with rewritten links", file="email.eml"
        )
    if letter.styles != 1 or len(letter.page.style) > STYLE_LIMIT:
        yield letter.at(E203, f"{letter.styles} style elements of {len(letter.page.style):,} bytes")
    if _has_long_line(letter.raw):
        longest = max(map(len, letter.raw.split(b"\r\n")))
        yield letter.at(E204, f"a line of the message has {longest:,} octets", file="email.eml")


def characters(letter: Letter) -> Iterator[Diagnostic]:
    """What is not safe to send."""
    referred = set(map(_number, set(_REFERENCE.findall(letter.html))))
    found = {f"&#{number};" for number in referred if number in _UNSAFE_REFERENCES or number > sys.maxunicode}
    if letter.html_octets.translate(None, _SAFE):
        found |= set(_UNSAFE.findall(letter.html))
    if found:
        yield letter.at(E205, notes=(f"found: {one!a}" for one in sorted(found)))
    if "<meta charset" not in letter.html[:CHARSET_WITHIN].lower():
        yield letter.at(E206)


def reproducible(letter: Letter) -> Iterator[Diagnostic]:
    """What does not come from the content."""
    digest = sha256(b"\0".join((letter.issue.id.encode(), letter.text_octets, letter.html_octets))).hexdigest()
    message_id = letter.said.get("message-id", "").strip("<>")
    if message_id.partition("@")[0] != digest[:32]:
        yield letter.at(E207, "the Message-ID does not come from the content", file="email.eml")
    if digest[:40] not in letter.type.boundary:
        yield letter.at(E207, "the boundary between the parts does not come from the content", file="email.eml")
    try:
        dated = parsedate_to_datetime(letter.said.get("date", ""))
    except ValueError:
        dated = None
    if dated != letter.issue.published:
        yield letter.at(E207, "the date of the message is not the issue’s", file="email.eml")


def _number(reference: str) -> int:
    """Of the character that is meant."""
    digits = reference[2:-1]
    return int(digits[1:], 16) if digits[0] in "xX" else int(digits)


def _has_long_line(raw: bytes) -> bool:
    """From line to line in the widest steps that may be."""
    start = 0
    while len(raw) - start > LINE_LIMIT:
        end = raw.rfind(b"\r\n", start, start + LINE_LIMIT + len(b"\r\n"))
        if end < 0:
            return True
        start = end + len(b"\r\n")
    return False


def _longest_sections(letter: Letter) -> list[tuple[str, int]]:
    """The three longest stretches between second-level headings."""
    headings = [words for _, words in letter.page.words_of("h2")]
    starts = [match.start() for match in _SECTION.finditer(letter.html)]
    ends = (*starts[1:], len(letter.html))
    sizes_of = [(words, end - start) for words, start, end in zip(headings, starts, ends, strict=False)]
    return sorted(sizes_of, key=lambda section: -section[1])[:3]
