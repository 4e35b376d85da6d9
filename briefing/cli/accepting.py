"""``briefing accept``: an editor has looked at a flag and lets it stand."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from briefing.clearance.feed_id import issue_id
from briefing.cli.telling import Teller, shown
from briefing.cli.vaulted import Vaulted, with_vault
from briefing.desk import ACCEPTABLE, Checked
from briefing.reading.quotes_lock import Record, read_lock
from briefing.verification.evidence_lock import Accepted, VaultError, read_evidence_lock, write_evidence_lock


def run(config: Path, vault: Path | None, code: str, quotation: str, issue: int | None) -> bool:
    """Whether it was noted; what cannot be accepted is wrong usage."""
    code = code.upper()
    if code not in ACCEPTABLE:
        raise click.UsageError(f"{code} is not for an editor to accept; these are: {', '.join(sorted(ACCEPTABLE))}")
    ready = with_vault(config, vault, Teller(config, "text"))
    if ready is None:
        return False
    records = [record for path, text in ready.project.lock.items() for record in read_lock(path, text).value or ()]
    record = _record(ready, records, quotation, issue)
    if code not in Checked(record.source, record.verdict, record.flags, record.accepted).open:
        raise click.UsageError(f"there is no {code} to accept on {quotation}")
    lock = read_evidence_lock(ready.vault)
    accepted = replace(record, accepted=tuple(sorted((*record.accepted, code))))
    staged = ready.stage(tuple(accepted if one == record else one for one in records))
    try:
        write_evidence_lock(ready.vault, lock.pinned, {*lock.accepted, Accepted(record.issue, record.q, record.words, code)})
    except VaultError as error:
        staged.discard()
        raise click.ClickException(f"nothing was accepted: {error}") from error
    staged.write()
    click.echo(f"{code} on {quotation}: accepted; commit {shown(ready.lock)}")
    return True


def _record(ready: Vaulted, records: list[Record], quotation: str, issue: int | None) -> Record:
    """The one record about that quotation as it stands."""
    standing = ready.with_records(tuple(records))
    known = {
        (issue_id(draft, standing), checked.source)
        for draft in standing.drafts
        for quoted, checked in zip(draft.quotations, standing.checked_of(draft), strict=True)
        if quoted.id == quotation and isinstance(checked, Checked) and issue in {None, draft.front_matter.issue}
    }
    found = [record for record in records if record.q == quotation and (record.issue, record.source) in known]
    if not found:
        raise click.UsageError(f"nothing was verified about {quotation} as it stands: run briefing verify")
    if len(found) > 1:
        raise click.UsageError(f"several issues have {quotation}: say which with --issue")
    return found[0]
