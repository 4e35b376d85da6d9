"""``/quotes/`` and ``quotes.json``: every quotation of an open or named source, with where it comes from."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from briefing.editions.web.places import Place, person_path, source_path
from briefing.editions.web.quoted import QuotationView, Taken
from briefing.editions.web.views import View
from briefing.editions.web.years import grouped, years_of
from briefing.model import Archive, Artifact, Checking, Tree

NEWEST = 24
_SAID: Mapping[Checking, str | None] = {Checking.EXACT: "exact", Checking.CUT: "cuts marked", Checking.UNSAID: None}
_VERSION = 1


def quotation_pages(archive: Archive, listed: Sequence[QuotationView]) -> Iterator[View]:
    """``/quotes/`` and ``/quotes/<year>/``."""
    years = years_of("quotes/", [view.day.year for view in listed])
    about = f"Every quotation in {archive.publication.title} of an open or named source, with who said it, where it stands and what was checked"
    by_year = grouped(listed, lambda view: view.day.year)
    for year in (None, *years):
        entries = by_year[year.number] if year else tuple(listed[:NEWEST])
        title = f"Quotations, {year.number}" if year else "Quotations"
        values = {"quotations": entries, "years": years, "year": year, "whole": "quotes/", "whole_title": "Quotations"}
        description = f"{about}: {year.number}" if year else about
        changed = entries[0].day if entries else None
        yield View("web/quotes.html", year.path if year else "quotes/", title, description, values, changed=changed)


def quotations_file(archive: Archive, listed: Sequence[QuotationView]) -> Artifact:
    """All of them as data."""
    place = Place("", archive.publication)
    value = {
        "version": _VERSION,
        "title": archive.publication.title,
        "home_page_url": place.canonical,
        "quotations": [_entry(view, place) for view in listed],
    }
    text = json.dumps(value, ensure_ascii=False, indent=1) + "\n"
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
