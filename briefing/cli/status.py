"""``briefing status``: what is out, what is due, and what is missing before the next issue can go out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from briefing import press
from briefing.cli.due import next_due
from briefing.cli.telling import Teller
from briefing.desk import Desk, Draft, PublicRecord, Unchecked, Withholding
from briefing.diagnostics import Diagnostic, Severity, worst
from briefing.diagnostics.screen import visible
from briefing.model.dates import day_in_words
from briefing.model.rhythm import rhythm
from briefing.press.composing import WITHHELD_NOTE

_WIDTH = 12
_LAST = 3
_OURSELVES = "us"


def run(config: Path, now: datetime | None) -> bool:
    """Whether the settings could be read; how things stand is no fault."""
    project = press.read_project(config)
    composition = press.compose(project, press.find_checks(), now or datetime.now(UTC))
    teller = Teller(config, "text")
    if composition.desk is None:
        teller.findings(composition.findings, project.texts)
        return False
    heading = ""
    for name, words in standing(composition.desk, composition.findings):
        teller.say(visible(f"{name if name != heading else '':<{_WIDTH}}{words}"))
        heading = name
    return worst(project.findings) is not Severity.ERROR


def standing(desk: Desk, findings: tuple[Diagnostic, ...]) -> Iterator[tuple[str, str]]:
    """Lines under their headings, in the order in which an editor asks."""
    today = desk.now.astimezone(desk.settings.publication.timezone).date()
    yield "published", _published(desk)
    yield from (("next", words) for words in _next(desk, today))
    yield from (("cadence", words) for words in _rhythm(desk, today))
    yield from (("drafts", words) for words in _waiting(desk, findings, Withholding.DRAFT))
    yield from (("unread", path) for path in sorted(desk.unread))
    yield from (("embargoed", words) for words in _waiting(desk, findings, Withholding.EMBARGO))
    yield from (("dated ahead", words) for words in _waiting(desk, findings, Withholding.FUTURE))
    yield "quotations", _quotations(desk)
    yield from (("replies", words) for words in _replies(desk))
    yield from (("emails", words) for words in _emails(desk))
    yield "findings", press.tally(findings)


def _published(desk: Desk) -> str:
    if not desk.published:
        return "no issue yet"
    last = desk.published[-1].front_matter
    count = len(desk.published)
    return f"{count} issue{'' if count == 1 else 's'}; the last: {last.issue}, {_day(last.dated.date())}, {last.title}"


def _next(desk: Desk, today: date) -> Iterator[str]:
    """The next date of the cadence, what is prepared for it, and the one that was missed."""
    cadence = desk.settings.publication.cadence
    if not cadence.every:
        yield "no cadence is set"
        return
    last = max((draft.front_matter.dated.date() for draft in desk.published), default=None)
    due = next_due(cadence, last, today)
    first = next_due(cadence, last, last) if last else due
    if first < today:
        yield f"nothing came out on {_day(first)}, {_days((today - first).days)} ago"
    ready = [one for one in _withheld(desk) if one.front_matter.dated.date() == due]
    prepared = ", ".join(f"issue {one.front_matter.issue}" for one in ready) or "nothing is prepared for it: briefing new"
    yield f"{_day(due)}, {f'in {_days((due - today).days)}' if due > today else 'today'}: {prepared}"


def _rhythm(desk: Desk, today: date) -> Iterator[str]:
    """Issues that came late, and days on which none came, the last of each."""
    issues = [(draft.front_matter.issue, draft.front_matter.dated.date()) for draft in desk.published]
    kept = rhythm(desk.settings.publication.cadence, issues, today)
    if kept.late:
        yield f"late: {', '.join(f'issue {one.issue} by {_days(one.days)}' for one in kept.late[-_LAST:])}"
    if kept.missed:
        yield f"missed: {', '.join(map(day_in_words, kept.missed[-_LAST:]))}"


def _waiting(desk: Desk, findings: tuple[Diagnostic, ...], why: Withholding) -> Iterator[str]:
    for draft in _withheld(desk):
        front = draft.front_matter
        if front.withholding(desk.now) is why:
            open_ = sum(1 for one in findings if one.span.path == draft.path and _counts(one))
            until = f", embargoed until {front.embargo:%-d %B %Y, %H:%M}" if front.embargo and why is Withholding.EMBARGO else ""
            yield f"{draft.path}: issue {front.issue}, {_day(front.dated.date())}{until}; {f'{open_} to mend' if open_ else 'nothing to mend'}"


def _counts(finding: Diagnostic) -> bool:
    """Whether it will count when its issue is published."""
    return finding.severity is not Severity.NOTE or any(note.startswith(WITHHELD_NOTE) for note in finding.notes)


def _quotations(desk: Desk) -> str:
    unchecked = sum(
        isinstance(one, Unchecked) for draft in desk.drafts if not draft.front_matter.imported for one in desk.checked_of(draft)
    )
    return f"{press.verified_line(desk)}{'; next: briefing verify' if unchecked else ''}"


def _replies(desk: Desk) -> Iterator[str]:
    """Of issues that are not out: who has not answered, and who is named with nobody having noted whether they were asked."""
    for draft in _withheld(desk):
        waiting = [reply.party for reply in draft.front_matter.replies if reply.outcome == "no-reply"]
        unasked = [name for party, name in _named(desk, draft) if party not in _heard(desk, draft)]
        if waiting:
            yield f"issue {draft.front_matter.issue}: no answer from {', '.join(waiting)}"
        if unasked:
            yield f"issue {draft.front_matter.issue}: named, and no reply noted: {', '.join(unasked)}"


def _named(desk: Desk, draft: Draft) -> Iterator[tuple[str, str]]:
    for party, person in desk.register.people.items():
        if any(name and name in draft.text for name in (person.name, person.full)):
            yield party, person.name


def _heard(desk: Desk, draft: Draft) -> frozenset[str]:
    """Parties with an entry under replies, and those whose answer to us is cited."""
    cited = {item.key for citation in draft.citations for item in citation.items}
    records = [record for key, record in desk.register.sources.items() if key in cited and isinstance(record, PublicRecord)]
    answered = {person for record in records if record.to == _OURSELVES for person in (*record.authors, *record.speakers)}
    return frozenset({*answered, *(reply.party for reply in draft.front_matter.replies)})


def _emails(desk: Desk) -> Iterator[str]:
    """What went out on the web, and nobody has said that its email did."""
    if desk.settings.publication.sender is None:
        return
    unsent = [number for number, issued in sorted(desk.issued.items()) if issued.sent is None]
    wanted = {draft.front_matter.issue for draft in desk.published if draft.front_matter.email_send}
    if waiting := [number for number in unsent if number in wanted]:
        yield f"not marked as sent: {', '.join(map(str, waiting[-5:]))}{' and earlier ones' if len(waiting) > 5 else ''}"  # noqa: PLR2004  # as many as are shown


def _withheld(desk: Desk) -> tuple[Draft, ...]:
    return tuple(draft for draft in desk.drafts if draft.front_matter.withholding(desk.now) is not None)


def _day(day: date) -> str:
    return f"{day:%A}, {day_in_words(day)}"


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"
