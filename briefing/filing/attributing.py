"""Which sources of the register a quotation may come from: those whose author or speaker is named beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from briefing.desk import Person, PublicRecord, Register
from briefing.filing.citing import FiledQuotation
from briefing.filing.subheads import folded

_REACH = 2
"""Paragraphs before the quotation's own in which a speaker may have been named."""
_SAYS = r"said|says|told|wrote|writes|added|adds|claimed|claims|revealed|responded|replied|warned|argued|asked"
_PRONOUNS = frozenset({"He", "She", "It", "They", "We", "I", "Who", "And", "But"})
_NAMED = re.compile(
    rf"(?P<before>[A-Z][\w’&-]*(?:\s+[A-Z][\w’&-]*){{0,4}}),?\s+(?:{_SAYS})\b|\b(?:{_SAYS})\s+(?P<behind>(?:the\s+)?[A-Z][\w’&-]*(?:\s+[A-Z][\w’&-]*){{0,4}})"
)


def candidates(quotation: FiledQuotation, paragraphs: Sequence[str], register: Register) -> tuple[str, ...]:
    """Keys of open and named sources, nearest speaker first; a described source is never suggested, its key is said nowhere."""
    near = [folded(text) for text in paragraphs[max(0, quotation.first - _REACH) : quotation.last + 1]]
    public = [record for record in register.sources.values() if isinstance(record, PublicRecord)]
    found: dict[str, None] = {}
    for text in reversed(near):
        named = {key for key, person in register.people.items() if any(name in text for name in _names(person))}
        found |= dict.fromkeys(record.key for record in public if named.intersection((*record.authors, *record.speakers)))
    return tuple(found)


def speaker(quotation: FiledQuotation, paragraphs: Sequence[str]) -> str:
    """Who the paragraph itself says is speaking, as far as its form shows it; else ""."""
    text = folded(paragraphs[quotation.last] if quotation.last == quotation.first else paragraphs[quotation.first])
    own = re.sub("“[^”]*(?:”|$)", "“”", text)
    names = [match["before"] or match["behind"] for match in _NAMED.finditer(own)]
    return next((name.strip() for name in reversed(names) if name.strip() not in _PRONOUNS), "")


def _names(person: Person) -> Iterator[str]:
    """Its names, as they begin a sentence, too."""
    for name in filter(None, (person.name, person.full, person.later)):
        yield from {name, name[0].upper() + name[1:]}
