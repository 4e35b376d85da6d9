"""An issue as its page shows it: copy set, notes with their back-links, corrections in words."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.editions.web.blocks import BlockSetter
from briefing.editions.web.declared import Copy
from briefing.editions.web.inlines import letters
from briefing.editions.web.places import Place, document_path, outside, source_path
from briefing.model import Archive, Correction, Footnote, Issue, Note
from briefing.model.words import IMPORTED_LINE, correction_line, words

WORDS_A_MINUTE = 230


@dataclass(frozen=True, slots=True)
class BackLink:
    """The way from a note back to one place that points at it."""

    id: str
    letter: str
    name: str
    """What the place is called, for those who hear the page: ``3a``."""


@dataclass(frozen=True, slots=True)
class NoteView:
    """An entry of the source list."""

    number: int
    text: str
    page: str
    """Path of its source's page; "" where it has none."""
    document: str
    """Path of the document itself, where that is published."""
    checked: str
    url: str
    archive_url: str
    accessed: str
    licence: str
    back: tuple[BackLink, ...]


@dataclass(frozen=True, slots=True)
class GroupView:
    """The notes under one heading of the source list."""

    heading: str
    notes: tuple[NoteView, ...]


@dataclass(frozen=True, slots=True)
class FootnoteView:
    """An aside below the copy."""

    letter: str
    label: str
    content: Copy
    back: tuple[BackLink, ...]


@dataclass(frozen=True, slots=True)
class CorrectionView:
    """A correction in words, with what the page needs to place it."""

    kind: str
    lead: str
    """``Correction, 3 August 2031:``."""
    text: str
    anchor: str
    """Id of a quotation that is no longer there, so that old links still lead to why; else ""."""
    affected: str
    """Id of the corrected quotation where it still stands on the page; else ""."""


@dataclass(frozen=True, slots=True)
class Article:
    """What stands inside ``<article>``."""

    issue: Issue
    byline: str
    count: int
    """How many words the issue has."""
    body: Copy
    footnotes: tuple[FootnoteView, ...]
    groups: tuple[GroupView, ...]
    top_corrections: tuple[CorrectionView, ...]
    foot_corrections: tuple[CorrectionView, ...]

    @property
    def imported(self) -> str:
        """What readers are told of an issue that was brought in; "" of any other."""
        return IMPORTED_LINE if self.issue.imported else ""

    @property
    def minutes(self) -> int:
        """How long it takes to read."""
        return max(1, round(self.count / WORDS_A_MINUTE))


def set_article(archive: Archive, issue: Issue, place: Place) -> Article:
    """The issue's copy as HTML; body first, then footnotes, for back-links are lettered in reading order."""
    setter = BlockSetter(archive, issue, place)
    body = setter.set(issue.body)
    footnotes = tuple((footnote, setter.set(footnote.content)) for footnote in issue.footnotes)
    return Article(
        issue=issue,
        byline=byline(issue),
        count=len(words(issue)),
        body=body,
        footnotes=tuple(
            _footnote(footnote, content, setter.inlines.footnote_references(index))
            for index, (footnote, content) in enumerate(footnotes)
        ),
        groups=tuple(
            GroupView(group.value, tuple(_note(archive, note, setter.inlines.references(note.number)) for note in notes))
            for group, notes in issue.notes_by_group
        ),
        top_corrections=tuple(correction_view(issue, correction) for correction in issue.top_corrections),
        foot_corrections=tuple(correction_view(issue, correction) for correction in issue.foot_corrections),
    )


def byline(issue: Issue) -> str:
    """``By A, B and C``; "" if nobody signs."""
    names = [author.name for author in issue.authors]
    if not names:
        return ""
    return f"By {', '.join(names[:-1])} and {names[-1]}" if names[1:] else f"By {names[0]}"


def correction_view(issue: Issue, correction: Correction) -> CorrectionView:
    """A correction in the words every edition uses, cut where the page sets its lead in bold."""
    lead, _, text = correction_line(correction).partition(": ")
    standing = any(quotation.id == correction.affects for quotation in issue.quotations)
    return CorrectionView(
        kind=correction.kind.value,
        lead=f"{lead}:",
        text=text,
        anchor="" if standing else correction.affects,
        affected=correction.affects if standing else "",
    )


def _note(archive: Archive, note: Note, references: tuple[str, ...]) -> NoteView:
    source = archive.source_by_key.get(note.source or "")
    return NoteView(
        number=note.number,
        text=note.text,
        page=source_path(source.key) if source else "",
        document=document_path(source.key) if source and source.document else "",
        checked=note.checked,
        url=outside(note.url),
        archive_url=outside(note.archive_url),
        accessed=note.accessed,
        licence=note.licence,
        back=tuple(
            BackLink(reference, letters(position), f"{note.number}{letters(position)}")
            for position, reference in enumerate(references)
        ),
    )


def _footnote(footnote: Footnote, content: Copy, references: tuple[str, ...]) -> FootnoteView:
    back = tuple(BackLink(reference, str(position), footnote.letter) for position, reference in enumerate(references, 1))
    return FootnoteView(footnote.letter, footnote.label, content, back)
