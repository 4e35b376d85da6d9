"""The next date of a cadence."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.cli.due import next_due
from briefing.model import Cadence

FRIDAY = date(2031, 5, 16)


def due(cadence: Cadence, last: str, today: str) -> str:
    return str(next_due(cadence, date.fromisoformat(last) if last else None, date.fromisoformat(today)))


@pytest.mark.parametrize(
    ("cadence", "last", "today", "expected"),
    [
        (Cadence("2 weeks", "friday"), "2031-05-16", "2031-05-20", "2031-05-30"),
        (Cadence("week"), "2031-05-16", "2031-05-20", "2031-05-23"),
        (Cadence("10 days"), "2031-05-16", "2031-05-20", "2031-05-26"),
        (Cadence("month"), "2031-01-31", "2031-02-01", "2031-02-28"),
        (Cadence("1 month"), "2031-12-15", "2031-12-16", "2032-01-15"),
        (Cadence("2 years"), "2028-02-29", "2028-03-01", "2030-02-28"),
    ],
)
def test_it_is_one_interval_after_the_last_issue(cadence: Cadence, last: str, today: str, expected: str) -> None:
    assert due(cadence, last, today) == expected


def test_an_issue_on_another_weekday_does_not_move_the_next() -> None:
    assert due(Cadence("2 weeks", "friday"), "2031-05-14", "2031-05-20") == "2031-05-30"
    assert due(Cadence("2 weeks", "friday"), "2031-05-18", "2031-05-20") == "2031-05-30"


def test_months_keep_their_weekday() -> None:
    assert due(Cadence("month", "monday"), "2031-05-05", "2031-05-06") == "2031-06-02"


def test_after_a_pause_it_is_in_step_and_not_over() -> None:
    assert due(Cadence("2 weeks", "friday"), "2031-05-16", "2031-08-01") == "2031-08-08"
    assert due(Cadence("month"), "2031-01-31", "2031-03-30") == "2031-03-31"


def test_a_future_issue_is_followed_by_one_after_it() -> None:
    assert due(Cadence("2 weeks", "friday"), "2031-06-27", "2031-05-20") == "2031-07-11"


def test_the_first_issue_is_due_on_the_first_such_day() -> None:
    assert due(Cadence("2 weeks", "friday"), "", "2031-05-14") == "2031-05-16"
    assert due(Cadence("2 weeks", "friday"), "", "2031-05-16") == "2031-05-16"


def test_without_a_cadence_it_is_today_or_the_day_after_the_last() -> None:
    assert due(Cadence(), "", "2031-05-14") == "2031-05-14"
    assert due(Cadence(), "2031-05-01", "2031-05-14") == "2031-05-14"
    assert due(Cadence(), "2031-05-14", "2031-05-14") == "2031-05-15"


@given(
    st.builds(
        Cadence,
        st.builds("{} {}".format, st.integers(1, 99), st.sampled_from(["day", "week", "months", "years"])),
        st.sampled_from(["", "monday", "sunday"]),
    ),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
    st.dates(date(1990, 1, 1), date(2100, 1, 1)),
)
def test_it_is_always_after_the_last_issue_and_never_over(cadence: Cadence, last: date, today: date) -> None:
    day = next_due(cadence, last, today)
    assert day > last
    assert day >= today
    assert not cadence.on or f"{day:%A}".lower() == cadence.on
