"""The full text of an entry, and the lines in it that are the edition's own and not the issue's."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.editions.feeds.blocks import block, blocks
from briefing.editions.feeds.escaping import html, link
from briefing.editions.feeds.inlines import inlines
from briefing.model import Contact, Correction, Footnote, Issue, Note, Paragraph, Publication, PullQuote
from briefing.model.walking import pulls_in
from briefing.model.words import IMPORTED_LINE, correction_line, note_line


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of an entry's HTML; ``declared`` are its words if they are the edition's own."""

    html: str
    declared: str = ""


def passages(publication: Publication, issue: Issue) -> Iterator[Passage]:
    """Everything an entry shows below its title and summary, in reading order."""
    if publication.strapline:
        yield Passage(f"<p><em>{html(publication.strapline)}</em></p>", publication.strapline)
    if issue.imported:
        yield Passage(f"<p><em>{html(IMPORTED_LINE)}</em></p>", IMPORTED_LINE)
    yield from map(_correction, issue.top_corrections)
    yield from _body(publication, issue)
    yield from _footnotes(publication, issue)
    yield from _sources(issue)
    if issue.foot_corrections:
        yield _heading(2, "Corrections")
        yield from map(_correction, issue.foot_corrections)
    yield from _contact(publication.contact)


def _heading(level: int, words: str) -> Passage:
    return Passage(f"<h{level}>{html(words)}</h{level}>", words)


def _correction(correction: Correction) -> Passage:
    return Passage(f"<p><strong>{html(correction_line(correction))}</strong></p>")


def _body(publication: Publication, issue: Issue) -> Iterator[Passage]:
    shows_pulls = "feeds" in publication.pulls
    for one in issue.body:
        yield Passage(block(publication, issue, one))
        if shows_pulls:
            yield from (_pull(issue.pulls[index]) for index in pulls_in(one))


def _pull(pull: PullQuote) -> Passage:
    words = pull.words if pull.quotation is None else f"“{pull.words}”"
    attribution = f"— {pull.attribution}" if pull.attribution else ""
    line = f"<p>{html(attribution)}</p>" if attribution else ""
    return Passage(f"<blockquote><p>{html(words)}</p></blockquote>{line}", f"{words} {attribution}".strip())


def _footnotes(publication: Publication, issue: Issue) -> Iterator[Passage]:
    if issue.footnotes:
        yield _heading(2, "Footnotes")
        items = "".join(f"<li>{_footnote(publication, issue, footnote)}</li>" for footnote in issue.footnotes)
        yield Passage(f'<ul role="list">{items}</ul>')


def _footnote(publication: Publication, issue: Issue, footnote: Footnote) -> str:
    """The label shares the line of the first paragraph."""
    label = html(footnote.label)
    match footnote.content:
        case (Paragraph(_, content), *rest):
            return f"{label} {inlines(publication, issue, content)}{blocks(publication, issue, tuple(rest))}"
        case content:
            return f"{label} {blocks(publication, issue, content)}"


def _sources(issue: Issue) -> Iterator[Passage]:
    """The source list; its items carry their numbers as text, because the numbers are what the markers say."""
    if issue.notes:
        yield _heading(2, "Sources")
    for group, notes in issue.notes_by_group:
        yield _heading(3, group.value)
        yield Passage('<ul role="list">')
        for note in notes:
            yield from _note(note)
        yield Passage("</ul>")


def _note(note: Note) -> Iterator[Passage]:
    line = html(note_line(note))
    checked = f"<br>{html(note.checked)}" if note.checked else ""
    yield Passage(f"<li>{link(note.url, line) if note.url else line}{checked}")
    if note.archive_url:
        yield Passage(f" ({link(note.archive_url, 'archived copy')})", "(archived copy)")
    yield Passage("</li>")


def _contact(contact: Contact) -> Iterator[Passage]:
    """How to reach the desk in confidence, in one line; tracked by nobody, for a feed's links are the publication's own."""
    ways = tuple(_ways(contact))
    if ways:
        shown = ", ".join(way.html for way in ways)
        yield Passage(f"<p>In confidence: {shown}</p>", f"In confidence: {', '.join(way.declared for way in ways)}")


def _ways(contact: Contact) -> Iterator[Passage]:
    if contact.email:
        yield Passage(link(f"mailto:{contact.email}", html(contact.email)), contact.email)
    if contact.signal:
        yield Passage(html(f"Signal {contact.signal}"), f"Signal {contact.signal}")
    if contact.onion:
        yield Passage(link(contact.onion, html(contact.onion)), contact.onion)
    if contact.key:
        yield Passage(link(contact.key, "public key"), "public key")
