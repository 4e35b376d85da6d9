from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.diagnostics import Severity
from briefing.press.composing import Composition, compose
from briefing.press.pages import page_path
from briefing.press.plugins import find_checks
from briefing.press.project import read_project
from briefing.testing.sites import site

NOW = datetime(2031, 6, 1, 12, 0, tzinfo=UTC)
SOUND = """\
---
title: Night berthing resumes
issue: {number}
description: The board has let large ships berth after dark again, four months after it stopped them.
{more}---

{copy}
"""


def issue(number: int = 1, copy: str = "Ships may berth at night again.", more: str = "") -> str:
    return SOUND.format(number=number, copy=copy, more=more)


def composed(folder: Path, files: dict[str, str], now: datetime = NOW) -> Composition:
    return compose(read_project(site(folder, files)), find_checks(), now)


def found(composition: Composition) -> list[tuple[str, Severity]]:
    return [(finding.code, finding.severity) for finding in composition.findings]


def test_a_sound_project_has_a_desk_and_no_findings(tmp_path: Path) -> None:
    composition = composed(tmp_path, {"content/issues/2031-05-02-night.md": issue()})
    assert found(composition) == []
    assert composition.desk is not None
    assert [draft.front_matter.slug for draft in composition.desk.published] == ["night"]


def test_a_link_leads_to_the_address_of_an_issue_read_after_it(tmp_path: Path) -> None:
    files = {
        "content/issues/2031-05-02-a.md": issue(1, "See [the next](2031-05-16-b.md)."),
        "content/issues/2031-05-16-b.md": issue(2, more="slug: pilots\n"),
    }
    composition = composed(tmp_path, files)
    assert found(composition) == []
    assert composition.desk is not None
    assert "issues/pilots/" in repr(composition.desk.drafts[0].body)


FAULTY = "She called it “a rule that exists on paper only”."


@pytest.mark.parametrize("more", ["draft: true\n", "embargo: 2031-06-02\n"])
def test_faults_of_a_withheld_issue_are_told_and_stop_nothing(tmp_path: Path, more: str) -> None:
    composition = composed(tmp_path, {"content/issues/2031-05-02-night.md": issue(1, FAULTY, more)})
    assert found(composition) == [("C202", Severity.NOTE)]
    assert "withheld now" in composition.findings[0].notes[-1]


def test_the_moment_decides_what_is_withheld(tmp_path: Path) -> None:
    files = {"content/issues/2031-05-02-night.md": issue(1, FAULTY)}
    assert found(composed(tmp_path, files, datetime(2031, 5, 1, tzinfo=UTC))) == [("C202", Severity.NOTE)]
    assert found(composed(tmp_path, files)) == [("C202", Severity.ERROR)]


def test_a_moment_without_an_offset_is_meant_in_the_publications_time_zone(tmp_path: Path) -> None:
    files = {"content/issues/2031-05-02-night.md": issue(1, more="date: 2031-05-02T07:00\n")}
    due = composed(tmp_path, files, datetime(2031, 5, 2, 7, 0)).desk  # noqa: DTZ001  # as typed after --now
    early = composed(tmp_path, files, datetime(2031, 5, 2, 6, 59)).desk  # noqa: DTZ001  # as above
    assert due is not None
    assert early is not None
    assert (len(due.published), len(early.published)) == (1, 0)


def test_half_written_front_matter_in_the_drafts_folder_stops_nothing(tmp_path: Path) -> None:
    composition = composed(tmp_path, {"drafts/2031-06-13-tugs.md": "---\ntitle: Tugs: next\n---\n\nWords.\n"})
    assert composition.findings
    assert {finding.severity for finding in composition.findings} == {Severity.NOTE}


def test_a_link_to_a_withheld_issue_is_an_error_where_it_is_published(tmp_path: Path) -> None:
    files = {
        "content/issues/2031-05-02-a.md": issue(1, "See [the next](../../drafts/2031-06-13-b.md)."),
        "drafts/2031-06-13-b.md": issue(2, more="draft: true\n"),
    }
    assert found(composed(tmp_path, files)) == [("L104", Severity.ERROR)]


@pytest.mark.parametrize(
    ("text", "label"),
    [("---\ntitle: A: b\n---\n\nx\n", ""), ("---\ntitle: A\n\nx\n", "never closed"), ("---\njust words\n---\n\nx\n", "")],
)
def test_front_matter_that_mkdocs_would_print_is_an_error(tmp_path: Path, text: str, label: str) -> None:
    composition = composed(tmp_path, {"content/about.md": text})
    assert found(composition) == [("F905", Severity.ERROR)]
    assert label in composition.findings[0].label


def test_pages_lie_where_mkdocs_puts_them() -> None:
    assert [page_path(name) for name in ("index.md", "about.md", "a/index.md", "a/README.md", "a/b.md", "README.md")] == [
        "",
        "about/",
        "a/",
        "a/",
        "a/b/",
        "",
    ]


UNREAD = {
    "front matter": issue(2).replace("title: ", "title: Tugs: "),
    "no front matter": "Ships may berth.\n",
    "nothing at all": "",
}


@pytest.mark.parametrize("text", UNREAD.values(), ids=UNREAD)
def test_an_issue_that_cannot_be_read_is_the_one_finding_not_what_comes_of_it(tmp_path: Path, text: str) -> None:
    files = {
        "content/issues/2031-04-04-tides.md": issue(1),
        "content/issues/2031-04-18-tugs.md": text,
        "content/issues/2031-05-02-night.md": issue(3, "As [said](2031-04-18-tugs.md).", "follows: 2\n"),
    }
    (finding,) = composed(tmp_path, files).findings
    assert finding.span.path == "content/issues/2031-04-18-tugs.md"


@pytest.mark.parametrize("text", ["kind: letter\nlevel: named\ntitle: A: b\n", "level: open\n  x", "kind: leter\nlevel: named\n"])
def test_a_source_that_cannot_be_read_is_not_an_unknown_one(tmp_path: Path, text: str) -> None:
    copy = "“We were told of it in March,” it says. [@guild-letter]"
    files = {"content/issues/2031-05-02-night.md": issue(copy=copy), "sources/guild-letter.yml": text}
    errors = [finding for finding in composed(tmp_path, files).findings if finding.severity is Severity.ERROR]
    assert {finding.span.path for finding in errors} == {"sources/guild-letter.yml"}


def test_without_people_that_can_be_read_nobody_is_unknown(tmp_path: Path) -> None:
    (finding,) = composed(tmp_path, {"sources/people.yml": "guild: {name: Guild\n"}).findings
    assert finding.span.path == "sources/people.yml"
