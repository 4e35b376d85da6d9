"""Every quotation on the desk against the vault: records for the project's lock, and what an editor is told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.clearance.feed_id import issue_id as draft_id
from briefing.desk import WAIVED, Desk, Draft, DraftQuotation, PublicRecord
from briefing.diagnostics import Diagnostic, Severity, Span
from briefing.diagnostics.codes import CODES
from briefing.diagnostics.codes.verification import V308, V317, V318
from briefing.reading.quotes_lock import Record, words_digest
from briefing.verification.checking import Checked, Kept, check
from briefing.verification.evidence_lock import (
    EvidenceLock,
    Pinned,
    VaultError,
    read_evidence_lock,
    write_evidence_lock,
)
from briefing.verification.policies import POLICY
from briefing.verification.published import differing
from briefing.verification.vault import Opened, open_vault


@dataclass(frozen=True, slots=True)
class Verified:
    """What came of a run."""

    records: tuple[Record, ...]
    """For ``sources/quotes.lock``, which the caller writes."""
    findings: tuple[Diagnostic, ...]
    unpinned: str = ""
    """Why the vault does not know what was read, if it could not be written."""


def verify(desk: Desk, vault: Path) -> Verified:
    """Compare, and pin in the vault what was read; a vault that cannot be written is compared with all the same."""
    before = read_evidence_lock(vault)
    opened = open_vault(vault, desk.register, _quoted(desk))
    checked = judged(desk, opened)
    unpinned = ""
    try:
        write_evidence_lock(vault, (pinned for one in opened.values() for pinned in one.pinned), before.accepted)
    except VaultError as error:
        unpinned = str(error)
    records = tuple(_record(one, desk, opened, before) for one in checked)
    told = (finding for one, record in zip(checked, records, strict=True) for finding in _told(one, record))
    published = differing(desk, {key: one.kept for key, one in opened.items()})
    return Verified(records, (*_changed(before, opened, desk), *_remarks(opened, checked, desk), *told, *published), unpinned)


def examine(desk: Desk, vault: Path, draft: Draft, quotation: DraftQuotation) -> tuple[Checked, Kept] | None:
    """One quotation with the evidence it was compared with; None where it cites no known source. Nothing is written."""
    citation = draft.citation_of(quotation)
    opened = open_vault(vault, desk.register, (item.key for item in citation.items) if citation else ())
    kept = {key: one.kept for key, one in opened.items()}
    found = (one for one in check(draft, desk.register, kept, _spellings(desk)) if one.quotation is quotation)
    return next(((one, kept[one.source]) for one in found), None)


def judged(desk: Desk, opened: Mapping[str, Opened]) -> tuple[Checked, ...]:
    """A judgement for every quotation that cites a source, but for those of archives brought in."""
    kept = {key: one.kept for key, one in opened.items()}
    drafts = (draft for draft in desk.drafts if not draft.front_matter.imported)
    return tuple(one for draft in drafts for one in check(draft, desk.register, kept, _spellings(desk)))


def issue_id(checked: Checked, desk: Desk) -> str:
    """The lasting id of the issue that a quotation stands in."""
    return draft_id(checked.draft, desk)


def _spellings(desk: Desk) -> Mapping[str, str]:
    return dict(desk.settings.house_style.spellings)


def _quoted(desk: Desk) -> Iterator[str]:
    """Keys of the sources that quotations cite."""
    for draft in desk.drafts:
        citations = (draft.citation_of(quotation) for quotation in draft.quotations)
        yield from (item.key for citation in citations if citation for item in citation.items)


def _record(one: Checked, desk: Desk, opened: Mapping[str, Opened], lock: EvidenceLock) -> Record:
    issue, words = issue_id(one, desk), words_digest(one.quotation)
    waived = (WAIVED,) if one.quotation.id in opened[one.source].waivers.quotations else ()
    flags = tuple(sorted(flag.value for flag in one.judgement.flags if flag.value in CODES))
    accepted = (*lock.codes(issue, one.quotation.id, words), *waived)
    return Record(issue, one.source, one.quotation.id, words, one.judgement.verdict.value, accepted, POLICY, flags)


def _told(one: Checked, record: Record) -> Iterator[Diagnostic]:
    """What is to be said of it, but for what an editor has answered already."""
    for finding in one.findings():
        answered = finding.code in record.accepted or WAIVED in record.accepted
        if not answered or finding.severity is Severity.ERROR:
            yield finding


def _remarks(opened: Mapping[str, Opened], checked: tuple[Checked, ...], desk: Desk) -> Iterator[Diagnostic]:
    """Waivers that do not count, and files that were not quite what they claim to be; told at the source's register file."""
    for key, one in opened.items():
        span = Span(desk.register.sources[key].span.path)
        known = {quoted.quotation.id for quoted in checked if quoted.source == key}
        idle = (f"no quotation of it is {quotation} now" for quotation in sorted(one.waivers.quotations - known))
        for fault in (*one.waivers.faults, *idle):
            yield V317.at(span, notes=(fault,), help=("mend source.yml in the vault: waivers: [{quotation: q-…, why: …}]",))
        for notice in one.notices:
            yield V318.at(span, notes=(notice,), help=("look whether the letters are right, with briefing quote",))


def _changed(before: EvidenceLock, opened: Mapping[str, Opened], desk: Desk) -> Iterator[Diagnostic]:
    """V308 once for every file that is not what it was: the verdicts are new, but somebody should know why."""
    known = {(pinned.source, pinned.file): pinned for pinned in before.pinned}
    for pinned in (pinned for one in opened.values() for pinned in one.pinned):
        if (old := known.get((pinned.source, pinned.file))) and old != pinned:
            yield _change(old, pinned, desk)


def _change(old: Pinned, new: Pinned, desk: Desk) -> Diagnostic:
    record = desk.register.sources[new.source]
    what = "the file is another" if old.content != new.content else "its reader is another"
    shown = f"{new.file}: {what}" if isinstance(record, PublicRecord) else what
    help_ = ("see why it changed; the quotations were compared with it as it is now",)
    return V308.at(Span(record.span.path), notes=(shown,), help=help_, severity=Severity.WARNING)
