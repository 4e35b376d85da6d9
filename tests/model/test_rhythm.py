from __future__ import annotations

from datetime import date

from briefing.model import Cadence
from briefing.model.rhythm import Late, rhythm

FORTNIGHTLY = Cadence("2 weeks", "friday", "07:00")


def may(*days: int) -> list[tuple[int, date]]:
    return list(enumerate((date(2031, 5, day) for day in days), 1))


def test_issues_on_their_days_are_neither_late_nor_missed() -> None:
    found = rhythm(FORTNIGHTLY, may(2, 16, 30), date(2031, 6, 1))
    assert (found.late, found.missed, found.due, found.overdue) == ((), (), date(2031, 6, 13), 0)


def test_an_issue_after_its_day_is_late_and_the_next_is_due_as_if_it_had_been_on_time() -> None:
    found = rhythm(FORTNIGHTLY, may(2, 18, 30), date(2031, 6, 1))
    assert found.late == (Late(2, date(2031, 5, 16), date(2031, 5, 18)),)
    assert found.late[0].days == 2
    assert found.missed == ()


def test_a_day_without_an_issue_until_the_next_was_due_is_missed() -> None:
    found = rhythm(FORTNIGHTLY, may(2, 30), date(2031, 6, 1))
    assert (found.late, found.missed) == ((), (date(2031, 5, 16),))


def test_what_is_due_today_is_not_overdue_and_tomorrow_it_is() -> None:
    assert rhythm(FORTNIGHTLY, may(2), date(2031, 5, 16)).overdue == 0
    assert rhythm(FORTNIGHTLY, may(2), date(2031, 5, 17)).overdue == 1
    found = rhythm(FORTNIGHTLY, may(2), date(2031, 6, 20))
    assert (found.due, found.overdue, found.missed) == (date(2031, 6, 13), 7, (date(2031, 5, 16), date(2031, 5, 30)))


def test_an_early_issue_is_fine() -> None:
    assert rhythm(FORTNIGHTLY, may(2, 15), date(2031, 5, 20)).late == ()


def test_months_are_counted_from_the_last_issue() -> None:
    monthly = Cadence("month")
    found = rhythm(monthly, [(1, date(2031, 1, 31))], date(2031, 3, 30))
    assert (found.missed, found.due) == ((), date(2031, 2, 28))
    assert rhythm(monthly, [(1, date(2031, 1, 31))], date(2031, 4, 1)).missed == (date(2031, 2, 28),)


def test_without_a_cadence_nothing_is_due() -> None:
    assert rhythm(Cadence(), may(2), date(2031, 6, 1)).due is None
    assert rhythm(FORTNIGHTLY, [], date(2031, 6, 1)).due is None
