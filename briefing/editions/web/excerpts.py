"""What list after list shows of a quotation and of an issue, set once for all of them.

A quotation stands on the page of its source, on its speaker's and among those of its year; an issue is listed by year, topic and
author, and by each source that it cites. All that differs is which parts are shown, and the way to the front page that every link
begins with: ``WAY`` stands in its place, which no text and no address can hold, for both are escaped.
"""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from briefing.editions.web.article import CorrectionView
from briefing.editions.web.filling import escaped
from briefing.editions.web.places import below, person_path, source_path
from briefing.editions.web.quoted import QuotationView, Taken
from briefing.model import Issue
from briefing.model.dates import day_in_words

WAY = "<way>"
"""To be replaced by the way from a page to the front page."""


class Excerpt(NamedTuple):
    """A quotation away from its issue, in parts, as they follow each other; a tuple, for it is made in a fifth of the time."""

    words: str
    speaker: str
    """"" where nobody is named."""
    taken: str
    """What it is taken from, and where in it."""
    issue: str
    checked: str
    corrections: str


class Excerpts:
    """Sets what it is asked for once, and has it at hand for the next page."""

    def __init__(self) -> None:
        self._quotations: dict[tuple[int, str], Excerpt] = {}
        self._listed: dict[int, str] = {}
        self._citing: dict[int, str] = {}

    def quotation(self, view: QuotationView) -> Excerpt:
        """A quotation with its speaker, its sources and its issue."""
        key = (view.issue.number, view.quotation.id)
        if key not in self._quotations:
            self._quotations[key] = _quotation(view)
        return self._quotations[key]

    def listed(self, issue: Issue) -> str:
        """An issue with its standfirst and topics."""
        if issue.number not in self._listed:
            self._listed[issue.number] = _listed(issue)
        return self._listed[issue.number]

    def citing(self, issue: Issue) -> str:
        """An issue that cites a source."""
        if issue.number not in self._citing:
            self._citing[issue.number] = _citing(issue)
        return self._citing[issue.number]


def linked(path: str, words: str, fragment: str = "") -> str:
    """Words that lead to a path of the publication."""
    return f'<a href="{WAY}{below(path, fragment)}">{words}</a>'


def _quotation(view: QuotationView) -> Excerpt:
    quotation, issue = view.quotation, view.issue
    speaker = escaped(quotation.speaker)
    words = "".join([f"<p>{escaped(part)}</p>\n" for part in quotation.parts])
    return Excerpt(
        words=f'<div class="taken">\n<blockquote>\n{words}</blockquote>\n',
        speaker=linked(person_path(view.person), speaker) if speaker and view.person else speaker,
        taken="; ".join([_taken(taken, quotation.speaker) for taken in view.taken]),
        issue=linked(issue.path, f"Issue {issue.number}, {day_in_words(view.day)}", quotation.id),
        checked=_checked(view.checked, view.document, quotation.id),
        corrections="".join([_correction(entry) for entry in view.corrections]) if view.corrections else "",
    )


def _taken(taken: Taken, speaker: str) -> str:
    where = escaped(f", {taken.where}") if taken.where else ""
    return f"{linked(source_path(taken.source.key), escaped(taken.beside(speaker)))}{where}"


def _correction(entry: CorrectionView) -> str:
    return f'<p class="small"><strong>{escaped(entry.lead)}</strong> {escaped(entry.text)}</p>\n'


def _checked(words: str, document: str, quotation: str) -> str:
    if not document:
        return f"<span>{words}</span>\n" if words else ""
    return f"{linked(document, f'{words}: see the document' if words else 'See it in the document', quotation)}\n"


def _listed(issue: Issue) -> str:
    topics = "".join([f"{linked(f'topics/{one.id}/', escaped(one.name))}\n" for one in issue.topics])
    line = f'<p class="topics">\n{topics}</p>\n\n' if topics else ""
    return (
        f'<article class="entry">\n{_meta(issue)}'
        f"<h3>{linked(issue.path, escaped(issue.title))}</h3>\n"
        f'<p class="standfirst">{escaped(issue.description)}</p>\n'
        f"{line}</article>\n\n"
    )


def _citing(issue: Issue) -> str:
    return f'<div class="taken">\n<h3>{linked(issue.path, escaped(issue.title))}</h3>\n{_meta(issue)}</div>\n'


def _meta(issue: Issue) -> str:
    day: date = issue.published.date()
    time = f'<time datetime="{day.isoformat()}">{day_in_words(day)}</time>'
    return f'<p class="meta"><span>Issue {issue.number}</span> {time}</p>\n'
