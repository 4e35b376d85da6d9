"""Each slip of the list is told in one primary finding, at its place, with what to do; none ends in a traceback."""

from __future__ import annotations

import pytest

from tests.casebook.mistakes import Mistake, mistakes, told

MISTAKES = mistakes()


def test_the_list_has_fifty() -> None:
    assert len(MISTAKES) >= 50
    assert len({(one.file, one.old, one.new) for one in MISTAKES}) == len(MISTAKES)


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda one: one.told.split()[1])
def test_one_slip_has_one_finding_where_it_was_made(mistake: Mistake) -> None:
    assert told(mistake) == [f"{mistake.file} {mistake.told}"]
