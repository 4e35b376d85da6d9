"""What lists show again and again: a quotation, a source, an issue, each as its entry.

Templates say where a list stands and what is above it. Its entries are set here, for they are most of what records and lists hold, and
this takes a tenth of the time; every text in them goes through ``escaped``, and addresses of the publication through ``below``.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from briefing.editions.web.excerpts import WAY, Excerpt, Excerpts, linked
from briefing.editions.web.filling import escaped
from briefing.editions.web.quoted import QuotationView
from briefing.editions.web.sources import SourceView
from briefing.editions.web.views import NavLink
from briefing.model import Issue


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries as they stand on all pages that lie equally deep."""

    way: str
    """From there to the front page, as it may stand in HTML."""
    excerpts: Excerpts

    def quotations(
        self, views: Iterable[QuotationView], *, with_speaker: bool = True, with_source: bool = True, lead_source: str = ""
    ) -> Markup:
        """Quotations away from their issues; on the page of a source (``lead_source``), where they stand in it."""
        shown = [(view, self.excerpts.quotation(view)) for view in views]
        return self._html(
            f"{one.words}{_from(one, with_speaker=with_speaker, with_source=with_source)}"
            f'<p class="meta">\n{one.issue}\n{_where(view, lead_source) if lead_source else ""}{one.checked}</p>\n{one.corrections}</div>\n\n'
            for view, one in shown
        )

    def sources(self, views: Iterable[SourceView]) -> Markup:
        """Sources with how often they were quoted and cited."""
        return self._html(map(_source, views))

    def issues(self, issues: Iterable[Issue]) -> Markup:
        """Issues with their standfirst and topics."""
        return self._html(map(self.excerpts.listed, issues))

    def citing(self, issues: Iterable[Issue]) -> Markup:
        """Issues that cite a source."""
        return self._html(map(self.excerpts.citing, issues))

    def names(self, people: Iterable[NavLink]) -> Markup:
        """People as links to their pages, in a line."""
        return self._html(", ".join([linked(one.path, escaped(one.title)) for one in people]))

    def _html(self, entries: Iterable[str]) -> Markup:
        return Markup("".join(entries).replace(WAY, self.way))  # noqa: S704 - every text in them is escaped


def _from(one: Excerpt, *, with_speaker: bool, with_source: bool) -> str:
    """Who said it, and in what."""
    speaker = one.speaker if with_speaker else ""
    if with_source:
        return f'<p class="from">\n{speaker}. {one.taken}</p>\n' if speaker else f'<p class="from">\n{one.taken}</p>\n'
    return f'<p class="from">\n{speaker}</p>\n' if speaker else ""


def _where(view: QuotationView, source: str) -> str:
    found = [taken.where for taken in view.taken if taken.source.key == source and taken.where]
    return "".join([f"<span>{escaped(where)}</span>\n" for where in found])


def _source(view: SourceView) -> str:
    source, quotations, issues = view.source, len(view.quotations), len(view.issues)
    credit = f'<p class="from">{escaped(source.credit)}</p>\n' if view.heading != source.credit else ""
    quoted = f"<span>{quotations} quotation{'s' if quotations != 1 else ''}</span>\n" if quotations else ""
    cited = f"issue {view.issues[0].number}" if issues == 1 else f"{issues} issues"
    document = f"{linked(view.document, 'The document')}\n" if view.document else ""
    return (
        f'<div class="taken">\n<h3>{linked(view.path, escaped(view.heading))}</h3>\n{credit}'
        f'<p class="meta">\n<span>{escaped(source.kind[:1].upper() + source.kind[1:])}</span>\n{quoted}'
        f"<span>cited in {cited}</span>\n{document}</p>\n</div>\n\n"
    )
