"""``briefing verify``: every quotation against the vault, and what came of it into the lock."""

from __future__ import annotations

from pathlib import Path

from briefing import press
from briefing.checks import discreet
from briefing.cli.telling import Teller, shown
from briefing.cli.vaulted import LIMIT, with_vault
from briefing.diagnostics import Severity, worst
from briefing.verification.verifying import verify


def run(config: Path, vault: Path | None, form: str) -> bool:
    """Whether nothing that counts was found; the lock is written either way, for it says what was."""
    teller = Teller(config, form)
    ready = with_vault(config, vault, teller)
    if ready is None:
        return False
    teller.progress("comparing every quotation with its evidence")
    done = verify(ready.desk, ready.vault)
    ready.stage(done.records).write()
    teller.progress("")
    findings = discreet(done.findings, ready.project.texts, ready.desk.register)
    teller.findings(findings, ready.project.texts)
    teller.say(press.tally(findings))
    teller.say(press.verified_line(ready.with_records(done.records)))
    teller.say(f"lock  {shown(ready.lock)}")
    if done.unpinned:
        teller.say(f"vault  {done.unpinned}: if the evidence changes, nobody will be told")
    teller.say(LIMIT)
    return worst(findings) < Severity.ERROR
