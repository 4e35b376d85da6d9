"""What a level lets pass beyond the record's own type: a described record has no field that could hold more than its words."""

from __future__ import annotations

from typing import assert_never

from briefing.desk import DescribedRecord, DraftCitation, Level, PublicRecord, Register, SourceRecord


class NotClearedError(Exception):
    """Copy that the checks refuse was brought to the door; the message names no source, for it may reach a log."""


def record_of(key: str, register: Register) -> SourceRecord:
    """The record behind a cited key; a sealed source has none, so its key is as unknown as a misspelt one."""
    record = register.sources.get(key)
    if record is None:
        raise NotClearedError("a cited source is not in the register; run the checks before clearance")
    if isinstance(record, PublicRecord) and record.level is Level.DESCRIBED:
        raise NotClearedError("a described source is held in a record that could name it")
    return record


def records_of(citation: DraftCitation | None, register: Register) -> tuple[SourceRecord, ...]:
    """The records behind all items of a citation."""
    return tuple([record_of(item.key, register) for item in citation.items]) if citation else ()


def keeps_its_number(record: SourceRecord) -> bool:
    """Whether all mentions in an issue share one note; two mentions of a described source stay unconnected unless agreed."""
    match record:
        case PublicRecord():
            return True
        case DescribedRecord():
            return record.linkable
        case _:
            assert_never(record)


def may_be_quoted(record: SourceRecord) -> bool:
    """Whether its own words may stand in quotation marks."""
    match record:
        case PublicRecord():
            return True
        case DescribedRecord():
            return record.direct_quote
        case _:
            assert_never(record)


def may_be_pulled(record: SourceRecord) -> bool:
    """Whether its words may be shown once more as a pull-quote: never those of a described source."""
    return isinstance(record, PublicRecord)
