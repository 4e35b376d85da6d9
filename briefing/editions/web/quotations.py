"""``/quotes/`` and ``quotes.json``: every quotation of an open or named source, with where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from briefing.editions.web.places import Place, person_path, source_path
from briefing.editions.web.quoted import QuotationView, Taken
from briefing.editions.web.views import View
from briefing.editions.web.years import grouped, months_of, years_of
from briefing.model import Archive, Artifact, Checking, Tree

NEWEST = 24
MOST = 200
"""So many quotations of a year stand on one page, about 100 KB; of more, each month has a page of its own."""
_SAID: Mapping[Checking, str | None] = {Checking.EXACT: "exact", Checking.CUT: "cuts marked", Checking.UNSAID: None}
_VERSION = 1

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode

_Where: TypeAlias = Mapping[str, object]
"""Which of the pages it is, and how it leads to the others."""


def quotation_pages(archive: Archive, listed: Sequence[QuotationView]) -> Iterator[View]:
    """``/quotes/`` and ``/quotes/<year>/``; of a year with very many, ``/quotes/<year>/<month>/`` has them all."""
    years = years_of("quotes/", [view.day.year for view in listed])
    about = f"Every quotation in {archive.publication.title} of an open or named source, with who said it, where it stands and what was checked"
    newest: _Where = {"years": years, "year": None, "months": (), "month": None, "whole": "quotes/", "whole_title": "Quotations"}
    yield _page("quotes/", "Quotations", about, listed[:NEWEST], newest)
    by_year = grouped(listed, lambda view: view.day.year)
    for year in years:
        entries, title = by_year[year.number], f"Quotations, {year.number}"
        months = months_of(year, [view.day for view in entries]) if year.count > MOST else ()
        of_year = {**newest, "year": year, "months": months}
        yield _page(year.path, title, f"{about}: {year.number}", entries[:NEWEST] if months else entries, of_year)
        by_month = grouped(entries, lambda view: view.day.month)
        for month in months:
            name, where = f"{month.name} {year.number}", {**of_year, "month": month, "whole": year.path, "whole_title": title}
            yield _page(month.path, f"Quotations, {name}", f"{about}: {name}", by_month[month.number], where)


def _page(path: str, title: str, description: str, shown: Sequence[QuotationView], where: _Where) -> View:
    changed = shown[0].day if shown else None
    return View("web/quotes.html", path, title, description, {**where, "quotations": tuple(shown)}, changed=changed)


def quotations_file(archive: Archive, listed: Sequence[QuotationView]) -> Artifact:
    """All of them as data, each on a line of its own: so they can be compared, and are written by the fast encoder."""
    place = Place("", archive.publication)
    about = {"version": _VERSION, "title": archive.publication.title, "home_page_url": place.canonical}
    entries = ",\n".join([_encode(_entry(view, place)) for view in listed])
    text = f'{_encode(about).removesuffix("}")},"quotations":[\n{entries}\n]}}\n'
    return Artifact(Tree.SITE, "quotes.json", text.encode(), "application/json")


def _entry(view: QuotationView, place: Place) -> Mapping[str, object]:
    quotation = view.quotation
    person = place.absolute(person_path(view.person)) if view.person else None
    return {
        "id": quotation.id,
        "url": f"{place.absolute(view.issue.path)}#{quotation.id}",
        "words": list(quotation.parts),
        "speaker": {"name": quotation.speaker, "url": person} if quotation.speaker else None,
        "sources": [_source(taken, place) for taken in view.taken],
        "issue": {"number": view.issue.number, "title": view.issue.title, "date": view.day.isoformat()},
        "checked": _SAID[quotation.verdict],
        "document": f"{place.absolute(view.document)}#{quotation.id}" if view.document else None,
        "corrected": bool(view.corrections),
    }


def _source(taken: Taken, place: Place) -> Mapping[str, str]:
    source = taken.source
    return {
        "credit": source.credit,
        "kind": source.kind,
        "where": taken.where,
        "url": place.absolute(source_path(source.key)),
    }
