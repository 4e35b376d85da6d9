"""A project with its vault: what every command needs that looks at evidence."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import click

from briefing import press
from briefing.cli.telling import Teller
from briefing.desk import Desk
from briefing.diagnostics import Severity
from briefing.reading.quotes_lock import Record, write_lock

LIMIT = "A match says that the words are in our file: not that the file is genuine, nor that the words are fair."
"""Said wherever a verdict is shown."""


@dataclass(frozen=True, slots=True)
class Vaulted:
    """A project whose copy and register can be read, and where its vault lies."""

    project: press.Project
    desk: Desk
    sources: Path
    vault: Path

    @property
    def lock(self) -> Path:
        """Where the verdicts go."""
        return self.sources / press.QUOTES_LOCK

    def with_records(self, records: tuple[Record, ...]) -> Desk:
        """The desk as a build will see it, once these records are in the lock."""
        return replace(self.desk, checked=press.checked_quotations(self.desk, records))

    def stage(self, records: tuple[Record, ...]) -> Staged:
        """The lock with these records, written beside the one that stands."""
        new = self.lock.with_name(f".{self.lock.name}.new")
        try:
            new.write_text(write_lock(records), encoding="utf-8", newline="\n")
        except OSError as error:
            raise click.ClickException(f"{self.lock.name} could not be written: {error.strerror}; nothing was changed") from error
        return Staged(new, self.lock)


@dataclass(frozen=True, slots=True)
class Staged:
    """A lock that is written, but does not count yet."""

    new: Path
    lock: Path

    def write(self) -> None:
        """Let it count, whole."""
        try:
            self.new.replace(self.lock)
        except OSError as error:
            self.discard()
            raise click.ClickException(f"{self.lock.name} could not be written: {error.strerror}") from error

    def discard(self) -> None:
        """Leave the lock as it was."""
        self.new.unlink(missing_ok=True)


def with_vault(config: Path, vault: Path | None, teller: Teller) -> Vaulted | None:
    """The project and its vault; None where one of them cannot be used, which is told then."""
    place = vault_place(vault or press.known_vault(config.parent))
    project = press.read_project(config)
    composition = press.compose(project, (), datetime.now(UTC))
    found = (*press.vault_findings(place, project), *composition.findings)
    faults = [finding for finding in found if finding.severity is Severity.ERROR and finding.span.path not in project.lock]
    if faults or composition.desk is None or project.folders is None:
        teller.findings(faults, project.texts)
        teller.say(f"{press.tally(faults)}; nothing was verified")
        return None
    return Vaulted(project, composition.desk, project.folders.sources, place)


def vault_place(vault: Path | None) -> Path:
    """Where the vault lies, as given or as the environment has it."""
    named = vault or Path(os.environ.get(press.VAULT_VARIABLE, ""))
    if named == Path():
        raise click.UsageError(
            f"where is the vault? Give --vault PATH, set {press.VAULT_VARIABLE}, or begin one: briefing vault init PATH"
        )
    if not named.is_dir():
        raise click.UsageError("the vault is not there: its place is no folder")
    return named.resolve()
