"""An issue as its page shows it: copy set, notes with their back-links, corrections in words."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.editions.web.blocks import BlockSetter
from briefing.editions.web.declared import Copy
from briefing.editions.web.notes import NoteSetter
from briefing.editions.web.places import Place
from briefing.model import Archive, Correction, Issue
from briefing.model.words import IMPORTED_LINE, correction_line, words

WORDS_A_MINUTE = 230


@dataclass(frozen=True, slots=True)
class GroupView:
    """The notes under one heading of the source list."""

    heading: str
    notes: Copy


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
    footnotes: Copy
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
    setter, notes = BlockSetter(archive, issue, place), NoteSetter(archive, place)
    body = setter.set(issue.body)
    asides = [(footnote, setter.set(footnote.content)) for footnote in issue.footnotes]
    places = setter.inlines
    return Article(
        issue=issue,
        byline=byline(issue),
        count=len(words(issue)),
        body=body,
        footnotes=notes.footnotes((*aside, places.footnote_references(index)) for index, aside in enumerate(asides)),
        groups=tuple(
            GroupView(group.value, notes.sources((note, places.references(note.number)) for note in found))
            for group, found in issue.notes_by_group
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
