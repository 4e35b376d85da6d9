"""Text on its way into HTML, into running plain text and into a header: the one place where each is made safe.

In HTML, what mail providers' template languages are made of (``{{x}}``, ``*|X|*``, ``%x%``, ``<%x%>``, ``${x}``) is written as
numeric references, so that an editor's words come out literally wherever a provider puts its own in. Every character beyond ASCII
becomes a numeric reference too: no client and no transport can then read it in a wrong character set.
"""

from __future__ import annotations

import re

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_UNPRINTABLE_BUT_LINE_ENDS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_MARKUP = re.compile('[&<>"{}%*|$]')
_PRINTED = "\u00a0-\u2027\u202a-\ud7ff\ue000-\U0010ffff"
_PRINTABLE = re.compile(f"[ -~{_PRINTED}]*")
_PLAIN = re.compile(rf"[ !#'()+,\-./0-9:;=?@A-Z\[\\\]^_`a-z~{_PRINTED}]*")
"""Most of what editors write has nothing in it that would have to be written otherwise; to see that takes a fraction of the time."""
_IN_ASCII = bytes(number if _PLAIN.fullmatch(chr(number)) else 0 for number in range(256))
"""Whatever is plain ASCII stays as it is when translated by this, which can be seen sooner still."""
_NAMED = {"&": "&amp;", ">": "&gt;", '"': "&quot;"}


def escaped(value: str) -> str:
    """``value`` as HTML, for text and for double-quoted attributes; a line's end is a space."""
    if value.isascii():
        octets = value.encode()
        if octets.translate(_IN_ASCII) == octets:
            return value
    html = value if _PLAIN.fullmatch(value) else _MARKUP.sub(_reference, running(value))
    return html.encode("ascii", "xmlcharrefreplace").decode("ascii")


def escaped_lines(value: str) -> str:
    """``value`` as HTML whose lines are kept: for code."""
    return ascii_only(_MARKUP.sub(_reference, lines(value)))


def ascii_only(html: str) -> str:
    """``html`` with every other character as a numeric reference."""
    return html if html.isascii() else html.encode("ascii", "xmlcharrefreplace").decode("ascii")


def running(value: str) -> str:
    """``value`` as one line of running text: line ends and tabs are spaces, other control characters go."""
    return value if value.isprintable() or _PRINTABLE.fullmatch(value) else _UNPRINTABLE.sub(_space_or_nothing, value)


def lines(value: str) -> str:
    """``value`` with its lines as they are, tabs as four spaces and other control characters gone."""
    return _UNPRINTABLE_BUT_LINE_ENDS.sub(_space_or_nothing, value.replace("\r\n", "\n").replace("\t", "    "))


def header_text(value: str) -> str:
    """``value`` fit for a header: one line, single spaces; a line's end in it cannot begin another header."""
    return " ".join(running(value).split())


def _reference(match: re.Match[str]) -> str:
    return _NAMED.get(match[0]) or f"&#{ord(match[0])};"


def _space_or_nothing(match: re.Match[str]) -> str:
    return " " if match[0].isspace() else ""
