"""The open and named sources that published issues cite, as readers may look them up; of a described one, nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from briefing.clearance.passages import passage
from briefing.clearance.people import people_of
from briefing.desk import Desk, Draft, PublicRecord
from briefing.desk.kinds import KINDS
from briefing.model import Document, Issue, Passage, PublicSource

Citing = Mapping[str, Sequence[Draft]]
"""The published drafts that cite a source, oldest first, by its key."""


def citing(drafts: Sequence[Draft], desk: Desk) -> Citing:
    """Only open and named sources, in the order of their keys."""
    found: dict[str, list[Draft]] = {}
    for draft in drafts:
        keys = {item.key for citation in draft.citations for item in citation.items}
        for key in keys:
            if isinstance(desk.register.sources.get(key), PublicRecord):
                found.setdefault(key, []).append(draft)
    return dict(sorted(found.items()))


def first_credits(issues: Iterable[Issue]) -> Mapping[str, str]:
    """How the first of these issues credits each source that it names, by its key."""
    found: dict[str, str] = {}
    for issue in issues:
        for note in issue.notes:
            if note.source is not None:
                found.setdefault(note.source, note.text)
    return found


def public_source(key: str, drafts: Sequence[Draft], credit: str, desk: Desk) -> PublicSource:
    """A source as these drafts cite it, of which the first gives it this ``credit``."""
    record, register = _record(key, desk), desk.register
    speaking = people_of((*record.authors, *record.speakers), register)
    named = (*speaking, *(person for person in people_of((record.to,), register) if record.to))
    return PublicSource(
        key=key,
        kind=KINDS[record.kind].word if record.kind in KINDS else record.kind,
        credit=credit,
        title=record.title,
        url=record.url,
        archive_url=record.archive_url,
        accessed=record.accessed.words if record.accessed else "",
        licence=record.licence,
        people=tuple(dict.fromkeys(person.id for person in speaking if person.index)),
        listed=all(person.index for person in named),
        document=_document(record, drafts, desk),
    )


def _record(key: str, desk: Desk) -> PublicRecord:
    record = desk.register.sources[key]
    if not isinstance(record, PublicRecord):
        raise TypeError("only an open or named source has a page")
    return record


def _document(record: PublicRecord, drafts: Sequence[Draft], desk: Desk) -> Document | None:
    text = desk.published_text(record)
    return None if text is None else Document(text, tuple(_passages(record.key, text, drafts, desk)))


def _passages(key: str, text: str, drafts: Sequence[Draft], desk: Desk) -> Iterator[Passage]:
    """Quotations whose words may be this source's alone or jointly; never where a described source is cited beside it."""
    for draft in drafts:
        for quotation in draft.quotations:
            citation = draft.citation_of(quotation)
            items = citation.items if citation else ()
            where = next((item.where for item in items if item.key == key), None)
            if where is None or not all(isinstance(desk.register.sources.get(item.key), PublicRecord) for item in items):
                continue
            if spans := passage([part.words for part in quotation.parts], text, where):
                yield Passage(draft.front_matter.issue, quotation.id, spans)
