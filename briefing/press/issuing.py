"""What a release writes down: which issues are out now, under which id, addresses and words. Ids are minted here and nowhere else."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from pathlib import Path

from briefing.clearance.feed_id import issue_id
from briefing.desk import Desk, Draft, Issued
from briefing.diagnostics import Diagnostic, Reading
from briefing.press.project import IDS_LOCK, Project
from briefing.reading.filed_words import entry_digests, words_digests
from briefing.reading.ids_lock import read_ids, write_ids


def issued(
    project: Project, read: Callable[[str, str], Reading[Mapping[int, Issued]]] = read_ids
) -> tuple[Mapping[int, Issued], tuple[Diagnostic, ...]]:
    """What ids.lock says; nothing where there is none yet."""
    readings = [read(path, text) for path, text in project.ids.items()]
    records = {number: record for reading in readings for number, record in (reading.value or {}).items()}
    return records, tuple(finding for reading in readings for finding in reading.findings)


def unattended() -> bool:
    """Whether this runs in continuous integration (every service sets CI), where nothing that is written can be committed."""
    return os.environ.get("CI", "").lower() not in {"", "0", "false"}


def after_release(desk: Desk) -> tuple[Issued, ...]:
    """The records as they are once what is on the desk is out."""
    released = {draft.front_matter.issue: _record(draft, desk) for draft in desk.published}
    return tuple({**desk.issued, **released}.values())


def write_issued(project: Project, records: tuple[Issued, ...]) -> Path | None:
    """Write ids.lock whole or not at all; its place if anything in it is new, else None."""
    text = write_ids(records)
    if project.folders is None or text in project.ids.values() or not records:
        return None
    place = project.folders.sources / IDS_LOCK
    place.parent.mkdir(parents=True, exist_ok=True)
    new = place.with_name(f".{place.name}.new")
    new.write_text(text, encoding="ascii", newline="\n")
    new.replace(place)
    return place


def _record(draft: Draft, desk: Desk) -> Issued:
    front, before = draft.front_matter, desk.issued.get(draft.front_matter.issue)
    slugs = before.slugs if before else ()
    return Issued(
        issue=front.issue,
        id=issue_id(draft, desk),
        first=before.first if before else desk.now.astimezone(desk.settings.publication.timezone).date(),
        slugs=slugs if front.slug in slugs else (*slugs, front.slug),
        words=words_digests(draft),
        entries=entry_digests(draft),
        sent=before.sent if before else None,
    )
