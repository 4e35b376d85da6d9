"""Views through templates to files."""

from __future__ import annotations

from collections.abc import Iterable

from jinja2 import Environment

from briefing.editions.web.declared import Declared
from briefing.editions.web.entries import Entries
from briefing.editions.web.excerpts import Excerpts
from briefing.editions.web.filling import escaped
from briefing.editions.web.heads import Heads
from briefing.editions.web.places import Place
from briefing.editions.web.views import Site, View
from briefing.model import Artifact, Showing, Tree

HTML = "text/html"
_BASE, _FRAME, _PARTS = "web/base.html", "web/frame.html", "web/parts.html"


class Renderer:
    """Renders one page after the other, in any order; what pages share is made first, so that the pages can be shared out."""

    def __init__(self, environment: Environment, site: Site, pages: Iterable[View]) -> None:
        self._site = site
        self._templates = {name: environment.get_template(name) for name in {_BASE, *(view.template for view in pages)}}
        for template in self._templates.values():
            template.globals = dict(
                template.globals
            )  # each render copies them, and a chain of dictionaries takes many times as long
        places = {place.root: place for place in (Place(view.path, site.publication) for view in pages)}
        frame, excerpts = environment.get_template(_FRAME), Excerpts()
        self._frames = {
            root: frame.make_module({"site": site, "publication": site.publication, "place": place, "link": place.to})
            for root, place in places.items()
        }
        self._parts = environment.get_template(_PARTS).module
        self._heads = Heads(site)
        self._entries = {root: Entries(escaped(root), excerpts) for root in places}

    def page(self, view: View) -> tuple[Artifact, Showing | None]:
        """A page, and where an issue's words stand in it."""
        place, own = Place(view.path, self._site.publication), Declared()
        view = view.whole(place)
        html = self._templates[view.template].render(
            **view.values,
            site=self._site,
            publication=self._site.publication,
            frame=self._frames[place.root],
            parts=self._parts,
            head=self._heads.of(view, place),
            page=view,
            place=place,
            link=place.to,
            entries=self._entries[place.root],
            own=own,
        )
        artifact = Artifact(Tree.SITE, place.file, html.encode(), HTML)
        return artifact, None if view.issue is None else Showing(view.issue, Tree.SITE, place.file, HTML, own.lines)
