"""What belongs to the copy and stands around it: corrections, footnotes and the source list, as HTML."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.editions.email.escaping import escaped
from briefing.editions.email.html_blocks import labelled
from briefing.editions.email.html_inlines import evidence
from briefing.editions.email.html_tables import boxed
from briefing.editions.email.links import safe_url
from briefing.editions.email.mailing import CORRECTIONS, NOTES, SOURCES
from briefing.editions.email.sheet import Sheet
from briefing.model import Correction, Note
from briefing.model.words import correction_line


def corrections(sheet: Sheet, shown: tuple[Correction, ...], *, headed: bool = False) -> None:
    """Corrections, each in a box; under a heading where they stand at the foot."""
    if shown and headed:
        _heading(sheet, CORRECTIONS)
    for correction in shown:
        words = f"<p {sheet.looks.notice}>{escaped(correction_line(correction))}</p>"
        sheet.put(boxed(sheet.looks.notice_cell, words))


def footnotes(sheet: Sheet) -> None:
    """The asides, lettered."""
    if sheet.issue.footnotes:
        _heading(sheet, NOTES)
    for footnote in sheet.issue.footnotes:
        sheet.put(labelled(sheet, footnote.label, footnote.content))


def sources(sheet: Sheet) -> None:
    """The source list by groups; numbers are text, since Word starts a list anew where an item says its number."""
    if sheet.issue.notes:
        _heading(sheet, SOURCES)
    for group, notes in sheet.issue.notes_by_group:
        words = group.value
        sheet.put_own(f"<h3 {sheet.looks.group}>{escaped(words)}</h3>", words)
        for note in notes:
            _note(sheet, note)


def _heading(sheet: Sheet, words: str) -> None:
    sheet.put_own(f"<h2 {sheet.looks.headings[2]}>{escaped(words)}</h2>", words)


def _note(sheet: Sheet, note: Note) -> None:
    lines = [f"[{note.number}] {evidence(sheet, safe_url(note.url), escaped(note.text))}"]
    if note.checked:
        lines.append(escaped(note.checked))
    own = []
    for html, line in _facts(sheet, note):
        lines.append(html)
        own.append(line)
    inside = "<br>\n".join(lines)
    sheet.put_own(f"<p {sheet.looks.note}>{inside}</p>", *own)


def _facts(sheet: Sheet, note: Note) -> Iterator[tuple[str, str]]:
    """What more is said of a source, each as HTML and as plain text."""
    linked = sheet.letterhead.links_evidence
    if not linked and (url := safe_url(note.url)):
        yield escaped(url), url
    if archived := safe_url(note.archive_url):
        words = sheet.mailing.archived_copy(note) if linked else f"{sheet.mailing.archived_copy(note)}: {archived}"
        yield evidence(sheet, archived, escaped(words)), words
    for line in sheet.mailing.note_facts(note):
        yield escaped(line), line
