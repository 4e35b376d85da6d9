"""Issues that belong together: a page for each series, and for each author."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from hashlib import sha256

from briefing.editions.web.listings import issue_listing
from briefing.editions.web.views import View
from briefing.editions.web.years import grouped
from briefing.model import Archive


def series_path(name: str) -> str:
    """``series/remote-working/``; where a name has no letter an address can have, its digest stands in."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", plain))[:80].strip("-")
    return f"series/{slug or sha256(name.encode(errors='replace')).hexdigest()[:8]}/"


def series_pages(archive: Archive) -> Iterator[View]:
    """``/series/<slug>/``, for every series that a published issue belongs to; names that differ in no letter share a page."""
    in_series = (issue for issue in archive.newest_first if issue.series)
    for path, issues in sorted(grouped(in_series, lambda issue: series_path(issue.series)).items()):
        name = issues[-1].series
        description = f"All issues of {archive.publication.title} in the series {name}"
        yield from issue_listing(path, name, description, issues, archive)


def author_pages(archive: Archive) -> Iterator[View]:
    """``/authors/<id>/``, for everybody who may sign an issue."""
    for author in archive.publication.authors:
        issues = tuple(issue for issue in archive.newest_first if author in issue.authors)
        description = f"What {author.name} has written in {archive.publication.title}"
        path = f"authors/{author.id}/"
        yield from issue_listing(path, author.name, description, issues, archive, feed=f"{path}feed.xml")
