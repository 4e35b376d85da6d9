"""The plain-text part as a whole, from the model: for those who read it, not as a fallback made from the HTML."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.editions.email.carried import carried_text
from briefing.editions.email.escaping import running
from briefing.editions.email.flowed import Passage
from briefing.editions.email.letterhead import FORWARDED, SUBSCRIBE, UNSUBSCRIBE
from briefing.editions.email.links import safe_url
from briefing.editions.email.mailing import CORRECTIONS, NOTES, SOURCES, VIEW_ONLINE, Mailing
from briefing.editions.email.text_blocks import blocks, labelled
from briefing.model import Correction, Note
from briefing.model.words import correction_line

_RULE = "---"
"""Not a row of ``=``: each would be three bytes in quoted-printable."""


def text(mailing: Mailing) -> Iterator[Passage]:
    """Everything, in order."""
    issue = mailing.issue
    yield from _masthead(mailing)
    yield from _own(issue.kicker)
    yield Passage(running(issue.title), attached=bool(issue.kicker))
    yield Passage(running(issue.description))
    yield from _own(mailing.byline)
    yield from _corrections(issue.top_corrections)
    yield from _own(_RULE)
    yield from blocks(mailing, issue.body)
    yield from _footnotes(mailing)
    yield from _sources(mailing)
    if issue.foot_corrections:
        yield from _heading(CORRECTIONS)
    yield from _corrections(issue.foot_corrections)
    yield from carried_text(mailing)
    yield from _foot(mailing)


def _own(*shown: str) -> Iterator[Passage]:
    """Lines of the edition's own, one under the other; empty ones are left out."""
    attached = False
    for line in shown:
        if line:
            yield Passage(running(line), declared=True, attached=attached)
            attached = True


def _heading(words: str) -> Iterator[Passage]:
    yield from (passage._replace(gap=2) for passage in _own(words))


def _masthead(mailing: Mailing) -> Iterator[Passage]:
    yield from _own(mailing.publication.title, mailing.publication.strapline)
    yield from _own(mailing.dateline, f"{VIEW_ONLINE}:", mailing.permalink)


def _corrections(corrections: tuple[Correction, ...]) -> Iterator[Passage]:
    return (Passage(running(correction_line(correction))) for correction in corrections)


def _footnotes(mailing: Mailing) -> Iterator[Passage]:
    if mailing.issue.footnotes:
        yield from _heading(NOTES)
    for footnote in mailing.issue.footnotes:
        yield from labelled(running(footnote.label), blocks(mailing, footnote.content))


def _sources(mailing: Mailing) -> Iterator[Passage]:
    if mailing.issue.notes:
        yield from _heading(SOURCES)
    for group, notes in mailing.issue.notes_by_group:
        yield from _own(group.value)
        for note in notes:
            yield from _note(mailing, note)


def _note(mailing: Mailing, note: Note) -> Iterator[Passage]:
    yield Passage(f"[{note.number}] {running(note.text)}")
    if note.checked:
        yield Passage(running(note.checked), attached=True)
    archived = safe_url(note.archive_url)
    copy = (f"{mailing.archived_copy(note)}:", archived) if archived else ()
    for line in (safe_url(note.url), *copy, *mailing.note_facts(note)):
        if line:
            yield Passage(running(line), declared=True, attached=True)


def _foot(mailing: Mailing) -> Iterator[Passage]:
    """Unsubscribing has a line of its own for its address, which is where a provider's placeholder is looked for."""
    yield from _own(_RULE)
    yield from _own(mailing.letterhead.in_confidence)
    yield from _own(mailing.letterhead.reason, f"{UNSUBSCRIBE}:")
    yield Passage(mailing.provider.unsubscribe_url, declared=True, placeholder=True, attached=True)
    if subscribe := safe_url(mailing.letterhead.sender.subscribe_url):
        yield from _own(f"{FORWARDED} {SUBSCRIBE}:", subscribe)
    yield from _own(mailing.letterhead.imprint)
