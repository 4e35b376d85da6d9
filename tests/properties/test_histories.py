"""Random histories of a publication: releases, edits, new slugs, titles, dates and hosts, corrections, recalls, drafts.

No id that was ever in a feed changes or comes back as another issue's, and no published address is ever lost.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.checks.lasting_issues import LastingIssues
from briefing.checks.silent_edits import SilentEdits
from briefing.clearance import clear
from briefing.desk import DraftCorrection
from briefing.diagnostics import Severity, Span
from briefing.editions.feeds.shelf import Shelf
from briefing.model import Archive
from briefing.press.composing import Composition, compose
from briefing.press.issuing import after_release
from briefing.reading.amending import with_correction, with_recall
from briefing.reading.ids_lock import write_ids
from briefing.testing.desks import _project

LOCK = "sources/ids.lock"
BEGIN = datetime(2031, 6, 1, 12, 0, tzinfo=UTC)
CHECKS = (LastingIssues(), SilentEdits())
HOSTS = ("https://lantern.example/bulletin/", "https://lantern.example/", "https://new.example/")


@dataclass
class History:
    """A publication as it lies on the disk, and all that readers were ever given of it."""

    files: dict[str, str] = field(default_factory=dict)
    now: datetime = BEGIN
    host: str = HOSTS[0]
    ids: dict[int, str] = field(default_factory=dict)
    """By number, as first published."""
    addresses: set[str] = field(default_factory=set)
    entries: dict[str, str] = field(default_factory=dict)
    """Ids of corrections that were in a feed, and what they said."""

    @property
    def issues(self) -> list[str]:
        return sorted(path for path in self.files if path.endswith(".md"))

    def text(self, old: str, new: str, path: str) -> None:
        self.files[path] = self.files[path].replace(old, new, 1)

    def composed(self) -> Composition:
        project = _project(self.files)
        assert project.settings is not None
        return compose(project, (), self.now, release=True)


def new_issue(history: History, number: int) -> None:
    front = f"title: Issue {number}\nissue: {number}\ndate: {history.now.date()}\n"
    front += f"description: What happened at Port Sallow in week {number}, in one invented sentence.\n"
    history.files[f"content/issues/issue-{number}.md"] = f"---\n{front}---\n\nThe tide of week {number} was high.\n"


def release(history: History) -> bool:
    """What ``briefing build --release`` does with ids.lock, and what its feeds then say; False where an error stops it."""
    composition = history.composed()
    assert composition.desk is not None
    desk = replace(composition.desk, mints=True)  # wherever this test runs, the history is of a desk
    found = (*composition.findings, *(finding for check in CHECKS for finding in check.check(desk)))
    if any(finding.severity is Severity.ERROR for finding in found):
        return False
    _hold(history, clear(desk, ()))
    history.files[LOCK] = write_ids(after_release(desk))
    return True


def _hold(history: History, archive: Archive) -> None:
    numbers = {issue.number: issue.id for issue in archive.issues}
    assert history.ids.items() <= numbers.items(), "an id changed, or an issue is gone"
    assert len(set(numbers.values())) == len(numbers), "two issues have one id"
    reachable = {path for issue in archive.issues for path in (issue.path, *issue.aliases)}
    assert history.addresses <= reachable, "an address is lost"
    history.ids |= numbers
    history.addresses |= {issue.path for issue in archive.issues}
    entries = Shelf(archive).whole.entries
    assert len({entry.id for entry in entries}) == len(entries)
    for entry in entries:
        if entry.issue is None:
            assert history.entries.setdefault(entry.id, entry.summary) == entry.summary, "an id says something else now"
        else:
            assert entry.id == history.ids[entry.issue]


STEPS = ("new", "edit", "silent edit", "slug", "slug and alias", "title", "date", "host", "recall", "draft", "delete", "wait")
Step = tuple[str, int, int]


def take(history: History, step: Step) -> None:
    """One thing an editor does, wise or not."""
    what, which, number = step
    paths = history.issues
    path = paths[which % len(paths)]
    front = history.files[path]
    entry = DraftCorrection(history.now.date(), "correction", Span(path), text=f"It was {number}.")
    match what:
        case "new":
            new_issue(history, len(paths) + 1)
        case "edit":
            history.files[path] = with_correction(front.replace("tide", f"tide {number}", 1), entry)
        case "silent edit":
            history.text("was high", f"was {number}", path)
        case "slug":
            history.text("\ndate:", f"\nslug: slug-{number}\ndate:", path)
        case "slug and alias":
            stem = path.removeprefix("content/issues/").removesuffix(".md")
            if "slug:" not in front:
                history.text("\ndate:", f"\nslug: slug-{number}-{which}\naliases: [/issues/{stem}/]\ndate:", path)
        case "title":
            history.files[path] = with_correction(front.replace("title: ", f"title: {number} ", 1), entry)
        case "date":
            history.text(f"date: {_date(front)}", f"date: {_date(front) - timedelta(days=number)}", path)
        case "host":
            settings_file = _project(history.files).config_text
            history.host, before = HOSTS[number % len(HOSTS)], history.host
            history.files["mkdocs.yml"] = settings_file.replace(f"site_url: {before}", f"site_url: {history.host}")
        case "recall":
            if "recalled:" not in front:
                history.files[path] = with_recall(front, history.now.date().isoformat(), f"reason {number}")
        case "draft":
            history.text("\ndate:", "\ndraft: true\ndate:", path)
        case "delete":
            if len(paths) > 1:
                del history.files[path]
        case _:
            history.now += timedelta(days=number)


def _date(text: str) -> date:
    return date.fromisoformat(text.partition("\ndate: ")[2][:10])


COUNT = 50 if settings.default.max_examples > 30 else 8  # type: ignore[union-attr]  # a profile is always loaded (tests/conftest.py)
"""Fifty where everything is proven; every history is a dozen whole releases."""


@settings(max_examples=COUNT)
@given(st.lists(st.tuples(st.sampled_from(STEPS), st.integers(0, 5), st.integers(1, 9)), min_size=4, max_size=12))
def test_whatever_editors_do_no_id_changes_or_comes_back_as_new(steps: list[Step]) -> None:
    history = History()
    new_issue(history, 1)
    release(history)
    for step in steps:
        before = dict(history.files)
        take(history, step)
        if not release(history):
            history.files = before  # the build said no: the editor takes it back
    assert history.ids


def test_an_id_that_follows_the_host_would_be_caught() -> None:
    history = History()
    new_issue(history, 1)
    release(history)
    take(history, ("host", 0, 2))
    without_lock = {path: text for path, text in history.files.items() if path != LOCK}
    history.files = without_lock
    try:
        release(history)
    except AssertionError as error:
        assert "an id changed" in str(error)  # noqa: PT017  # the assertion of the history itself is what is tested
    else:
        raise AssertionError("the planted fault was not seen")
