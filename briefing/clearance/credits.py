"""The printed wording for a source: as agreed where the register has it, else by a template of its kind."""

from __future__ import annotations

from datetime import date
from typing import assert_never

from briefing.clearance.people import in_words, people_of
from briefing.desk import DescribedRecord, Person, PublicRecord, Register, SourceRecord
from briefing.model import NoteGroup
from briefing.model.dates import day_in_words

_US = "us"
_WORDS = {
    "foi-release": "Freedom of Information release",
    "social-post": "post",
    "web-page": "web page",
}
"""What a kind is called where its name with spaces is not what a reader would say."""
_NEEDS_NO_WORD = frozenset({"article", "judgment", "legislation", "regulation", "web-page"})
"""Kinds that a title makes plain by itself."""
_TITLE_FIRST = frozenset({"judgment", "legislation", "regulation"})
"""Kinds that are known by their title, not by who issued them."""


def credit(record: SourceRecord, register: Register, day: date) -> str:
    """The text of a source's note in an issue of ``day``; for a described source exactly the words agreed."""
    match record:
        case DescribedRecord():
            return record.describe
        case PublicRecord():
            return (record.describe or _by_template(record, register, day)) + _withdrawn(record)
        case _:
            assert_never(record)


def source_phrase(record: PublicRecord, register: Register) -> str:
    """What the source is, in words: ``email to the pilots network``, ``statement to us``, ``letter``."""
    word = _WORDS.get(record.kind, record.kind.replace("-", " "))
    preposition = "with" if record.kind == "interview" else "to"
    if record.to == _US:
        return f"{word} {preposition} us"
    recipients = people_of((record.to,), register) if record.to else ()
    return f"{word} {preposition} {_with_article(recipients[0])}" if recipients else word


def group(record: SourceRecord) -> NoteGroup:
    """Under which heading of the source list its note stands; the kind of a described source decides nothing."""
    match record:
        case DescribedRecord():
            return NoteGroup.OTHER
        case PublicRecord(kind="interview"):
            return NoteGroup.INTERVIEWS
        case PublicRecord(kind="testimony") | PublicRecord(kind="statement", to="") | PublicRecord(to="us"):
            return NoteGroup.STATEMENTS
        case PublicRecord():
            return NoteGroup.DOCUMENTS
        case _:
            assert_never(record)


def _by_template(record: PublicRecord, register: Register, day: date) -> str:
    who = _who(record, register, day)
    what = "" if record.title and record.kind in _NEEDS_NO_WORD else source_phrase(record, register)
    named = (record.title, who) if record.kind in _TITLE_FIRST else (who, record.title)
    when = record.issued.words if record.issued else ""
    publisher = "" if who.split(", ")[0] == record.publisher else record.publisher
    parts = (*named, what, publisher, when, _how(record))
    text = ", ".join(part for part in parts if part)
    return text[:1].upper() + text[1:]


def _who(record: PublicRecord, register: Register, day: date) -> str:
    """Its authors, else those who speak in it; one alone with the role held on the issue's day."""
    people = people_of(record.authors or record.speakers, register)
    if len(people) == 1:
        role = people[0].role_on(day)
        return f"{people[0].name}, {role}" if role else people[0].name
    return in_words(person.name for person in people)


def _how(record: PublicRecord) -> str:
    """How we came by it; that it was given or leaked is said only where ``describe`` says so."""
    by = record.obtained.by if record.obtained else ""
    if by == "foi" and record.kind != "foi-release":
        return "released under the Freedom of Information Act"
    return "obtained by us" if by in {"given", "leaked", "obtained"} else ""


def _with_article(person: Person) -> str:
    """``the pilots network``, but ``Harbour Watch``: a name that ends in a common noun takes an article."""
    return f"the {person.name}" if person.name.split()[-1][:1].islower() else person.name


def _withdrawn(record: PublicRecord) -> str:
    """Readers of an old issue learn that a source no longer stands."""
    if record.withdrawn is None:
        return ""
    why = f": {record.withdrawn.why}" if record.withdrawn.why else ""
    return f" (withdrawn {day_in_words(record.withdrawn.on)}{why})"
