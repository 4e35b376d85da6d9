"""``briefing check``: read, check, tell. MkDocs is not imported."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from briefing import press
from briefing.cli.telling import Teller
from briefing.diagnostics import Severity, worst


def run(config: Path, now: datetime | None, form: str, *, strict: bool, release: bool) -> bool:
    """Whether nothing that counts was found."""
    teller = Teller(config, form)
    teller.progress("reading and checking")
    project = press.read_project(config)
    composition = press.compose(project, press.find_checks(), now or datetime.now(UTC), release=release)
    teller.progress("")
    teller.findings(composition.findings, project.texts)
    teller.say(press.tally(composition.findings))
    return worst(composition.findings) < (Severity.WARNING if strict or release else Severity.ERROR)
