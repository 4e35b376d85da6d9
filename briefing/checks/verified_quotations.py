"""Every quotation was checked against its evidence, as far as the lock knows: no check opens the vault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import assert_never

from briefing.checks.cited import described_records
from briefing.desk import Checked, Desk, Draft, DraftQuotation, Unchecked
from briefing.diagnostics import Code, Diagnostic, Severity, Span
from briefing.diagnostics.codes import CODES
from briefing.diagnostics.codes import verification as codes

RUN = "on a machine with the vault: briefing verify; then commit sources/quotes.lock"

_STOPPING: Mapping[str, Code] = MappingProxyType(
    {"ALTERED": codes.V301, "ABSENT": codes.V302, "OMITTED": codes.V303, "SPLICED": codes.V307, "STALE": codes.V308}
)
_UNREAD = "UNREAD"
_NOTHING_KNOWN = Unchecked()


class VerifiedQuotations:
    """Reads from the desk what ``sources/quotes.lock`` says of each quotation; a release needs a good word for every one."""

    name = "verified-quotations"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """What the lock has against a quotation; V316 for what it does not know, which a preview only counts."""
        unknown: list[tuple[Draft, DraftQuotation]] = []
        for draft, quotation, checked in _checkable(desk):
            if checked != _NOTHING_KNOWN:
                yield from _told(draft, quotation, checked, desk)
            elif draft.front_matter.withholding(desk.now) is None:
                unknown.append((draft, quotation))
        if desk.checked is not None and desk.release:
            for draft, quotation in unknown:
                yield from _told(draft, quotation, Unchecked(), desk)
        elif unknown:
            yield _counted(len(unknown), desk)


def _checkable(desk: Desk) -> Iterator[tuple[Draft, DraftQuotation, Checked | Unchecked]]:
    """Every quotation that has a source, but for those of archives brought in, which were never checked."""
    for draft in desk.drafts:
        for quotation, checked in zip(draft.quotations, desk.checked_of(draft), strict=True):
            if quotation.citation is not None and not draft.front_matter.imported:
                yield draft, quotation, checked


def _told(draft: Draft, quotation: DraftQuotation, checked: Checked | Unchecked, desk: Desk) -> Iterator[Diagnostic]:
    """What is found, without showing the words of a described source."""
    described = bool(described_records(draft.citation_of(quotation), desk.register))
    return (replace(one, secret=one.secret or described) for one in _findings(quotation, checked, desk))


def _findings(quotation: DraftQuotation, checked: Checked | Unchecked, desk: Desk) -> Iterator[Diagnostic]:
    """What stops a release, and at first warns."""
    severity = Severity.ERROR if desk.release else None
    match checked:
        case Unchecked(stale=True):
            yield codes.V310.at(quotation.span, help=(RUN,))
        case Unchecked():
            yield codes.V316.at(quotation.span, help=(RUN,), severity=severity)
        case Checked(verdict=verdict) if verdict in _STOPPING:
            yield _STOPPING[verdict].at(
                quotation.span, help=(f"on a machine with the vault: briefing verify --show {quotation.id}",)
            )
        case Checked(verdict=verdict, waived=False) if verdict == _UNREAD:
            yield codes.V309.at(quotation.span, help=(f"{RUN}, which says why",), severity=severity)
        case Checked(open=flags):
            for code in (CODES.get(flag, codes.V316) for flag in flags):
                accept = f"once it is seen to be right: briefing accept {code.id} {quotation.id}"
                yield code.at(quotation.span, help=(accept,), severity=severity)
        case _:
            assert_never(checked)


def _counted(number: int, desk: Desk) -> Diagnostic:
    """One finding for all: in a preview a note, in a release without any lock the error."""
    lock = Span(f"{desk.settings.sources_dir.rstrip('/')}/quotes.lock")
    are = "quotation is" if number == 1 else "quotations are"
    missing = () if desk.checked is not None else ("there is no such file yet",)
    severity = Severity.ERROR if desk.release else Severity.NOTE
    return codes.V316.at(lock, f"{number} {are} not checked against evidence", notes=missing, help=(RUN,), severity=severity)
