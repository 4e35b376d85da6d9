"""What readers may be told of how quotations were checked: the words, never that they are true, and nothing of a described source."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.desk import Checked, Draft, DraftQuotation, PublicRecord, Register, SourceRecord, Unchecked
from briefing.desk.kinds import KINDS
from briefing.model import Checking

_LEAST = 4
"""Shorter quotations can be found in almost anything, so that it says little that they were."""
_WORD = re.compile(r"\w+(?:['’.,]\w+)*")


def checking(quotation: DraftQuotation, checked: Checked | Unchecked, register: Register) -> Checking:
    """What may be said of one quotation."""
    if not isinstance(checked, Checked) or _is_short(quotation) or not _may_be_told(register.sources.get(checked.source)):
        return Checking.UNSAID
    return _found(checked)


Quoted = Mapping[str, Sequence[tuple[DraftQuotation, Checked | Unchecked]]]
"""The quotations of an issue, with what is known of each, by the key of every source that is cited for it."""


def checked_line(record: SourceRecord, quotations: Quoted) -> str:
    """``Checked word for word against the email.``, where it is so of all that the issue quotes from the source; else ""."""
    if not isinstance(record, PublicRecord) or not _may_be_told(record):
        return ""
    quoted = quotations.get(record.key, ())
    found = {_of_source(record.key, one) for _, one in quoted}
    if Checking.UNSAID in found or all(_is_short(quotation) for quotation, _ in quoted):
        return ""
    cuts = ", with cuts marked" if Checking.CUT in found else ""
    return f"Checked word for word against the {KINDS[record.kind].word}{cuts}."


def quoted_by_source(draft: Draft, checked: Sequence[Checked | Unchecked]) -> Quoted:
    """The quotations of a draft, ``checked`` in their order, by what they cite."""
    found: dict[str, list[tuple[DraftQuotation, Checked | Unchecked]]] = {}
    for quotation, one in zip(draft.quotations, checked, strict=True):
        citation = draft.citation_of(quotation)
        for key in {item.key for item in citation.items} if citation else ():
            found.setdefault(key, []).append((quotation, one))
    return found


def _of_source(key: str, checked: Checked | Unchecked) -> Checking:
    """Words that were found in another source cited beside this one were not checked against this one."""
    return _found(checked) if isinstance(checked, Checked) and checked.source == key else Checking.UNSAID


def _found(checked: Checked) -> Checking:
    if checked.exact:
        return Checking.EXACT
    return Checking.CUT if checked.cut else Checking.UNSAID


def _may_be_told(record: SourceRecord | None) -> bool:
    """That a described source has a document at all is not for readers; what was reconstructed is no document."""
    return isinstance(record, PublicRecord) and not record.reconstructed


def _is_short(quotation: DraftQuotation) -> bool:
    return len(_WORD.findall(quotation.words)) < _LEAST
