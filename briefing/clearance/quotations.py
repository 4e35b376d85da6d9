"""Quotations with what may be said of whose words they are."""

from __future__ import annotations

from briefing.clearance.attributions import attribution
from briefing.clearance.checking import checking
from briefing.clearance.levels import NotClearedError, may_be_quoted, records_of
from briefing.clearance.people import speakers
from briefing.desk import Checked, Draft, DraftQuotation, Register, Unchecked
from briefing.model import Quotation


def quotation(quoted: DraftQuotation, draft: Draft, register: Register, checked: Checked | Unchecked) -> Quotation:
    """A quotation as it may be printed; one from a source that did not agree to it does not pass."""
    citation = draft.citation_of(quoted)
    if not all(may_be_quoted(record) for record in records_of(citation, register)):
        raise NotClearedError("a quotation has no agreement behind it; run the checks before clearance")
    people = speakers(citation, register) if citation else ()
    single = people[0] if len(people) == 1 else None
    line = quoted.attribution
    return Quotation(
        id=quoted.id,
        parts=tuple(part.words for part in quoted.parts),
        displayed=quoted.displayed,
        citation=quoted.citation,
        speaker=single.name if single else "",
        speaker_id=single.id if single and single.index else "",
        attribution=attribution(line.words, citation, register, draft.front_matter.dated.date()) if line else "",
        verdict=checking(quoted, checked, register),
    )
