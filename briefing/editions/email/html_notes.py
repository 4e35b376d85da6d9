"""What belongs to the copy and stands around it: corrections, footnotes and the source list, as HTML."""

from __future__ import annotations

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
    sheet.put_own(f"<h2 {sheet.looks.headings[2]}>{words}</h2>", words)


def _note(sheet: Sheet, note: Note) -> None:
    html = [f"[{note.number}] {evidence(sheet, safe_url(note.url), escaped(note.text))}"]
    if note.checked:
        html.append(escaped(note.checked))
    own: list[str] = []
    if note.url or note.archive_url:
        _addresses(sheet, note, html, own)
    for fact in sheet.mailing.note_facts(note):
        html.append(escaped(fact))
        own.append(fact)
    inside = "<br>\n".join(html)
    sheet.put_own(f"<p {sheet.looks.note}>{inside}</p>", *own)


def _addresses(sheet: Sheet, note: Note, html: list[str], own: list[str]) -> None:
    """Where a source can be seen: as words where no link may lead there, else only its archived copy has a line of its own."""
    linked, copy = sheet.letterhead.links_evidence, sheet.mailing.archived_copy(note)
    if not linked and (url := safe_url(note.url)):
        html.append(escaped(url))
        own.append(url)
    if archived := safe_url(note.archive_url):
        words = copy if linked else f"{copy}: {archived}"
        html.append(evidence(sheet, archived, escaped(words)))
        own.append(words)
