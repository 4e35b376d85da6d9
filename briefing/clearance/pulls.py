"""Pull-quotes: words of the text shown once more, with where they come from."""

from __future__ import annotations

from briefing.clearance.credits import source_phrase
from briefing.clearance.levels import NotClearedError, may_be_pulled, records_of
from briefing.clearance.people import in_words, speakers
from briefing.desk import Draft, DraftPull, PublicRecord, Register
from briefing.model import PullQuote

_MARKS = '“”" '


def pull_quote(pull: DraftPull, draft: Draft, register: Register) -> PullQuote:
    """A pull with speaker, role, source and date from the register; our own words have none of these."""
    words = pull.words.strip(_MARKS)
    citation = None if pull.quotation is None else draft.citation_of(draft.quotations[pull.quotation])
    records = records_of(citation, register)
    if not all(may_be_pulled(record) for record in records):
        raise NotClearedError("a pull-quote has no agreement behind it; run the checks before clearance")
    people = speakers(citation, register) if citation else ()
    source = records[0] if len(records) == 1 else None
    return PullQuote(
        words,
        pull.quotation,
        speaker=in_words(person.name for person in people),
        role=people[0].role_on(draft.front_matter.dated.date()) if len(people) == 1 else "",
        source=source_phrase(source, register) if isinstance(source, PublicRecord) else "",
        date=source.issued.words if isinstance(source, PublicRecord) and source.issued else "",
    )
