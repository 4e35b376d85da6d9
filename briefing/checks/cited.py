"""What copy cites, with the draft it stands in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.desk import CitedSource, DescribedRecord, Desk, Draft, DraftCitation, DraftQuotation, PublicRecord, Register


def cited_sources(desk: Desk) -> Iterator[tuple[Draft, CitedSource]]:
    """Every item of every citation on the desk."""
    for draft in desk.drafts:
        for citation in draft.citations:
            for item in citation.items:
                yield draft, item


def covered_quotations(drafts: Iterable[Draft]) -> Iterator[tuple[Draft, DraftQuotation, DraftCitation]]:
    """Every quotation that has a citation, with it."""
    for draft in drafts:
        for quotation in draft.quotations:
            citation = draft.citation_of(quotation)
            if citation is not None:
                yield draft, quotation, citation


def described_records(citation: DraftCitation | None, register: Register) -> tuple[DescribedRecord, ...]:
    """The described sources among those cited."""
    records = (register.sources.get(item.key) for item in citation.items) if citation else ()
    return tuple(record for record in records if isinstance(record, DescribedRecord))


def public_keys(register: Register) -> tuple[str, ...]:
    """The keys that a finding may mention."""
    return tuple(key for key, record in register.sources.items() if isinstance(record, PublicRecord))
