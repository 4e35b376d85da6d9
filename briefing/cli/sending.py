"""``briefing mark-sent``: an email went out, and with it the corrections that it carried."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import click

from briefing import press
from briefing.clearance.carrying import carried
from briefing.cli.amended import Filed, amend, find, today
from briefing.cli.telling import shown
from briefing.desk import Draft, FrontMatter
from briefing.desk.recalling import RECALL
from briefing.model.dates import day_in_words
from briefing.reading.amending import with_sent_in

_NOT_SHOWN = "typo"


def mark_sent(config: Path, named: str, on: date | None, moment: datetime | None) -> bool:
    """Whether it was noted: in the lock that the email went out, in each correction with which issue."""
    filed = find(config, named, moment)
    if filed is None:
        return False
    issued = filed.issued
    if issued is None:
        raise click.UsageError(f"issue {filed.front.issue} was never released: briefing build --release writes it down")
    if issued.sent is not None:
        raise click.UsageError(f"issue {filed.front.issue} is noted as sent on {day_in_words(issued.sent)}")
    day = on or today(filed.desk)
    along = _went_along(filed, day)
    for draft, indexes, recall in along:
        _note(filed, draft, indexes, recall=recall)
    sent = replace(issued, sent=day)
    lock = press.write_issued(filed.project, tuple({**filed.desk.issued, issued.issue: sent}.values()))
    click.echo(f"issue {issued.issue} is noted as sent on {day_in_words(day)}")
    if lock:
        click.echo(f"commit {shown(lock)}{' and the issues named above' if along else ''}")
    return True


def _went_along(filed: Filed, day: date) -> list[tuple[Draft, tuple[int, ...], bool]]:
    """Drafts with the places of their entries that this email brought on that day, and whether a recall was among them."""
    brought = list(carried(filed.desk).get(filed.front.issue, ()))
    brought += [(filed.draft, entry) for entry in filed.front.corrections if entry.kind not in {_NOT_SHOWN, RECALL}]
    found: list[tuple[Draft, tuple[int, ...], bool]] = []
    for draft in filed.desk.drafts:
        entries = [entry for of, entry in brought if of == draft and not entry.sent_in and entry.on <= day]
        recall = any(entry.kind == RECALL for entry in entries)
        indexes = tuple(index for index, entry in enumerate(draft.front_matter.corrections) if entry in entries and not recall)
        if entries:
            found.append((draft, indexes, recall))
    return found


def _note(filed: Filed, draft: Draft, indexes: tuple[int, ...], *, recall: bool) -> None:
    number = filed.front.issue
    root = filed.place.parents[len(Path(filed.draft.path).parts) - 1]

    def holds(front: FrontMatter) -> bool:
        marked = all(front.corrections[index].sent_in == str(number) for index in indexes)
        return marked and (not recall or front.recalled_sent_in == str(number))

    amend(
        replace(filed, draft=draft, place=root / draft.path),
        lambda text: with_sent_in(text, indexes, number, recall=recall),
        holds,
    )
    click.echo(f"{shown(root / draft.path)}: its corrections went out with issue {number}")
