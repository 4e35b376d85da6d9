"""``briefing check``: read, check, tell. MkDocs is not imported."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from briefing import press
from briefing.cli import fixing
from briefing.cli.since import new_findings
from briefing.cli.telling import Teller
from briefing.diagnostics import Severity, worst


def run(
    config: Path,
    now: datetime | None,
    form: str,
    *,
    strict: bool,
    release: bool,
    email: bool = False,
    since: str | None = None,
    fix: bool = False,
) -> bool:
    """Whether nothing that counts was found."""
    teller, now = Teller(config, form), now or datetime.now(UTC)
    if fix:
        fixing.run(config, now, teller)
    teller.progress("reading and checking")
    project = press.read_project(config)
    composition = press.compose(project, press.find_checks(), now, release=release)
    found = composition.findings
    if email and worst(found) < Severity.ERROR:
        teller.progress("holding every email to the preflight")
        found = (*found, *press.preflight(composition))
    known = len(found)
    if since is not None:
        found = new_findings(config, since, found, project.texts, now, release=release)
    teller.progress("")
    teller.findings(found, project.texts)
    teller.say(press.tally(found))
    if since is not None and len(found) < known:
        teller.say(f"{known - len(found)} more that {since} had already")
    return worst(found) < (Severity.WARNING if strict or release else Severity.ERROR)
