"""What the head of a page says of it to search engines, and to programs that show a link to it (Open Graph, https://ogp.me)."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from briefing.editions.web.filling import escaped
from briefing.editions.web.places import Place
from briefing.editions.web.views import Site, View


@dataclass(frozen=True, slots=True)
class Head:
    """The lines of one page; templates say where they stand."""

    description: Markup
    """With the line's end, for there may be none."""
    canonical: Markup
    """Its address, and whether it may be listed."""
    graph: Markup
    """What is shown of the page beside a link to it."""


class Heads:
    """Sets the heads of all pages; what is the same on them is set once."""

    def __init__(self, site: Site) -> None:
        publication = site.publication
        self._title = escaped(publication.title)
        self._name = f'<meta property="og:site_name" content="{self._title}">\n'
        self._card = escaped(Place("", publication).absolute(site.card))
        self._locale = f'<meta property="og:locale" content="{escaped(publication.language.replace("-", "_"))}">\n'

    def of(self, page: View, place: Place) -> Head:
        """The head of a page."""
        title, words, address = escaped(page.title), escaped(page.description), escaped(place.canonical)
        description = f'<meta name="description" content="{words}">\n' if words else ""
        shown = f'<meta property="og:description" content="{words}">\n' if words else ""
        robots = "" if page.listed else '\n<meta name="robots" content="noindex">'
        kind = "website" if page.issue is None else "article"
        graph = (
            f'{self._name}<meta property="og:type" content="{kind}">\n<meta property="og:title" content="{title}">\n'
            f'{shown}<meta property="og:url" content="{address}">\n{self._locale}'
            f'<meta property="og:image" content="{escaped(place.absolute(page.card)) if page.card else self._card}">\n'
            '<meta property="og:image:width" content="1200">\n<meta property="og:image:height" content="630">\n'
            f'<meta property="og:image:alt" content="{title if page.card else self._title}">\n'
            '<meta name="twitter:card" content="summary_large_image">'
        )
        canonical = f'<link rel="canonical" href="{address}">{robots}'
        return Head(Markup(description), Markup(canonical), Markup(graph))  # noqa: S704 - every text in them is escaped
