"""An issue's file, found and amended: what every command does that writes into the front matter of a published issue."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import click

from briefing import press
from briefing.cli.telling import Teller, shown
from briefing.desk import Desk, Draft, FrontMatter, Issued
from briefing.diagnostics import Severity
from briefing.reading.amending import CannotAmendError
from briefing.reading.front_matter import read_front_matter

_BOM = "\ufeff"


@dataclass(frozen=True, slots=True)
class Filed:
    """One issue and its file."""

    project: press.Project
    desk: Desk
    draft: Draft
    place: Path

    @property
    def front(self) -> FrontMatter:
        """Its front matter as it stands."""
        return self.draft.front_matter

    @property
    def issued(self) -> Issued | None:
        """What the lock says of it; None where it is not out."""
        return self.desk.issued.get(self.front.issue)


def find(config: Path, named: str, now: datetime | None) -> Filed | None:
    """The issue of that number, slug or file name; None where the project cannot be read, which is told then."""
    project = press.read_project(config)
    composition = press.compose(project, (), now or datetime.now(UTC))
    if composition.desk is None or project.folders is None:
        faults = [finding for finding in composition.findings if finding.severity is Severity.ERROR]
        Teller(config, "text").findings(faults, project.texts)
        return None
    for draft in composition.desk.drafts:
        front = draft.front_matter
        if named in {str(front.issue), front.slug, draft.path, Path(draft.path).name, Path(draft.path).stem}:
            return Filed(project, composition.desk, draft, project.folders.root / draft.path)
    known = ", ".join(f"{draft.front_matter.issue} {draft.front_matter.slug}" for draft in composition.desk.drafts[-3:])
    raise click.UsageError(f"there is no issue {named} that can be read; the last ones are: {known}")


def today(desk: Desk) -> date:
    """The day in the publication's time zone."""
    return desk.now.astimezone(desk.settings.publication.timezone).date()


def amend(filed: Filed, change: Callable[[str], str], holds: Callable[[FrontMatter], bool]) -> None:
    """Write the file with ``change`` made to it, once it is seen to be read back as meant; its other bytes stay as they are."""
    before = filed.place.read_bytes().decode("utf-8")
    mark, text = (_BOM, before.removeprefix(_BOM)) if before.startswith(_BOM) else ("", before)
    try:
        after = change(text)
    except CannotAmendError as error:
        raise click.ClickException(f"{shown(filed.place)}: {error}: nothing was written; do it by hand") from None
    read = read_front_matter(filed.draft.path, after.replace("\r\n", "\n").replace("\r", "\n"), filed.desk.settings)
    faults = [finding for finding in read.findings if finding.severity is Severity.ERROR]
    if read.value is None or faults or not holds(read.value):
        why = faults[0].message if faults else "it would not be read as meant"
        raise click.ClickException(f"{shown(filed.place)}: {why}: nothing was written; do it by hand")
    write_whole(filed.place, f"{mark}{after}")


def write_whole(place: Path, text: str) -> None:
    """Write a file whole or not at all."""
    new = place.with_name(f".{place.name}.new")
    new.write_bytes(text.encode("utf-8"))
    new.replace(place)
