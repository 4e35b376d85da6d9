"""What belongs to the copy and stands around it: corrections, footnotes and the source list, as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.editions.email.escaping import escaped
from briefing.editions.email.html_blocks import labelled
from briefing.editions.email.html_inlines import evidence
from briefing.editions.email.html_tables import boxed
from briefing.editions.email.links import safe_url
from briefing.editions.email.mailing import CORRECTIONS, NOTES, SOURCES, Mailing
from briefing.editions.email.printed import Printed
from briefing.model import Correction, Note
from briefing.model.words import correction_line


def corrections(mailing: Mailing, shown: tuple[Correction, ...], *, headed: bool = False) -> Iterator[Printed]:
    """Corrections, each in a box; under a heading where they stand at the foot."""
    if shown and headed:
        yield _heading(2, mailing.looks.headings[2], CORRECTIONS)
    for correction in shown:
        words = f"<p {mailing.looks.notice}>{escaped(correction_line(correction))}</p>"
        yield Printed(boxed(mailing.looks.notice_cell, words))


def footnotes(mailing: Mailing) -> Iterator[Printed]:
    """The asides, lettered."""
    if mailing.issue.footnotes:
        yield _heading(2, mailing.looks.headings[2], NOTES)
    for footnote in mailing.issue.footnotes:
        yield Printed(labelled(mailing, footnote.label, footnote.content))


def sources(mailing: Mailing) -> Iterator[Printed]:
    """The source list by groups; numbers are text, since Word starts a list anew where an item says its number."""
    if mailing.issue.notes:
        yield _heading(2, mailing.looks.headings[2], SOURCES)
    for group, notes in mailing.issue.notes_by_group:
        yield _heading(3, mailing.looks.group, group.value)
        yield from (_note(mailing, note) for note in notes)


def _heading(level: int, attributes: str, words: str) -> Printed:
    return Printed(f"<h{level} {attributes}>{escaped(words)}</h{level}>", (words,))


def _note(mailing: Mailing, note: Note) -> Printed:
    credit = evidence(mailing, safe_url(note.url), escaped(note.text))
    checked = f"<br>\n{escaped(note.checked)}" if note.checked else ""
    facts = tuple(_facts(mailing, note))
    more = "".join(f"<br>\n{fact.html}" for fact in facts)
    html = f"<p {mailing.looks.note}>[{note.number}] {credit}{checked}{more}</p>"
    return Printed(html, tuple(line for fact in facts for line in fact.declared))


def _facts(mailing: Mailing, note: Note) -> Iterator[Printed]:
    url, archived = safe_url(note.url), safe_url(note.archive_url)
    if url and not mailing.letterhead.links_evidence:
        yield Printed(escaped(url), (url,))
    if archived:
        words = mailing.archived_copy(note) if mailing.letterhead.links_evidence else f"{mailing.archived_copy(note)}: {archived}"
        yield Printed(evidence(mailing, archived, escaped(words)), (words,))
    for line in mailing.note_facts(note):
        yield Printed(escaped(line), (line,))
