"""Header lines as RFC 5322 and RFC 2047 have them: plain ones as they are, all others by the standard library.

Its registry makes a class for every header of every message; here it is asked for three, once.
"""

from __future__ import annotations

from email.headerregistry import Address, HeaderRegistry
from email.policy import SMTP

from briefing.editions.email.escaping import header_text

LONGEST = 76

_POLICY = SMTP.clone(max_line_length=LONGEST)
_REGISTRY = HeaderRegistry()
_WORDS, _FROM, _REPLY_TO = _REGISTRY["subject"], _REGISTRY["from"], _REGISTRY["reply-to"]


def words(name: str, value: str) -> str:
    """A header of words: folded where it is long, encoded where it is not ASCII."""
    said = header_text(value)
    if said and said.isascii() and "=?" not in said and len(name) + len(": ") + len(said) <= LONGEST:
        return f"{name}: {said}\r\n"
    return str(_WORDS(name, said).fold(policy=_POLICY))


def token(name: str, value: str) -> str:
    """A header whose value may not be folded or encoded, on one line (RFC 5322 allows 998 characters)."""
    return f"{name}: {header_text(value)}\r\n"


def from_whom(name: str, address: str) -> str:
    """``From`` with the sender's name."""
    return str(_FROM("From", Address(header_text(name), addr_spec=header_text(address))).fold(policy=_POLICY))


def reply_to(addresses: str) -> str:
    """``Reply-To`` as configured."""
    return str(_REPLY_TO("Reply-To", header_text(addresses)).fold(policy=_POLICY))
