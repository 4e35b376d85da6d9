from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from briefing.editions.feeds.calendar import calendar
from briefing.model import Cadence
from briefing.testing import sample_archive
from tests.characters import ANY


def unfolded(content: bytes) -> list[str]:
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_the_next_dates_are_counted_from_the_newest_issue_in_the_publication_s_time_zone() -> None:
    lines = unfolded(calendar(sample_archive()) or b"")
    starts = [line.removeprefix("DTSTART:") for line in lines if line.startswith("DTSTART:")]
    assert starts == [
        *("20310530T060000Z", "20310613T060000Z", "20310627T060000Z"),
        *("20310711T060000Z", "20310725T060000Z", "20310808T060000Z"),
    ]
    assert lines[:2] + lines[-2:] == ["BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR", ""]
    assert lines.count("SUMMARY:The Pilotage Lantern: an issue is due") == 6


def test_the_hour_stays_when_the_clocks_change() -> None:
    archive = sample_archive()
    day = datetime(2031, 10, 17, 7, 0, tzinfo=archive.publication.timezone)
    late = replace(archive, issues=(replace(archive.issues[0], published=day, updated=day),))
    starts = [line[8:] for line in unfolded(calendar(late) or b"") if line.startswith("DTSTART:")]
    assert [datetime.strptime(one, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(day.tzinfo).hour for one in starts] == [7] * 6


def test_without_a_cadence_or_an_issue_there_is_no_calendar() -> None:
    archive = sample_archive()
    assert calendar(replace(archive, issues=())) is None
    assert calendar(replace(archive, publication=replace(archive.publication, cadence=Cadence()))) is None


@given(st.text(ANY, min_size=1, max_size=200))
def test_no_title_breaks_a_line_or_makes_one_longer_than_it_may_be(title: str) -> None:
    archive = sample_archive()
    named = replace(archive, publication=replace(archive.publication, title=title))
    content = calendar(named) or b""
    assert all(len(line) <= 75 for line in content.split(b"\r\n"))
    assert not any(control in content.replace(b"\r\n", b"") for control in (b"\r", b"\n"))
    assert len([line for line in unfolded(content) if line.startswith("SUMMARY:")]) == 6
