"""``briefing status`` and ``briefing doctor``. Everything quoted here is invented."""

from __future__ import annotations

import os
import subprocess
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from briefing.cli.status import standing
from briefing.desk import Issued
from briefing.testing import EVERY_FORM, SURROUNDINGS, desk
from tests.cli.commanded import COMMAND, briefing, project

JUNE = datetime(2031, 6, 5, 12, 0, tzinfo=UTC)
FRONT = "---\ntitle: {title}\nissue: {issue}\ndescription: The board has let large ships berth after dark again, on Monday.\n{more}\n---\n\n{copy}\n"


def filed(issue: int, more: str, copy: str = "Ships berth.") -> str:
    return FRONT.format(title=f"Issue {issue}", issue=issue, more=more, copy=copy)


def lines(files: dict[str, str], heading: str, now: datetime = JUNE) -> list[str]:
    return [words for name, words in standing(desk({**EVERY_FORM, **files}, now=now), ()) if name == heading]


def test_it_says_what_is_out_what_was_missed_and_what_is_next() -> None:
    (out,) = lines({}, "published")
    assert out == "2 issues; the last: 2, Friday, 16 May 2031, Pilots’ rosters & the ‘paper’ rule"
    assert lines({}, "next") == [
        "nothing came out on Friday, 30 May 2031, 6 days ago",
        "Friday, 13 June 2031, in 8 days: issue 3",
    ]
    assert lines({}, "next", JUNE.replace(month=5, day=20)) == [
        "Friday, 30 May 2031, in 10 days: nothing is prepared for it: briefing new"
    ]
    settings = SURROUNDINGS["mkdocs.yml"].replace("      cadence", "      # cadence")
    assert lines({"mkdocs.yml": settings}, "next") == ["no cadence is set"]


def test_it_lists_drafts_embargoes_and_issues_dated_ahead() -> None:
    files = {
        "drafts/2031-06-20-a.md": filed(4, "embargo: 2031-06-19T00:01"),
        "drafts/2031-06-27-b.md": filed(5, ""),
    }
    assert lines(files, "drafts") == ["drafts/2031-06-13-tugs.md: issue 3, Friday, 13 June 2031; nothing to mend"]
    assert lines(files, "embargoed") == [
        "drafts/2031-06-20-a.md: issue 4, Friday, 20 June 2031, embargoed until 19 June 2031, 00:01; nothing to mend"
    ]
    assert lines(files, "dated ahead") == ["drafts/2031-06-27-b.md: issue 5, Friday, 27 June 2031; nothing to mend"]


def test_it_says_who_has_not_answered_and_who_may_not_have_been_asked() -> None:
    copy = "The Harbour Board and Orla Venn differ. “No.” [@venn-reply] Sallow Pilots’ Guild does not."
    files = {"drafts/2031-06-27-b.md": filed(5, "replies: {guild: no-reply}", copy)}
    assert lines(files, "replies") == ["issue 5: no answer from guild", "issue 5: named, and no reply noted: Harbour Board"]


def test_it_says_which_emails_nobody_has_marked_as_sent() -> None:
    quiet = desk(EVERY_FORM, now=JUNE)
    records = {number: Issued(number, f"tag:x,2031-05-02:{number}", date(2031, 5, 2), ("x",), ()) for number in (1, 2)}
    sent = {**records, 1: replace(records[1], sent=date(2031, 5, 2))}
    said = dict(standing(replace(quiet, issued=sent), ()))
    assert said["emails"] == "not marked as sent: 2"


@pytest.mark.slow
def test_status_names_what_is_to_mend_and_no_described_source(tmp_path: Path) -> None:
    folder = project(tmp_path)
    (folder / "drafts" / "2031-06-27-b.md").write_text(
        filed(4, "tittle: x", "“No,” they say. [@todo] [@anon-7k2q]"), encoding="utf-8"
    )
    done = briefing(folder, "status", "--now=2031-06-01T12:00")
    assert (done.status, done.err) == (0, "")
    assert "drafts/2031-06-27-b.md: issue 4, Friday, 27 June 2031; 2 to mend\n" in done.out
    assert "anon-7k2q" not in done.out


@pytest.mark.slow
def test_doctor_tells_faults_with_what_to_do_and_never_where_the_vault_is(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    well = briefing(folder, "doctor")
    assert (well.status, "fault" in well.out) == (0, False)
    assert "2 issues" not in well.out.splitlines()[0]
    vault = tmp_path / "secret-place"
    environment = {**os.environ, "BRIEFING_VAULT": str(vault)}
    gone = subprocess.run(
        [COMMAND, "doctor"], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    assert (gone.returncode, "secret-place" in gone.stdout + gone.stderr) == (1, False)
    assert "fault  where the vault should be is no folder\n       → mount the disk" in gone.stdout
    (folder / "mkdocs.yml").write_text("site_name: [", encoding="utf-8")
    broken = briefing(folder, "doctor")
    assert (broken.status, "fault  mkdocs.yml cannot be used\n       → briefing check says where" in broken.out) == (1, True)
