"""Quotations beside others, away from their issue: only those whose every source is open or named."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from briefing.editions.web.article import CorrectionView, correction_view
from briefing.editions.web.verdicts import CHECKED, document_of
from briefing.editions.web.years import grouped
from briefing.model import Archive, Issue, PublicSource, Quotation


@dataclass(frozen=True, slots=True)
class Taken:
    """What a quotation is taken from, and where in it."""

    source: PublicSource
    where: str

    def beside(self, speaker: str) -> str:
        """Its credit as it stands beside the speaker's name, which it need not say again."""
        rest = self.source.credit.removeprefix(f"{speaker}, ") if speaker else self.source.credit
        return rest[:1].upper() + rest[1:]


@dataclass(frozen=True, slots=True)
class QuotationView:
    """A quotation with its speaker, its sources, its issue and what was checked."""

    issue: Issue
    quotation: Quotation
    taken: tuple[Taken, ...]
    person: str
    """Id of the speaker, where that person has a page."""
    corrections: tuple[CorrectionView, ...]

    @property
    def checked(self) -> str:
        """What readers are told of how it was checked; "" where nothing may be said."""
        return CHECKED[self.quotation.verdict]

    @property
    def document(self) -> str:
        """Path of the published document in which its words are marked; "" where there is none."""
        return document_of(self.issue, self.quotation, (taken.source for taken in self.taken))

    @property
    def listed(self) -> bool:
        """Whether lists may have it: its speaker may be indexed, and so may all that its sources name."""
        shy = self.quotation.speaker and not self.quotation.speaker_id
        return not shy and all(taken.source.listed for taken in self.taken)

    @property
    def day(self) -> date:
        """When its issue came out."""
        return self.issue.published.date()


class Quotations:
    """Every quotation of an archive that may stand on the page of its source, collected once for all pages."""

    def __init__(self, archive: Archive) -> None:
        self.all = tuple(view for issue in archive.newest_first for view in _quotations(archive, issue))
        """The newest issue's first, each issue's in its order."""
        self.listed = tuple(view for view in self.all if view.listed)
        self._listed = grouped(self.listed, lambda view: view.issue.number)

    def listed_of(self, issue: Issue) -> tuple[QuotationView, ...]:
        """Those of one issue that lists may have, in its order."""
        return self._listed.get(issue.number, ())


def _quotations(archive: Archive, issue: Issue) -> Iterator[QuotationView]:
    for quotation in issue.quotations:
        if taken := _taken(archive, issue, quotation):
            person = quotation.speaker_id if quotation.speaker_id in archive.person_by_id else ""
            corrections = (entry for entry in issue.corrections if entry.affects == quotation.id)
            yield QuotationView(issue, quotation, taken, person, tuple(correction_view(issue, entry) for entry in corrections))


def _taken(archive: Archive, issue: Issue, quotation: Quotation) -> tuple[Taken, ...]:
    """Its sources; none at all where one of them has no page, for the words may be that one's."""
    found = []
    for reference in issue.citations[quotation.citation].references if quotation.citation is not None else ():
        source = archive.source_by_key.get(issue.notes[reference.number - 1].source or "")
        if source is None:
            return ()
        found.append(Taken(source, reference.where))
    return tuple(found)
