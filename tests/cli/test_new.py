"""``briefing new``: a draft in which only the editor's own words are missing."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli.drafting import New, _slug, draft_text
from briefing.reading.characters import refused_characters
from briefing.reading.front_matter import read_front_matter
from briefing.testing import desk
from tests.characters import ANY
from tests.cli.commanded import briefing, project

NOW = "--now=2031-06-01T12:00"
SETTINGS = desk({}).settings


def only_new(folder: Path) -> Path:
    """The one draft that was not there before."""
    (place,) = (place for place in (folder / "drafts").iterdir() if place.name != "2031-06-13-tugs.md")
    return place


@pytest.mark.slow
def test_it_has_the_next_number_and_the_next_date(tmp_path: Path) -> None:
    done = briefing(project(tmp_path), "new", NOW, "--title", "Tugs & the ‘third’ tender")
    assert (done.status, done.err) == (0, "")
    assert done.out == (
        "drafts/2031-06-27-tugs-the-third-tender.md: issue 4, Friday, 27 June 2031\n"
        "to fill in: the description, the text; then take out draft: true\n"
    )
    assert only_new(tmp_path).read_text(encoding="utf-8") == (
        "---\n"
        'title: "Tugs & the ‘third’ tender"\n'
        "issue: 4\n"
        "date: 2031-06-27\n"
        "draft: true\n"
        'author: "harbour-editor"\n'
        "description:\n"
        "---\n\n"
    )


@pytest.mark.slow
def test_check_finds_nothing_in_it_but_what_is_to_be_filled_in(tmp_path: Path) -> None:
    folder = project(tmp_path)
    assert briefing(folder, "new", NOW, "--title", "The third tug").status == 0
    done = briefing(folder, "check", NOW)
    assert done.status == 0
    assert re.findall(r"(\w+)\[([A-Z]\d+)\]", done.out) == [("note", "F206"), ("note", "M112"), ("note", "V316")]
    assert "drafts/2031-06-27-the-third-tug.md:7:13: note[F206] nothing is written for description" in done.out
    assert "0 errors, 0 warnings, 3 notes" in done.out


@pytest.mark.slow
def test_filled_in_it_is_an_issue_without_a_fault(tmp_path: Path) -> None:
    folder = project(tmp_path)
    briefing(folder, "new", NOW, "--title", "The third tug")
    place = only_new(folder)
    text = place.read_text(encoding="utf-8").replace(
        "description:", "description: What a third tug would cost the port, and who would pay for it."
    )
    place.write_text(f"{text}Two firms were asked.\n", encoding="utf-8")
    assert "0 errors, 0 warnings, 1 note" in briefing(folder, "check", NOW).out


@pytest.mark.slow
def test_an_issue_without_a_title_still_takes_its_number_and_its_date(tmp_path: Path) -> None:
    folder = project(tmp_path)
    assert briefing(folder, "new", NOW).out.startswith("drafts/2031-06-27-issue-4.md: issue 4, ")
    assert briefing(folder, "new", NOW).out.startswith("drafts/2031-07-11-issue-5.md: issue 5, ")
    assert "nothing is written for title" in briefing(folder, "check", NOW).out


@pytest.mark.slow
def test_a_dry_run_shows_it_and_writes_nothing(tmp_path: Path) -> None:
    folder = project(tmp_path)
    before = sorted(folder.rglob("*"))
    done = briefing(folder, "new", NOW, "--title", "Tugs", "--dry-run")
    assert done.status == 0
    assert 'title: "Tugs"\nissue: 4\n' in done.out
    assert done.out.endswith("nothing was written\n")
    assert sorted(folder.rglob("*")) == before


@pytest.mark.slow
def test_the_first_issue_of_all_makes_the_folder(tmp_path: Path) -> None:
    folder = project(tmp_path, {})
    done = briefing(folder, "new", NOW, "--title", "First", "--date", "2031-06-07")
    assert done.status == 0
    assert "issue: 1\ndate: 2031-06-07\n" in (folder / "drafts" / "2031-06-07-first.md").read_text(encoding="utf-8")


@pytest.mark.slow
def test_nothing_is_ever_overwritten(tmp_path: Path) -> None:
    folder = project(tmp_path)
    precious = folder / "drafts" / "2031-06-27-tugs-are-late.md"
    precious.write_text("my notes", encoding="utf-8")
    done = briefing(folder, "new", NOW, "--title", "Tugs are late", "--date", "2031-06-27")
    assert done.status == 2
    assert "drafts/2031-06-27-tugs-are-late.md is there already: nothing was written" in done.err
    assert precious.read_text(encoding="utf-8") == "my notes"


@pytest.mark.slow
@pytest.mark.parametrize("title", ["two\nlines", "a\ttab", "\u202ebackwards"])
def test_a_title_that_is_no_line_of_text_is_wrong_usage(title: str, tmp_path: Path) -> None:
    done = briefing(project(tmp_path), "new", "--title", title)
    assert done.status == 2
    assert "a title is one line of text" in done.err
    assert "\u202e" not in done.err


@pytest.mark.slow
def test_settings_with_a_fault_are_told(tmp_path: Path) -> None:
    done = briefing(project(tmp_path, {"mkdocs.yml": "site_name: The Pilotage Lantern\nplugins: [briefing]\n"}), "new")
    assert done.status == 1
    assert "site_url is missing" in done.out


def test_a_slug_says_the_title_in_letters_of_an_address() -> None:
    assert _slug("Pilots’ café: 3 rests", 4, set()) == "pilots-cafe-3-rests"
    assert _slug("Latest", 4, set()) == "issue-4"
    assert _slug("2031", 4, set()) == "issue-4"
    assert _slug("海", 4, set()) == "issue-4"
    assert _slug("Tugs", 4, {"tugs"}) == "tugs-4"
    assert _slug("long " * 40, 4, set()) == "-".join(["long"] * 12)


@given(st.text(ANY, min_size=1, max_size=80))
def test_whatever_the_title_it_is_read_back_as_it_was_given(title: str) -> None:
    title = title.strip()
    if not title or len(title.splitlines()) > 1 or "\t" in title or next(refused_characters(title), None):
        return
    new = New(4, datetime(2031, 6, 27, tzinfo=UTC).date(), "tugs", title)
    text = draft_text(new, SETTINGS).replace(
        "description:", "description: What a third tug would cost the port, and who would pay for it."
    )
    reading = read_front_matter("drafts/2031-06-27-tugs.md", text, SETTINGS)
    assert reading.findings == ()
    assert reading.value is not None
    assert (reading.value.title, reading.value.issue, reading.value.draft) == (title, 4, True)
