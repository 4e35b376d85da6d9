"""``/people/``: who is quoted and who wrote what is cited, with what they were then and are now."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from briefing.editions.web.places import person_path
from briefing.editions.web.quoted import QuotationView
from briefing.editions.web.sources import SourceView
from briefing.editions.web.views import View
from briefing.editions.web.years import grouped, years_of
from briefing.model import Archive, Issue, PublicPerson, Reply

NEWEST = 24
MOST = 120
"""So many names stand on one page; of more, each initial has a page of its own."""
BY_LETTER = "people/by-letter/"


@dataclass(frozen=True)
class PersonView:
    """A person or body with their quotations and sources, the newest first."""

    person: PublicPerson
    quotations: tuple[QuotationView, ...]
    sources: tuple[SourceView, ...]
    replies: tuple[tuple[Issue, Reply], ...] = ()
    """Where an issue criticises them, and what came back."""

    @property
    def path(self) -> str:
        """Where their page lies."""
        return person_path(self.person.id)

    @cached_property
    def letter(self) -> str:
        """Under which letter they stand; ``other`` for a name that begins with none of a to z."""
        first = unicodedata.normalize("NFD", _sorted_as(self.person.name))[:1]
        return first if "a" <= first <= "z" else "other"

    @cached_property
    def by_year(self) -> Mapping[int, PersonView]:
        """The same for the issues of each year."""
        quotations = grouped(self.quotations, lambda one: one.day.year)
        replies = grouped(self.replies, lambda one: one[0].published.year)
        sources = grouped((entry for view in self.sources for entry in view.by_year.items()), lambda entry: entry[0])
        return {
            year: PersonView(
                self.person, quotations.get(year, ()), tuple(view for _, view in sources.get(year, ())), replies.get(year, ())
            )
            for year in {**quotations, **sources, **replies}
        }


@dataclass(frozen=True, slots=True)
class Letter:
    """An initial that names begin with."""

    name: str
    path: str


def person_views(archive: Archive, quotations: Sequence[QuotationView], sources: Sequence[SourceView]) -> tuple[PersonView, ...]:
    """Everybody who has a page, by name."""
    said: dict[str, list[QuotationView]] = {}
    for quotation in quotations:
        if quotation.person:
            said.setdefault(quotation.person, []).append(quotation)
    wrote: dict[str, list[SourceView]] = {}
    for source in (one for one in sources if one.source.listed):
        for identifier in source.source.people:
            wrote.setdefault(identifier, []).append(source)
    answered: dict[str, list[tuple[Issue, Reply]]] = {}
    for issue in archive.newest_first:
        for reply in issue.replies:
            answered.setdefault(reply.person, []).append((issue, reply))
    people = sorted(archive.people, key=lambda person: (_sorted_as(person.name), person.id))
    found = ((person, (said.get(person.id, ()), wrote.get(person.id, ()), answered.get(person.id, ()))) for person in people)
    return tuple(PersonView(person, tuple(words), tuple(own), tuple(back)) for person, (words, own, back) in found)


def people_pages(archive: Archive, people: Sequence[PersonView]) -> Iterator[View]:
    """The list of names, and a page for each."""
    yield from _lists(archive, people)
    for view in people:
        yield from _pages(archive, view)


def _lists(archive: Archive, people: Sequence[PersonView]) -> Iterator[View]:
    about = f"Who is quoted in {archive.publication.title}, with every quotation, its source and what they were at the time"
    letters = tuple(Letter(one, f"{BY_LETTER}{one}/") for one in sorted({view.letter for view in people}))
    whole = len(people) <= MOST
    newest = sorted((view for view in people if view.quotations), key=lambda view: view.quotations[0].day, reverse=True)
    shown = tuple(people) if whole else tuple(newest[:NEWEST])
    shared = {"letters": () if whole else letters, "whole": "people/", "whole_title": "People and organisations"}
    title = "People and organisations"
    yield View("web/people.html", "people/", title, about, {**shared, "people": shown, "letter": None, "all": whole})
    by_letter = grouped(people, lambda view: view.letter)
    for letter in () if whole else letters:
        values = {**shared, "people": by_letter[letter.name], "letter": letter, "all": True}
        yield View("web/people.html", letter.path, f"{title}: {letter.name.upper()}", f"{about}: {letter.name.upper()}", values)


def _pages(archive: Archive, view: PersonView) -> Iterator[View]:
    dated = [one.day.year for one in view.quotations]
    if len(view.sources) > len(dated):
        dated = [issue.published.year for source in view.sources for issue in source.issues]
    years = years_of(view.path, dated) if len(dated) > NEWEST else ()
    for year in (None, *years):
        newest = PersonView(view.person, view.quotations[:NEWEST], view.sources[:NEWEST], view.replies[:NEWEST])
        shown = view.by_year[year.number] if year else newest
        title = f"{view.person.name}, {year.number}" if year else view.person.name
        description = f"What {archive.publication.title} has quoted from {view.person.name}, with sources"
        values = {
            "person": view.person,
            "view": shown,
            "year": year,
            "years": years,
            "whole": view.path,
            "whole_title": view.person.name,
        }
        days = [*(one.day for one in shown.quotations[:1]), *(source.day for source in shown.sources[:1])]
        path = year.path if year else view.path
        yield View("web/person.html", path, title, description, values, changed=max(days, default=None))


def _sorted_as(name: str) -> str:
    return name.casefold().removeprefix("the ")
