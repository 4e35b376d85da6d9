"""What templates are given: one view a page, and what all pages share."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from markupsafe import Markup

from briefing.editions.web.places import NOT_FOUND, Place
from briefing.model import Html, Page, Publication

_ALIGNED_CELL = re.compile(r'(<t[hd]) style="text-align: (left|center|right);">')


@dataclass(frozen=True, slots=True)
class NavLink:
    """A link that stands on every page."""

    title: str
    path: str


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed of the whole publication, as the head of each page names it."""

    title: str
    path: str
    media_type: str


@dataclass(frozen=True, slots=True)
class Site:
    """What all pages share; nothing in it may grow with the number of issues."""

    publication: Publication
    pages: tuple[NavLink, ...]
    """The publication's own pages in the navigation."""
    style: str
    """Path of the style sheet."""
    page_style: str
    """Path of what only ordinary pages need besides."""
    issue_script: str
    """Path of the script of issues."""
    search_script: str
    """Path of the script of the search page; "" where there is no search."""
    accent: str
    """The colour of the publication's mark."""
    paper: Mapping[str, str]
    """The page's colour, ``light`` and ``dark``."""
    card: str
    """Path of the social card of pages that have none of their own."""
    feeds: tuple[Feed, ...] = (
        Feed("RSS", "feed.xml", "application/rss+xml"),
        Feed("Atom", "atom.xml", "application/atom+xml"),
        Feed("JSON Feed", "feed.json", "application/feed+json"),
    )


@dataclass(frozen=True, slots=True)
class Intro:
    """A page of the publication's own, or what it says above a page that we generate."""

    html: Markup
    has_heading: bool
    """It brings its own first-level heading."""

    @classmethod
    def of(cls, content: Html) -> Intro:
        """The content as it may stand in a template; the page's policy allows no style attributes, which Markdown's tables have."""
        html = _ALIGNED_CELL.sub(r'\1 class="\2">', content.value)
        return cls(Markup(html), "<h1" in html)  # noqa: S704 - Html is the type of what is HTML already


@dataclass(frozen=True, slots=True)
class Rest:
    """What takes time to make for a page."""

    values: Mapping[str, object]
    data: Markup | None = None
    """What it says of itself to programs: JSON-LD, safe inside a script element."""


@dataclass(frozen=True, slots=True)
class View:
    """One page: the template that shows it and the values it takes."""

    template: str
    path: str
    title: str
    description: str
    values: Mapping[str, object] = field(default_factory=dict)
    intro: Intro | None = None
    changed: date | None = None
    """For the sitemap."""
    issue: int | None = None
    """Number of the issue whose words it carries."""
    redirects_to: str | None = None
    listed: bool = True
    """Whether search engines may list it."""
    card: str = ""
    """Path of its social card; "" for the one of the whole site."""
    data: Markup | None = None
    rest: Callable[[Place], Rest] | None = None
    """Makes what takes time, when the page is rendered: by whichever processor is free, and only while it is needed."""

    def whole(self, place: Place) -> View:
        """The view with everything that its template takes."""
        if self.rest is None:
            return self
        rest = self.rest(place)
        return replace(self, values=rest.values, data=rest.data, rest=None)

    @property
    def indexed(self) -> bool:
        """Whether search engines should list it."""
        return self.listed and self.redirects_to is None and self.path != NOT_FOUND

    def introduced(self, page: Page) -> View:
        """The view with the publication's own title, description and intro."""
        return replace(
            self,
            title=page.title or self.title,
            description=page.description or self.description,
            intro=Intro.of(page.content),
        )
