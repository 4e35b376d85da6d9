"""``/sources/``: what published issues cite, what was taken from it, and the document itself where it is published."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from briefing.editions.web.documents import set_document
from briefing.editions.web.places import Place, document_path, person_path, source_path
from briefing.editions.web.quoted import QuotationView
from briefing.editions.web.views import NavLink, Rest, View
from briefing.editions.web.years import Year, grouped, years_of
from briefing.model import Archive, Issue, PublicSource

NEWEST = 24
BY_YEAR = "sources/by-year/"
"""No source has this path: there is nothing but years below it."""


@dataclass(frozen=True)
class SourceView:
    """A source with the issues that cite it and the quotations taken from it, the newest first."""

    source: PublicSource
    issues: tuple[Issue, ...]
    quotations: tuple[QuotationView, ...]

    @property
    def path(self) -> str:
        """Where its page lies."""
        return source_path(self.source.key)

    @property
    def document(self) -> str:
        """Where its document lies; "" if that is not published."""
        return document_path(self.source.key) if self.source.document else ""

    @property
    def heading(self) -> str:
        """What its page is called."""
        return self.source.title or self.source.credit

    @property
    def day(self) -> date:
        """When the newest issue that cites it came out."""
        return self.issues[0].published.date()

    @cached_property
    def by_year(self) -> Mapping[int, SourceView]:
        """The same for the issues of each year."""
        if len(self.issues) == 1:  # as of most sources
            return {self.day.year: self}
        quotations = grouped(self.quotations, lambda one: one.day.year)
        issues = grouped(self.issues, lambda issue: issue.published.year)
        return {year: SourceView(self.source, found, quotations.get(year, ())) for year, found in issues.items()}


def source_views(archive: Archive, quotations: Sequence[QuotationView]) -> tuple[SourceView, ...]:
    """Every source, the one that was cited last first."""
    citing: dict[str, list[Issue]] = {}
    for issue in archive.newest_first:
        for key in dict.fromkeys(note.source for note in issue.notes if note.source):
            citing.setdefault(key, []).append(issue)
    taken: dict[str, list[QuotationView]] = {}
    for quotation in quotations:
        for key in dict.fromkeys(one.source.key for one in quotation.taken):
            taken.setdefault(key, []).append(quotation)
    return tuple(
        SourceView(archive.source_by_key[key], tuple(issues), tuple(taken.get(key, ())))
        for key, issues in citing.items()
        if key in archive.source_by_key
    )


def source_pages(archive: Archive, sources: Sequence[SourceView]) -> Iterator[View]:
    """The list of sources by the years in which they were cited, a page a source, and the documents."""
    yield from _lists(archive, [view for view in sources if view.source.listed])
    for view in sources:
        yield from _pages(archive, view)
        if view.source.document:
            yield _document(archive, view)


def _lists(archive: Archive, listed: Sequence[SourceView]) -> Iterator[View]:
    by_year: dict[int, list[SourceView]] = {}
    for view in listed:
        for number, of_year in view.by_year.items():
            by_year.setdefault(number, []).append(of_year)
    years = years_of(BY_YEAR, [number for number, views in by_year.items() for _ in views])
    about = (
        f"What {archive.publication.title} rests on: documents, statements and interviews, with every quotation taken from them"
    )
    for year in (None, *years):
        entries = by_year[year.number] if year else listed[:NEWEST]
        values = {"sources": tuple(entries), "years": years, "year": year, "whole": "sources/", "whole_title": "Sources"}
        title, description = (f"Sources, {year.number}", f"{about}: {year.number}") if year else ("Sources", about)
        changed = max((view.day for view in entries), default=None)
        yield View("web/sources.html", year.path if year else "sources/", title, description, values, changed=changed)


def _pages(archive: Archive, view: SourceView) -> Iterator[View]:
    """The source's own page, and a page a year for one that is cited again and again."""
    people = tuple(
        NavLink(archive.person_by_id[identifier].name, person_path(identifier))
        for identifier in view.source.people
        if identifier in archive.person_by_id
    )
    years = _years(view)
    newest = SourceView(view.source, view.issues[:NEWEST], view.quotations[:NEWEST]) if years else view
    for year in (None, *years):
        shown = view.by_year[year.number] if year else newest
        values = {
            "source": view.source,
            "view": shown,
            "people": people,
            "year": year,
            "years": years,
            "whole": view.path,
            "whole_title": view.heading,
        }
        title = f"{view.heading}, cited in {year.number}" if year else view.heading
        yield View(
            "web/source.html",
            year.path if year else view.path,
            title,
            view.source.credit,
            values,
            changed=shown.day,
            listed=view.source.listed,
        )


def _years(view: SourceView) -> tuple[Year, ...]:
    """The years that have a page; none where the first page holds everything, as of most sources."""
    if max(len(view.issues), len(view.quotations)) <= NEWEST:
        return ()
    dated = max([issue.published.year for issue in view.issues], [one.day.year for one in view.quotations], key=len)
    return years_of(view.path, dated)


def _document(archive: Archive, view: SourceView) -> View:
    path = document_path(view.source.key)
    title = f"{view.heading}: the document"
    description = f"The text of {view.source.credit}, with what {archive.publication.title} quotes marked in it"

    def rest(place: Place) -> Rest:
        return Rest({"source": view.source, "view": view, "document": set_document(archive, view.source, place)})

    return View("web/document.html", path, title, description, rest=rest, changed=view.day, listed=view.source.listed)
