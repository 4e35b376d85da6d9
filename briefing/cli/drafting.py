"""``briefing new``: a draft with the next number and the next date, in which only the editor's own words are missing."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import click

from briefing import press
from briefing.cli.due import next_due
from briefing.cli.telling import Teller, shown
from briefing.desk import Desk, Draft, Settings
from briefing.diagnostics import Severity, worst
from briefing.model.dates import day_in_words
from briefing.reading.characters import refused_characters
from briefing.reading.front_matter import RESERVED_SLUGS

_LONGEST_SLUG = 60
_NUMBER = re.compile(r"^issue:[ ]*([0-9]{1,9})[ ]*$", re.MULTILINE)
_DATED = re.compile(r"(?:.*/)?([0-9]{4}-[0-9]{2}-[0-9]{2})-[^/]*")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the editor said at the command line."""

    title: str = ""
    on: date | None = None
    now: datetime | None = None
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class New:
    """The issue to be."""

    number: int
    on: date
    slug: str
    title: str

    @property
    def file_name(self) -> str:
        """After its date and its slug, as every issue's."""
        return f"{self.on}-{self.slug}.md"


def run(config: Path, wanted: Wanted) -> bool:
    """Whether the draft was written, or in a dry run would have been."""
    _refuse_bad_title(wanted.title)
    settings = press.read_config(config)
    if worst(settings.findings) is Severity.ERROR:
        Teller(config, "text").findings(settings.findings, settings.texts)
        return False
    project = press.read_project(config)
    desk = press.compose(project, (), wanted.now or datetime.now(UTC)).desk
    if desk is None or project.folders is None:
        raise RuntimeError("settings without an error have a desk and folders")
    new = next_issue(desk, project, wanted)
    place, text = project.folders.drafts / new.file_name, draft_text(new, desk.settings)
    if place.exists():
        raise click.UsageError(f"{shown(place)} is there already: nothing was written")
    click.echo(f"{shown(place)}: issue {new.number}, {new.on:%A}, {day_in_words(new.on)}")
    if wanted.dry_run:
        click.echo(f"\n{text}\nnothing was written", nl=True)
    else:
        write_new(place, text)
        click.echo(f"to fill in: {'' if new.title else 'the title, '}the description, the text; then take out draft: true")
    return True


def draft_text(new: New, settings: Settings) -> str:
    """The file: front matter in the order in which editors write it, and room for the copy."""
    return "\n".join(("---", *_front_matter(new, settings), "---", "", ""))


def _front_matter(new: New, settings: Settings) -> Iterator[str]:
    yield f"title: {_quoted(new.title)}".rstrip()
    yield f"issue: {new.number}"
    yield f"date: {new.on}"
    yield "draft: true"
    authors = settings.publication.authors
    if len(authors) == 1:
        yield f"author: {_quoted(authors[0].id)}"
    yield "description:"


def _quoted(words: str) -> str:
    """A YAML 1.1 scalar that no character of a title can end or turn into something else: JSON's strings are such (§5.7, §7.3.1)."""
    return json.dumps(words, ensure_ascii=False) if words else ""


def _refuse_bad_title(title: str) -> None:
    bad = next(refused_characters(title), None)
    if bad or len(title.splitlines()) > 1 or "\t" in title:
        raise click.BadParameter(f"a title is one line of text{f'; this has {bad.words}' if bad else ''}", param_hint="--title")


def next_issue(desk: Desk, project: press.Project, wanted: Wanted) -> New:
    """Number, date and slug of the issue to be."""
    unread = {path: text for path, text in project.issues.items() if path not in {draft.path for draft in desk.drafts}}
    number = max((*_numbers(desk.drafts), *_numbers_in(unread.values())), default=0) + 1
    last = max((*(draft.front_matter.dated.date() for draft in desk.drafts), *_dates_in(unread)), default=None)
    cadence, zone = desk.settings.publication.cadence, desk.settings.publication.timezone
    on = wanted.on or next_due(cadence, last, desk.now.astimezone(zone).date())
    title = wanted.title.strip()
    return New(number, on, _slug(title, number, {draft.front_matter.slug for draft in desk.drafts}), title)


def _numbers(drafts: Iterable[Draft]) -> Iterator[int]:
    return (draft.front_matter.issue for draft in drafts)


def _numbers_in(texts: Iterable[str]) -> Iterator[int]:
    """Numbers of issues that cannot be read yet (a title is missing, say): they are taken all the same."""
    return (int(found[1]) for text in texts if (found := _NUMBER.search(text)))


def _dates_in(paths: Iterable[str]) -> Iterator[date]:
    """The same for dates, from file names."""
    for path in paths:
        if found := _DATED.fullmatch(path):
            try:
                yield date.fromisoformat(found[1])
            except ValueError:
                continue


def _slug(title: str, number: int, taken: AbstractSet[str]) -> str:
    """The title in letters that an address can have; with its number where that says nothing, or is taken."""
    plain = unicodedata.normalize("NFKD", title.lower()).encode("ascii", "ignore").decode()
    slug = "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", plain)))[:_LONGEST_SLUG].strip("-")
    if not slug or slug.isdigit() or slug in RESERVED_SLUGS:
        slug = f"issue-{number}"
    return f"{slug}-{number}" if slug in taken else slug


def write_new(place: Path, text: str) -> None:
    """Only where nothing is: not even a file that appeared a moment ago is lost."""
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        with place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise click.UsageError(f"{shown(place)} is there already: nothing was written") from None
