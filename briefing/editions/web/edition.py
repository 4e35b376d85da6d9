"""The web edition: views through templates to files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from jinja2 import Environment

from briefing.editions.web.cards import Card, Cards, issue_card, site_card
from briefing.editions.web.pages import views
from briefing.editions.web.places import Place
from briefing.editions.web.quotations import quotations_file
from briefing.editions.web.quoted import Quotations
from briefing.editions.web.rendering import Renderer
from briefing.editions.web.search import facets_file
from briefing.editions.web.stylesheets import ISSUE_SCRIPT, PAGE_STYLE, SEARCH_SCRIPT, STYLE, style_artifacts
from briefing.editions.web.templates import environment_of
from briefing.editions.web.views import NavLink, Site, View
from briefing.model import Archive, Artifact, Rendition, Showing, Theme, Tree

_MEDIA_TYPES = {
    "css": "text/css",
    "gif": "image/gif",
    "ico": "image/x-icon",
    "jpg": "image/jpeg",
    "js": "text/javascript",
    "json": "application/json",
    "png": "image/png",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "webp": "image/webp",
    "woff2": "font/woff2",
}
_ALWAYS_LINKED = frozenset(
    {"", "archive/", "contact/", "corrections/", "people/", "quotes/", "search/", "sources/", "subscribe/"}
)


_Made: TypeAlias = tuple[Artifact, Showing | None]
"""A file, and where an issue's words stand in it."""
_Job: TypeAlias = Callable[[], _Made]
"""What takes time, for whichever processor is free."""


class WebEdition:
    """The website of the publication, without the feeds."""

    name = "web"

    def __init__(self) -> None:
        self._prepared = _Prepared({}, environment_of({}))

    def render(self, archive: Archive, theme: Theme) -> Rendition:
        """Every page, style sheet and static file; where issues' words stand; what else stands beside them."""
        styles = style_artifacts(theme)
        cards = Cards(theme)
        site = _site(archive, theme, styles, cards)
        environment = self._environment_of(theme)
        quotations = Quotations(archive)
        drawn = {issue.number: issue_card(archive.publication, issue) for issue in archive.issues}
        paths = {issue.number: cards.path(issue.path, drawn[issue.number]) for issue in archive.issues}
        pages = views(archive, quotations, paths, search=theme.search)
        renderer = Renderer(environment, site, pages)
        jobs: tuple[_Job, ...] = (
            lambda: (quotations_file(archive, quotations.listed), None),  # the longest first
            *((lambda: (facets_file(archive, quotations), None),) if theme.search else ()),
            *(partial(renderer.page, page) for page in pages),
            *(partial(_card, cards, paths[number], card) for number, card in drawn.items()),
        )
        made = theme.share(_done, jobs)
        artifacts = (
            *(artifact for artifact, _ in made),
            *_index_files(environment, site, pages),
            *(file for name, file in styles.items() if theme.search or name != SEARCH_SCRIPT),
            cards.artifact(site.card, site_card(archive.publication)),
            *_static_files(theme, styles),
        )
        return Rendition(artifacts, tuple(showing for _, showing in made if showing))

    def _environment_of(self, theme: Theme) -> Environment:
        """The environment of the last time, if it was for the same templates: compiling them takes longer than an issue."""
        prepared = self._prepared
        if prepared.templates != theme.templates:
            prepared = self._prepared = _Prepared(theme.templates, environment_of(theme.templates))
        return prepared.environment


@dataclass(frozen=True, slots=True)
class _Prepared:
    """Templates, and the environment that keeps them compiled."""

    templates: Mapping[str, str]
    environment: Environment


def _done(job: _Job) -> _Made:
    return job()


def _card(cards: Cards, path: str, card: Card) -> _Made:
    return cards.artifact(path, card), None


def _site(archive: Archive, theme: Theme, styles: Mapping[str, Artifact], cards: Cards) -> Site:
    colours = theme.tokens["colour"]
    return Site(
        publication=archive.publication,
        pages=tuple(NavLink(page.title, page.path) for page in archive.pages if page.in_nav and page.path not in _ALWAYS_LINKED),
        style=styles[STYLE].path,
        page_style=styles[PAGE_STYLE].path,
        issue_script=styles[ISSUE_SCRIPT].path,
        search_script=styles[SEARCH_SCRIPT].path if theme.search else "",
        accent=colours["light"]["accent"],
        paper={scheme: colours[scheme]["paper"] for scheme in ("light", "dark")},
        card=cards.path("assets/", site_card(archive.publication)),
    )


def _index_files(environment: Environment, site: Site, pages: tuple[View, ...]) -> tuple[Artifact, ...]:
    place = Place("", site.publication)
    listed = tuple((place.absolute(view.path), view.changed) for view in pages if view.indexed)
    sitemap = environment.get_template("web/sitemap.xml").render(listed=listed)
    initial = site.publication.title.removeprefix("The ")[:1]
    icon = environment.get_template("web/icon.svg.jinja").render(site=site, initial=initial)
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {place.absolute('sitemap.xml')}\n"
    return (
        Artifact(Tree.SITE, "sitemap.xml", sitemap.encode(), "application/xml"),
        Artifact(Tree.SITE, "robots.txt", robots.encode(), "text/plain"),
        Artifact(Tree.SITE, "assets/icon.svg", icon.encode(), "image/svg+xml"),
    )


def _static_files(theme: Theme, styles: Mapping[str, Artifact]) -> tuple[Artifact, ...]:
    return tuple(
        Artifact(Tree.SITE, path, content, _MEDIA_TYPES.get(path.rpartition(".")[2].lower(), "application/octet-stream"))
        for path, content in sorted(theme.assets.items())
        if path not in styles
    )
