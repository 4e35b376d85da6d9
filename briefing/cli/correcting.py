"""``briefing correct`` and ``briefing recall``: say what was wrong, in the issue's own file, and learn where readers will see it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import click

from briefing.clearance.carrying import carried
from briefing.cli.amended import Filed, amend, find, today
from briefing.cli.telling import shown
from briefing.desk import DraftCorrection, FrontMatter, PublicRecord
from briefing.desk.recalling import RECALL
from briefing.diagnostics import Span
from briefing.model.dates import day_in_words
from briefing.reading.amending import with_correction, with_recall

KINDS = ("correction", "clarification", "apology", "update", "typo")
_SLIP = "typo"


@dataclass(frozen=True, slots=True)
class Said:
    """What was given on the command line; what is None is asked for."""

    kind: str | None
    text: str | None
    was: str | None
    now: str | None
    major: bool | None
    affects: str
    on: date | None

    @property
    def complete(self) -> bool:
        """Whether nothing is asked: the one thing readers must be told is there, or they are told nothing."""
        return self.text is not None or self.kind == _SLIP


def correct(config: Path, named: str, said: Said, moment: datetime | None) -> bool:
    """Whether the entry was written."""
    filed = find(config, named, moment)
    if filed is None:
        return False
    entry = _entry(filed, said if said.complete else _asked(said))
    _refuse(filed, entry)
    amend(filed, lambda text: with_correction(text, entry), lambda front: _has(front, filed.front, entry))
    _tell(filed, entry)
    return True


def recall(config: Path, named: str, why: str | None, on: date | None, moment: datetime | None) -> bool:
    """Whether the notice was written."""
    filed = find(config, named, moment)
    if filed is None:
        return False
    if filed.front.recalled_on is not None:
        raise click.UsageError(f"issue {filed.front.issue} was recalled on {day_in_words(filed.front.recalled_on)} already")
    why = why or click.prompt("Why, in a sentence for readers")
    entry = DraftCorrection(on or today(filed.desk), RECALL, Span(filed.draft.path), "major", why)
    _refuse(filed, entry)
    day = entry.on.isoformat()
    amend(filed, lambda text: with_recall(text, day, entry.text), lambda front: front.recalled_why == entry.text)
    _tell(filed, entry)
    click.echo("nothing else of the issue is published from now on: no copy, no picture, no quotation, no email")
    return True


def _asked(said: Said) -> Said:
    """What was not given, from the person at the keyboard."""
    kind = said.kind or click.prompt("What is it", type=click.Choice(KINDS), default="correction")
    if kind == _SLIP:
        return replace(said, kind=kind)
    was = (
        said.was
        if said.was is not None
        else click.prompt("What it said (empty: not shown to readers)", default="", show_default=False)
    )
    now = said.now if said.now is not None else click.prompt("What it says now", default="", show_default=False)
    text = click.prompt("What was wrong, in a sentence for readers")
    major = said.major if said.major is not None else click.confirm("Major: shown above the text, not below it?", default=False)
    return replace(said, kind=kind, was=was, now=now, text=text, major=major)


def _entry(filed: Filed, said: Said) -> DraftCorrection:
    return DraftCorrection(
        on=said.on or today(filed.desk),
        kind=said.kind or "correction",
        span=Span(filed.draft.path),
        significance="major" if said.major else "minor",
        text=said.text or "",
        was=said.was or "",
        now=said.now or "",
        affects=said.affects,
    )


def _refuse(filed: Filed, entry: DraftCorrection) -> None:
    """What the checks would refuse anyway, before anything is written."""
    if filed.front.recalled_on is not None:
        raise click.UsageError(f"issue {filed.front.issue} was recalled: nothing is left of it to correct")
    if filed.draft not in filed.desk.published:
        raise click.UsageError(f"issue {filed.front.issue} is not out: change it as you like")
    if entry.was and not entry.now:
        raise click.UsageError("what it said needs what it says now: give --is, too")
    if entry.on < filed.front.dated.date():
        raise click.UsageError(f"the issue is of {day_in_words(filed.front.dated.date())}: a correction is not older")
    known = {quotation.id for quotation in filed.draft.quotations}
    if entry.affects and entry.affects not in known and not entry.affects.startswith("q-"):
        raise click.UsageError(f"{entry.affects} is no id of a quotation; this issue has {', '.join(sorted(known)) or 'none'}")


def _has(read: FrontMatter, before: FrontMatter, entry: DraftCorrection) -> bool:
    """Whether the file says what it said, and the new entry besides."""
    bare = [replace(one, span=entry.span) for one in read.corrections]
    known = [replace(one, span=entry.span) for one in before.corrections]
    return bare == [*known, entry] and (read.title, read.issue) == (before.title, before.issue)


def _tell(filed: Filed, entry: DraftCorrection) -> None:
    click.echo(f"{shown(filed.place)}: {entry.kind} of {day_in_words(entry.on)} written")
    if entry.kind == _SLIP:
        click.echo("it is logged there and shown to nobody")
        return
    click.echo("readers will see it:")
    for line in _places(filed, entry):
        click.echo(f"  {line}")


def _places(filed: Filed, entry: DraftCorrection) -> Iterator[str]:
    """Every place where the entry will appear."""
    front, url = filed.front, filed.desk.settings.publication.url
    major = entry.significance == "major" or entry.kind == "apology"
    yield f"{url}issues/{front.slug}/, {'above' if major else 'below'} the text"
    yield f"{url}corrections/ and {url}corrections/{entry.on.year}/"
    yield from _record_pages(filed, entry)
    feeds = ("", *(f"topics/{topic}/" for topic in front.topics), *(f"authors/{author}/" for author in front.authors))
    names = ", ".join((*(f"{folder}feed.xml" for folder in feeds), "atom.xml", "feed.json"))
    yield f"in the feeds: the issue under the id it has, changed, and an entry of its own ({names}; corrections/feed.xml)"
    yield from _mails(filed, entry)


def _record_pages(filed: Filed, entry: DraftCorrection) -> Iterator[str]:
    """Pages of the open or named sources of the quotation it affects."""
    url = filed.desk.settings.publication.url
    for quotation in filed.draft.quotations:
        citation = filed.draft.citation_of(quotation) if quotation.id == entry.affects else None
        for item in citation.items if citation else ():
            record = filed.desk.register.sources.get(item.key)
            if isinstance(record, PublicRecord):
                yield f"{url}sources/{record.key}/"
                yield from (f"{url}people/{person}/" for person in (*record.authors, *record.speakers))


def _mails(filed: Filed, entry: DraftCorrection) -> Iterator[str]:
    if filed.desk.settings.publication.sender is None:
        return
    written = replace(filed.front, corrections=(entry,))
    draft = replace(filed.draft, front_matter=written)
    drafts = tuple(draft if one == filed.draft else one for one in filed.desk.drafts)
    carriers = [number for number, pairs in carried(replace(filed.desk, drafts=drafts)).items() if (draft, entry) in pairs]
    if carriers:
        yield f"in the email of issue {carriers[0]}, which must not go out without it"
    elif filed.front.email_send or entry.kind == RECALL:
        yield "in the email of the next issue, which must not go out without it"
