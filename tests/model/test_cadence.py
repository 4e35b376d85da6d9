"""How often issues come out, as readers say it."""

from __future__ import annotations

import pytest

from briefing.model import Cadence


@pytest.mark.parametrize(
    ("cadence", "words"),
    [
        (Cadence(), ""),
        (Cadence(at="07:00"), ""),
        (Cadence("1 week", "friday"), "every Friday"),
        (Cadence("2 weeks", "friday", "07:00"), "every second Friday at 07:00"),
        (Cadence("4 weeks", "friday", "07:00"), "every fourth Friday at 07:00"),
        (Cadence("10 weeks", "monday"), "every 10 weeks, on a Monday"),
        (Cadence("2 weeks"), "every two weeks"),
        (Cadence("1 month", "tuesday"), "every month on a Tuesday"),
        (Cadence("3 months", at="12:00"), "every three months at 12:00"),
        (Cadence("1 day"), "every day"),
        (Cadence("week", "friday"), "every Friday"),
        (Cadence("month"), "every month"),
        (Cadence("20 days"), "every 20 days"),
    ],
)
def test_a_cadence_is_said_as_people_say_it(cadence: Cadence, words: str) -> None:
    assert cadence.words == words
