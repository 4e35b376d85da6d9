"""``briefing check``: read, check, tell. MkDocs is not imported."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from briefing import press
from briefing.cli.telling import Teller
from briefing.diagnostics import Severity, worst


def run(config: Path, now: datetime | None, form: str, *, strict: bool, release: bool, email: bool = False) -> bool:
    """Whether nothing that counts was found."""
    teller = Teller(config, form)
    teller.progress("reading and checking")
    project = press.read_project(config)
    composition = press.compose(project, press.find_checks(), now or datetime.now(UTC), release=release)
    found = composition.findings
    if email and worst(found) < Severity.ERROR:
        teller.progress("holding every email to the preflight")
        found = (*found, *press.preflight(composition))
    teller.progress("")
    teller.findings(found, project.texts)
    teller.say(press.tally(found))
    return worst(found) < (Severity.WARNING if strict or release else Severity.ERROR)
