"""Citations and notes of one issue, numbered in the order of first citation."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from briefing.clearance.checking import Quoted, checked_line, quoted_by_source
from briefing.clearance.credits import credit, group
from briefing.clearance.levels import keeps_its_number, record_of
from briefing.desk import Checked, CitedSource, Draft, PublicRecord, Register, SourceRecord, Unchecked
from briefing.model import Citation, Note, NoteReference


@dataclass(frozen=True, slots=True)
class Numbered:
    """The citations of an issue, in their order in the copy, and the notes they point at, in the order of their numbers."""

    citations: tuple[Citation, ...]
    notes: tuple[Note, ...]


def numbered(draft: Draft, register: Register, checked: Sequence[Checked | Unchecked]) -> Numbered:
    """One number a source, but a fresh one for each mention of a described source that is not linkable."""
    notes = _Notes(draft.front_matter.dated.date(), register, quoted_by_source(draft, checked))
    cited = tuple(Citation(tuple(notes.reference(item) for item in citation.items)) for citation in draft.citations)
    return Numbered(cited, tuple(notes.printed))


@dataclass(slots=True)
class _Notes:
    """The source list of one issue while it is being numbered."""

    day: date
    register: Register
    quoted: Quoted
    printed: list[Note] = field(default_factory=list)
    given: dict[str, int] = field(default_factory=dict)

    def reference(self, item: CitedSource) -> NoteReference:
        record = record_of(item.key, self.register)
        where = item.where if isinstance(record, PublicRecord) else ""
        return NoteReference(self._number(record), where)

    def _number(self, record: SourceRecord) -> int:
        if record.key in self.given:
            return self.given[record.key]
        number = len(self.printed) + 1
        if keeps_its_number(record):
            self.given[record.key] = number
        text = credit(record, self.register, self.day)
        self.printed.append(_note(number, record, text, checked_line(record, self.quoted)))
        return number


def _note(number: int, record: SourceRecord, text: str, checked: str) -> Note:
    if not isinstance(record, PublicRecord):
        return Note(number, group(record), text, source=None)
    return Note(
        number,
        group(record),
        text,
        source=record.key,
        url=record.url,
        archive_url=record.archive_url,
        accessed=record.accessed.words if record.accessed else "",
        licence=record.licence,
        checked=checked,
    )
