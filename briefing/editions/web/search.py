"""``/search/``: the page that readers search on, and what they can narrow a search by; the words are indexed from the finished pages."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from briefing.editions.web.quoted import Quotations
from briefing.editions.web.views import View
from briefing.model import Archive, Artifact, Issue, Tree
from briefing.model.dates import day_in_words

PATH = "search/"
FACETS = "search.json"


def search_page(archive: Archive) -> View:
    """The form; without scripts, the ways to browse."""
    title = archive.publication.title
    years = sorted({issue.published.year for issue in archive.issues}, reverse=True)
    values = {"years": tuple(years), "topics": archive.publication.topics}
    return View("web/search.html", PATH, "Search", f"Find words, people, sources and topics in {title}", values, listed=False)


def facets_file(archive: Archive, quotations: Quotations) -> Artifact:
    """Each issue's topics, and the speakers and sources that lists may name: nothing of a described source, no word of the copy."""
    issues = [_facets(archive, issue, quotations) for issue in archive.newest_first]
    text = json.dumps({"issues": issues}, ensure_ascii=False, separators=(",", ":"))
    return Artifact(Tree.SITE, FACETS, text.encode(), "application/json")


def _facets(archive: Archive, issue: Issue, quotations: Quotations) -> Mapping[str, object]:
    cited = [archive.source_by_key[key] for note in issue.notes if (key := note.source or "") in archive.source_by_key]
    return {
        "path": issue.path,
        "title": issue.title,
        "number": issue.number,
        "year": str(issue.published.year),
        "day": day_in_words(issue.published.date()),
        "topic": [topic.name for topic in issue.topics],
        "speaker": _once(view.quotation.speaker for view in quotations.listed_of(issue)),
        "source": _once(source.title or source.credit for source in cited if source.listed),
    }


def _once(names: Iterable[str]) -> list[str]:
    return sorted({name for name in names if name})
