"""All pages of the site, as views in a fixed order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from briefing.editions.web.article import byline, set_article
from briefing.editions.web.listings import archive_pages, correction_pages, topic_pages
from briefing.editions.web.people import people_pages, person_views
from briefing.editions.web.places import NOT_FOUND, Place
from briefing.editions.web.quotations import quotation_pages
from briefing.editions.web.quoted import Quotations, QuotationView
from briefing.editions.web.search import search_page
from briefing.editions.web.series import author_pages, series_pages, series_path
from briefing.editions.web.sources import source_pages, source_views
from briefing.editions.web.structured import as_script, issue_data, site_data
from briefing.editions.web.views import Intro, Rest, View
from briefing.model import Archive, Checking, Heading, Issue
from briefing.model.words import unmarked

FRONT_ENTRIES = 8
CONTENTS = 6


def views(archive: Archive, quotations: Quotations, cards: Mapping[int, str], *, search: bool = False) -> tuple[View, ...]:
    """Every page; a page of the publication's own at the address of a generated one supplies its intro.

    ``cards`` are the paths of the social cards by the issue's number.
    """
    own = {page.path: page for page in archive.pages}
    listed = quotations.listed
    sources = source_views(archive, quotations.all)
    generated = tuple(
        view.introduced(own[view.path]) if view.path in own else view
        for view in chain(
            (_front(archive), _contact(archive), _subscribe(archive)),
            (search_page(archive),) if search else (),
            archive_pages(archive),
            topic_pages(archive),
            author_pages(archive),
            series_pages(archive),
            correction_pages(archive),
            (_method(archive, listed),),
            source_pages(archive, sources),
            people_pages(archive, person_views(archive, listed, sources)),
            quotation_pages(archive, listed),
        )
    )
    taken = {view.path for view in generated}
    ordinary = tuple(
        View("web/page.html", page.path, page.title, page.description, intro=Intro.of(page.content))
        for page in archive.pages
        if page.path not in taken
    )
    issues = tuple(_issue(archive, issue, quotations, cards[issue.number]) for issue in archive.issues)
    return (*generated, *ordinary, *issues, *redirects(archive), _not_found(archive))


def redirects(archive: Archive) -> Iterator[View]:
    """``/issues/latest/``, ``/issues/<number>/`` and every older address of an issue."""
    if archive.issues:
        yield _redirect("issues/latest/", archive.issues[-1])
    for issue in archive.issues:
        yield _redirect(f"issues/{issue.number}/", issue)
        yield from (_redirect(_as_page(alias), issue) for alias in issue.aliases if _as_page(alias) != issue.path)


def _as_page(alias: str) -> str:
    path = alias.lstrip("/")
    return path if path.endswith(("/", ".html")) else f"{path}/"


def _redirect(path: str, issue: Issue) -> View:
    return View("web/redirect.html", path, issue.title, issue.description, redirects_to=issue.path)


def _front(archive: Archive) -> View:
    publication = archive.publication
    newest = archive.issues[-1] if archive.issues else None
    values = {
        "newest": newest,
        "byline": byline(newest) if newest else "",
        "contents": _contents(newest) if newest else (),
        "earlier": archive.newest_first[1 : FRONT_ENTRIES + 1],
    }
    changed = newest.published.date() if newest else None
    data = as_script(site_data(archive, Place("", publication)))
    return View("web/front.html", "", publication.title, publication.description, values, changed=changed, data=data)


def _contents(issue: Issue) -> tuple[tuple[str, str], ...]:
    """The subheads a reader finds in an issue: id and words."""
    subheads = tuple(
        (block.id, unmarked(block.content))
        for block in issue.body
        if isinstance(block, Heading) and block.level == 2  # noqa: PLR2004 - an issue's subheads begin with ##
    )
    return subheads[:CONTENTS] if len(subheads) > 1 else ()


def _contact(archive: Archive) -> View:
    title = archive.publication.title
    return View("web/contact.html", "contact/", "Contact in confidence", f"How to reach {title} in confidence")


def _subscribe(archive: Archive) -> View:
    title = archive.publication.title
    values = {"calendar": "calendar.ics" if archive.publication.cadence.every and archive.issues else ""}
    description = f"How to get every issue of {title}, by email or by feed"
    return View("web/subscribe.html", "subscribe/", "Subscribe", description, values)


def _method(archive: Archive, listed: Sequence[QuotationView]) -> View:
    """How quotations are checked, and what that does not prove; only those that may be listed are counted."""
    title = archive.publication.title
    found = Counter(view.quotation.verdict for view in listed)
    values = {"quotations": len(listed), "exact": found[Checking.EXACT], "cut": found[Checking.CUT]}
    description = f"How {title} checks the words it quotes, what that proves, and what it does not"
    return View("web/method.html", "method/", "How we check", description, values)


def _issue(archive: Archive, issue: Issue, quotations: Quotations, card: str) -> View:
    def rest(place: Place) -> Rest:
        article = set_article(archive, issue, place)
        values = {
            "issue": issue,
            "article": article,
            "series": series_path(issue.series) if issue.series else "",
            "previously": archive.followed(issue),
            "followers": archive.followers(issue),
            "previous": archive.previous(issue),
            "next": archive.next(issue),
        }
        return Rest(values, as_script(issue_data(archive, article, quotations.listed_of(issue), place, card)))

    return View(
        "web/issue.html",
        issue.path,
        issue.title,
        issue.description,
        rest=rest,
        changed=issue.updated.date(),
        issue=issue.number,
        card=card,
    )


def _not_found(archive: Archive) -> View:
    return View("web/404.html", NOT_FOUND, "Page not found", f"There is no such page in {archive.publication.title}")
