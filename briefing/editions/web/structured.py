"""What a page says of itself to programs: schema.org values as JSON-LD, made only of what the page prints."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence

from markupsafe import Markup

from briefing.editions.web.article import Article, correction_view
from briefing.editions.web.places import Place, outside, source_path
from briefing.editions.web.quoted import QuotationView, Taken
from briefing.model import Archive, Correction, Issue, Publication, PublicSource

Thing = Mapping[str, object]

_SCHEMA = "https://schema.org"
_ESCAPES = tuple((character, f"\\u{ord(character):04x}") for character in "<>&\u2028\u2029")

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def as_script(thing: Thing) -> Markup:
    """The value as it may stand inside a script element: nothing in it can end the element, or begin a comment there."""
    text = _encode({"@context": _SCHEMA, **thing})
    for character, escaped in _ESCAPES:
        if character in text:  # to ask takes a tenth of what it takes to replace none
            text = text.replace(character, escaped)
    return Markup(text)  # noqa: S704 - JSON has <, > and & only inside strings, where the escapes mean the same


def site_data(archive: Archive, place: Place) -> Thing:
    """The front page: the publication and who publishes it."""
    publication = archive.publication
    return _said(
        {
            "@type": "WebSite",
            "@id": f"{place.absolute('')}#site",
            "name": publication.title,
            "url": place.absolute(""),
            "description": publication.description,
            "inLanguage": publication.language,
            "publisher": _publisher(publication, place),
        }
    )


def issue_data(archive: Archive, article: Article, quotations: Sequence[QuotationView], place: Place, card: str) -> Thing:
    """An issue's page: the article, what it cites, whom it quotes, and what was corrected in it."""
    publication, issue = archive.publication, article.issue
    return _said(
        {
            "@type": "AnalysisNewsArticle",
            "@id": f"{place.canonical}#article",
            "identifier": issue.id,
            "mainEntityOfPage": place.canonical,
            "url": place.canonical,
            "headline": issue.title,
            "description": issue.description,
            "inLanguage": issue.language,
            "datePublished": issue.published.isoformat(),
            "dateModified": issue.updated.isoformat(),
            "author": [_said({"@type": "Person", "name": author.name}) for author in issue.authors],
            "publisher": _publisher(publication, place),
            "image": place.absolute(card),
            "isPartOf": _number(publication, issue, place),
            "articleSection": [topic.name for topic in issue.topics],
            "wordCount": article.count,
            "timeRequired": f"PT{article.minutes}M",
            "isAccessibleForFree": True,
            "citation": [_source(source, place) for source in _cited(archive, issue) if source.listed],
            "hasPart": [_quotation(archive, view, place) for view in quotations],
            "correction": [_correction(issue, correction) for correction in issue.corrections],
        }
    )


def _said(thing: Thing) -> Thing:
    """The value without what is not said: empty texts and lists."""
    return {name: value for name, value in thing.items() if value}


def _publisher(publication: Publication, place: Place) -> Thing:
    return _said(
        {
            "@type": "NewsMediaOrganization",
            "@id": f"{place.absolute('')}#publisher",
            "name": publication.imprint.publisher or publication.title,
            "url": place.absolute(""),
            "address": publication.imprint.address,
            "correctionsPolicy": place.absolute("corrections/"),
        }
    )


def _number(publication: Publication, issue: Issue, place: Place) -> Thing:
    periodical = _said({"@type": "Periodical", "name": publication.title, "url": place.absolute("")})
    return {"@type": "PublicationIssue", "issueNumber": issue.number, "isPartOf": periodical}


def _cited(archive: Archive, issue: Issue) -> Iterator[PublicSource]:
    return (archive.source_by_key[key] for note in issue.notes if (key := note.source or "") in archive.source_by_key)


def _source(source: PublicSource, place: Place) -> Thing:
    page = place.absolute(source_path(source.key))
    return _said(
        {
            "@type": "CreativeWork",
            "@id": page,
            "name": source.title or source.credit,
            "creditText": source.credit,
            "url": outside(source.url) or page,
            "archivedAt": outside(source.archive_url),
        }
    )


def _passage(taken: Taken, place: Place) -> Thing:
    """A source that is told in full among the article's citations, and where in it to look."""
    page, name = place.absolute(source_path(taken.source.key)), taken.source.title or taken.source.credit
    return _said({"@type": "CreativeWork", "@id": page, "name": name, "position": taken.where})


def _quotation(archive: Archive, view: QuotationView, place: Place) -> Thing:
    address = f"{place.canonical}#{view.quotation.id}"
    return _said(
        {
            "@type": "Quotation",
            "@id": address,
            "url": address,
            "text": "\n".join(view.quotation.parts),
            "spokenByCharacter": _speaker(archive, view),
            "citation": [_passage(taken, place) for taken in view.taken],
        }
    )


def _speaker(archive: Archive, view: QuotationView) -> object:
    """Somebody with an office is a person; of others the register does not know whether they are one, or a body."""
    person = archive.person_by_id.get(view.person)
    return {"@type": "Person", "name": view.quotation.speaker} if person and person.roles else view.quotation.speaker


def _correction(issue: Issue, correction: Correction) -> Thing:
    text = correction_view(issue, correction).text
    return _said({"@type": "CorrectionComment", "text": text, "datePublished": correction.on.isoformat()})
