"""What belongs to the copy and stands around it: corrections, footnotes and the source list, as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.editions.email.escaping import escaped
from briefing.editions.email.html_blocks import labelled
from briefing.editions.email.html_inlines import evidence
from briefing.editions.email.html_tables import boxed
from briefing.editions.email.links import safe_url
from briefing.editions.email.mailing import CORRECTIONS, NOTES, SOURCES, Mailing
from briefing.editions.email.printed import Sheet
from briefing.model import Correction, Note
from briefing.model.words import correction_line


def corrections(mailing: Mailing, shown: tuple[Correction, ...], sheet: Sheet, *, headed: bool = False) -> None:
    """Corrections, each in a box; under a heading where they stand at the foot."""
    if shown and headed:
        _heading(2, mailing.looks.headings[2], CORRECTIONS, sheet)
    for correction in shown:
        words = f"<p {mailing.looks.notice}>{escaped(correction_line(correction))}</p>"
        sheet.put(boxed(mailing.looks.notice_cell, words))


def footnotes(mailing: Mailing, sheet: Sheet) -> None:
    """The asides, lettered."""
    if mailing.issue.footnotes:
        _heading(2, mailing.looks.headings[2], NOTES, sheet)
    for footnote in mailing.issue.footnotes:
        sheet.put(labelled(mailing, footnote.label, footnote.content))


def sources(mailing: Mailing, sheet: Sheet) -> None:
    """The source list by groups; numbers are text, since Word starts a list anew where an item says its number."""
    if mailing.issue.notes:
        _heading(2, mailing.looks.headings[2], SOURCES, sheet)
    for group, notes in mailing.issue.notes_by_group:
        _heading(3, mailing.looks.group, group.value, sheet)
        for note in notes:
            _note(mailing, note, sheet)


def _heading(level: int, attributes: str, words: str, sheet: Sheet) -> None:
    sheet.put(f"<h{level} {attributes}>{escaped(words)}</h{level}>", words)


def _note(mailing: Mailing, note: Note, sheet: Sheet) -> None:
    lines = [f"[{note.number}] {evidence(mailing, safe_url(note.url), escaped(note.text))}"]
    if note.checked:
        lines.append(escaped(note.checked))
    own = []
    for html, line in _facts(mailing, note):
        lines.append(html)
        own.append(line)
    inside = "<br>\n".join(lines)
    sheet.put(f"<p {mailing.looks.note}>{inside}</p>", *own)


def _facts(mailing: Mailing, note: Note) -> Iterator[tuple[str, str]]:
    """What more is said of a source, each as HTML and as plain text."""
    linked = mailing.letterhead.links_evidence
    if not linked and (url := safe_url(note.url)):
        yield escaped(url), url
    if archived := safe_url(note.archive_url):
        words = mailing.archived_copy(note) if linked else f"{mailing.archived_copy(note)}: {archived}"
        yield evidence(mailing, archived, escaped(words)), words
    for line in mailing.note_facts(note):
        yield escaped(line), line
