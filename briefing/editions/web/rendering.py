"""Views through templates to files."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

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
        self._publication = site.publication
        self._templates = {name: environment.get_template(name) for name in {_BASE, *(view.template for view in pages)}}
        for template in self._templates.values():
            # each rendering copies them, and to copy a chain of dictionaries takes many times as long
            template.globals = dict(template.globals)
        places = {place.root: place for place in (Place(view.path, site.publication) for view in pages)}
        shared = {"site": site, "publication": site.publication, "parts": environment.get_template(_PARTS).module}
        frame, excerpts = environment.get_template(_FRAME), Excerpts()
        self._given: Mapping[str, Mapping[str, object]] = {
            root: {
                **shared,
                "frame": frame.make_module({**shared, "place": place, "link": place.to}),
                "entries": Entries(escaped(root), excerpts),
            }
            for root, place in places.items()
        }
        self._heads = Heads(site)

    def page(self, view: View) -> tuple[Artifact, Showing | None]:
        """A page, and where an issue's words stand in it."""
        place, own = Place(view.path, self._publication), Declared()
        view = view.whole(place)
        html = self._templates[view.template].render(
            {
                **view.values,
                **self._given[place.root],
                "head": self._heads.of(view, place),
                "page": view,
                "place": place,
                "link": place.to,
                "own": own,
            }
        )
        artifact = Artifact(Tree.SITE, place.file, html.encode(), HTML)
        return artifact, None if view.issue is None else Showing(view.issue, Tree.SITE, place.file, HTML, own.lines)
