"""What lists show again and again: a quotation, a source, an issue, each as its entry.

Templates say where a list stands and what is above it. Its entries are set here, for they are most of what records and lists hold, and
this takes a quarter of the time; every text in them goes through ``escaped``, and so does every address.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from briefing.editions.web.filling import escaped
from briefing.editions.web.places import Place, person_path, source_path
from briefing.editions.web.quoted import QuotationView
from briefing.editions.web.sources import SourceView
from briefing.model import Issue
from briefing.model.dates import day_in_words


@dataclass(frozen=True, slots=True)
class Entries:
    """Entries as they stand on one page."""

    place: Place

    def quotations(
        self, views: Iterable[QuotationView], *, with_speaker: bool = True, with_source: bool = True, lead_source: str = ""
    ) -> Markup:
        """Quotations away from their issues; on the page of a source (``lead_source``), where they stand in it."""
        return _html(
            f'<div class="taken">\n<blockquote>\n{_words(view)}</blockquote>\n'
            f"{self._from(view, with_speaker=with_speaker, with_source=with_source)}"
            f'<p class="meta">\n{self._issue_of(view)}{_where(view, lead_source)}{self._checked(view)}</p>\n'
            f"{_corrections(view)}</div>\n\n"
            for view in views
        )

    def sources(self, views: Iterable[SourceView]) -> Markup:
        """Sources with how often they were quoted and cited."""
        return _html(self._source(view) for view in views)

    def issues(self, issues: Iterable[Issue]) -> Markup:
        """Issues with their standfirst and topics."""
        return _html(
            f'<article class="entry">\n<p class="meta"><span>Issue {issue.number}</span> {_dated(issue)}</p>\n'
            f'<h3><a href="{self._link(issue.path)}">{escaped(issue.title)}</a></h3>\n'
            f'<p class="standfirst">{escaped(issue.description)}</p>\n{self._topics(issue)}</article>\n\n'
            for issue in issues
        )

    def citing(self, issues: Iterable[Issue]) -> Markup:
        """Issues that cite a source."""
        return _html(
            f'<div class="taken">\n<h3><a href="{self._link(issue.path)}">{escaped(issue.title)}</a></h3>\n'
            f'<p class="meta"><span>Issue {issue.number}</span> {_dated(issue)}</p>\n</div>\n'
            for issue in issues
        )

    def _link(self, path: str, fragment: str = "") -> str:
        return escaped(self.place.to(path, fragment))

    def _from(self, view: QuotationView, *, with_speaker: bool, with_source: bool) -> str:
        """Who said it, and in what."""
        speaker = view.quotation.speaker if with_speaker else ""
        if not speaker and not with_source:
            return ""
        said = escaped(speaker)
        if speaker and view.person:
            said = f'<a href="{self._link(person_path(view.person))}">{said}</a>'
        if not with_source:
            return f'<p class="from">\n{said}</p>\n'
        taken = "; ".join(
            f'<a href="{self._link(source_path(taken.source.key))}">{escaped(taken.beside(view.quotation.speaker))}</a>'
            f"{escaped(f', {taken.where}') if taken.where else ''}"
            for taken in view.taken
        )
        return f'<p class="from">\n{f"{said}. " if speaker else ""}{taken}</p>\n'

    def _issue_of(self, view: QuotationView) -> str:
        issue, link = view.issue, self._link(view.issue.path, view.quotation.id)
        return f'<a href="{link}">Issue {issue.number}, {day_in_words(view.day)}</a>\n'

    def _checked(self, view: QuotationView) -> str:
        if not view.document:
            return f"<span>{view.checked}</span>\n" if view.checked else ""
        words = f"{view.checked}: see the document" if view.checked else "See it in the document"
        return f'<a href="{self._link(view.document, view.quotation.id)}">{words}</a>\n'

    def _source(self, view: SourceView) -> str:
        source, quotations, issues = view.source, len(view.quotations), len(view.issues)
        credit = f'<p class="from">{escaped(source.credit)}</p>\n' if view.heading != source.credit else ""
        quoted = f"<span>{quotations} quotation{'s' if quotations != 1 else ''}</span>\n" if quotations else ""
        cited = f"issue {view.issues[0].number}" if issues == 1 else f"{issues} issues"
        document = f'<a href="{self._link(view.document)}">The document</a>\n' if view.document else ""
        return (
            f'<div class="taken">\n<h3><a href="{self._link(view.path)}">{escaped(view.heading)}</a></h3>\n{credit}'
            f'<p class="meta">\n<span>{escaped(source.kind[:1].upper() + source.kind[1:])}</span>\n{quoted}'
            f"<span>cited in {cited}</span>\n{document}</p>\n</div>\n\n"
        )

    def _topics(self, issue: Issue) -> str:
        links = "".join([f'<a href="{self._link(f"topics/{one.id}/")}">{escaped(one.name)}</a>\n' for one in issue.topics])
        return f'<p class="topics">\n{links}</p>\n\n' if links else ""


def _html(entries: Iterable[str]) -> Markup:
    return Markup("".join(entries))  # noqa: S704 - every text in them is escaped


def _words(view: QuotationView) -> str:
    return "".join([f"<p>{escaped(words)}</p>\n" for words in view.quotation.parts])


def _where(view: QuotationView, source: str) -> str:
    found = [taken.where for taken in view.taken if taken.source.key == source and taken.where] if source else []
    return "".join([f"<span>{escaped(where)}</span>\n" for where in found])


def _corrections(view: QuotationView) -> str:
    shown = [f"<strong>{escaped(entry.lead)}</strong> {escaped(entry.text)}" for entry in view.corrections]
    return "".join([f'<p class="small">{line}</p>\n' for line in shown])


def _dated(issue: Issue) -> str:
    day: date = issue.published.date()
    return f'<time datetime="{day.isoformat()}">{day_in_words(day)}</time>'
