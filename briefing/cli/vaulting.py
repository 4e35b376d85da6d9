"""``briefing vault``: a folder outside the project, and what nobody may print, noted in it."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import click

from briefing import press
from briefing.cli.telling import Teller, shown
from briefing.cli.vaulted import vault_place
from briefing.desk import DescribedRecord
from briefing.diagnostics import Severity, worst
from briefing.verification.scan.dossiers import read_dossier
from briefing.verification.waivers import PRIVATE

_ONLY_MINE = 0o700
_TEMPLATE = """\
# What only we know of this source. Nothing in here leaves the vault; briefing scan looks for it in copy, outputs and commits.
identity:
  names: []        # in full, as friends say it, as colleagues write it
  aliases: []
  emails: []
  phones: []
  handles: []
  # employer: …
  # role: …
never-say: []      # surnames alone, nicknames, places, turns of phrase: whatever would give the person away
# agreed: {terms: …, on: 2031-05-02}
# also-public: true    # where the same person is also quoted openly: names may then be printed, never-say may not
approaches: []     # how we met, and who could have seen it
"""


def make(config: Path, place: Path) -> bool:
    """Whether the vault is there and remembered."""
    teller = Teller(config, "text")
    project = press.read_project(config)
    refused = press.vault_findings(place, project)
    if refused:
        teller.findings(refused, project.texts)
        return False
    composition = press.compose(project, (), datetime.now(UTC))
    register = composition.desk.register.sources if composition.desk else {}
    place.mkdir(parents=True, exist_ok=True, mode=_ONLY_MINE)
    for key in (*register, "sealed"):
        (place / key).mkdir(exist_ok=True, mode=_ONLY_MINE)
    for key, record in register.items():
        if isinstance(record, DescribedRecord):
            _begin(place / key / PRIVATE)
    note = press.note_vault(config.parent, place)
    teller.say(f"vault  {place.resolve()}, with a folder for each of {len(register)} sources")
    if place.stat().st_mode & 0o077:
        teller.say(f"       others on this machine can look into it: chmod 700 {place}")
    teller.say(f"noted  {note}; {press.VAULT_VARIABLE} wins, where it is set")
    teller.say("put evidence into the folder of its source; keep the vault on an encrypted disk, and a copy of it on another")
    return True


def edit(config: Path, vault: Path | None, key: str) -> bool:
    """Whether what was written can be understood."""
    teller = Teller(config, "text")
    place = vault_place(vault or press.known_vault(config.parent))
    project = press.read_config(config)
    if refused := press.vault_findings(place, project):
        teller.findings(refused, project.texts)
        return False
    file = (place / key / PRIVATE).resolve()
    if place not in file.parents or len(file.relative_to(place).parts) not in {2, 3}:
        raise click.UsageError("KEY is the key of a source, or sealed/NAME")
    file.parent.mkdir(parents=True, exist_ok=True, mode=_ONLY_MINE)
    _begin(file)
    click.edit(filename=str(file))
    _, findings = read_dossier(f"vault/{key}/{PRIVATE}", file.read_text(encoding="utf-8"))
    teller.findings(findings, {f"vault/{key}/{PRIVATE}": file.read_text(encoding="utf-8")})
    teller.say(press.tally(findings))
    teller.say(f"file  {shown(file)}")
    return worst(findings) < Severity.ERROR


def _begin(file: Path) -> None:
    """Write the questions, unless there are answers already."""
    if not file.exists():
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="\n") as opened:
            opened.write(_TEMPLATE)
