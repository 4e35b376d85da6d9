"""The people and bodies behind open and named sources, as they are printed."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.desk import DraftCitation, Person, PublicRecord, Register


def people_of(ids: Iterable[str], register: Register) -> tuple[Person, ...]:
    """The people with these ids, in order; none at all if one is unknown, so that no credit is printed short of a name."""
    try:
        return tuple([register.people[identifier] for identifier in ids])
    except KeyError:
        return ()


def in_words(names: Iterable[str]) -> str:
    """``A``, ``A and B`` or ``A, B and C``."""
    *first, last = tuple(names) or ("",)
    return f"{', '.join(first)} and {last}" if first else last


def speakers(citation: DraftCitation, register: Register) -> tuple[Person, ...]:
    """Who says, jointly, the words that this citation covers; nobody where the register leaves it open.

    Where several sources are cited at once they must agree, and where one of them is described nobody is named:
    the words may be that source's.
    """
    voices = []
    for item in citation.items:
        record = register.sources.get(item.key)
        if not isinstance(record, PublicRecord):
            return ()
        voices.append(people_of((item.by,) if item.by else _voices(record), register))
    return voices[0] if voices and all(voice == voices[0] for voice in voices) else ()


def _voices(record: PublicRecord) -> tuple[str, ...]:
    """Ids of those who speak in a source: its one speaker, or its author or joint authors."""
    if record.speakers:
        return record.speakers if len(record.speakers) == 1 else ()
    return record.authors
