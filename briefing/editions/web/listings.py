"""Pages that list issues or corrections: a fixed number of the newest, and a page a year, so that no page grows without end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from briefing.editions.web.article import CorrectionView, correction_view
from briefing.editions.web.views import View
from briefing.editions.web.years import grouped, years_of
from briefing.model import Archive, Issue

NEWEST = 12


@dataclass(frozen=True, slots=True)
class Dated:
    """A correction beside its issue."""

    on: date
    issue: Issue
    correction: CorrectionView


def archive_pages(archive: Archive) -> Iterator[View]:
    """``/archive/`` and ``/archive/<year>/``."""
    title = archive.publication.title
    return issue_listing("archive/", "Archive", f"All issues of {title}, by year and topic", archive.newest_first, archive)


def topic_pages(archive: Archive) -> Iterator[View]:
    """``/topics/<id>/`` and ``/topics/<id>/<year>/``."""
    by_topic = grouped(
        ((topic, issue) for issue in archive.newest_first for topic in dict.fromkeys(issue.topics)), lambda entry: entry[0]
    )
    for topic in archive.publication.topics:
        issues = tuple(issue for _, issue in by_topic.get(topic, ()))
        description = f"What {archive.publication.title} has published on {topic.name}"
        path = f"topics/{topic.id}/"
        yield from issue_listing(path, topic.name, description, issues, archive, feed=f"{path}feed.xml")


def correction_pages(archive: Archive) -> Iterator[View]:
    """``/corrections/`` and ``/corrections/<year>/``: every correction ever made, newest first."""
    dated = sorted(
        (
            Dated(correction.on, issue, correction_view(issue, correction))
            for issue in archive.newest_first
            for correction in issue.corrections
        ),
        key=lambda entry: entry.on,
        reverse=True,
    )
    description = f"What {archive.publication.title} has corrected, clarified, updated or apologised for"
    years = years_of("corrections/", [entry.on.year for entry in dated])
    newest = {"corrections": tuple(dated[:NEWEST]), "years": years, "year": None}
    changed = dated[0].on if dated else None
    yield View("web/corrections.html", "corrections/", "Corrections", description, newest, changed=changed)
    by_year = grouped(dated, lambda entry: entry.on.year)
    for year in years:
        entries = by_year[year.number]
        title = f"Corrections, {year.number}"
        values = {"corrections": entries, "years": years, "year": year}
        yield View("web/corrections.html", year.path, title, f"{description}, in {year.number}", values, changed=entries[0].on)


def issue_listing(
    path: str, title: str, description: str, issues: Sequence[Issue], archive: Archive, *, feed: str = ""
) -> Iterator[View]:
    """Issues under one heading, the newest and a page a year; ``feed`` is the path of their feed."""
    years = years_of(path, [issue.published.year for issue in issues])
    topics = tuple(topic for topic in archive.publication.topics if f"topics/{topic.id}/" != path)
    shared = {"years": years, "topics": topics, "whole": path, "whole_title": title, "feed": feed}
    newest = {**shared, "issues": tuple(issues[:NEWEST]), "year": None}
    changed = issues[0].published.date() if issues else None
    yield View("web/listing.html", path, title, description, newest, changed=changed)
    by_year = grouped(issues, lambda issue: issue.published.year)
    for year in years:
        entries = by_year[year.number]
        values = {**shared, "issues": entries, "year": year}
        year_title = f"{title}, {year.number}"
        year_description = f"{description}: issues of {year.number}"
        changed = entries[0].published.date()
        yield View("web/listing.html", year.path, year_title, year_description, values, changed=changed)
