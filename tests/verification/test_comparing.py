"""Two texts word by word: what is only how words are set makes no difference, and every other word does."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.verification.comparing import Stretch, compared
from tests.characters import ANY


def signed(stretches: tuple[Stretch, ...]) -> str:
    return "".join(f"[{one.text}]" if one.alone else one.text for one in stretches)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("We don’t “close” it", "We don't\n'close'  it"),
        ("misrepresented here", "mis-\nrepresented here"),
        ("a well-known gauge", "a well-\nknown gauge"),
        ("an efficient – refusal", "an eﬃcient -- refusal"),
    ],
)
def test_how_words_are_set_makes_no_difference(ours: str, theirs: str) -> None:
    assert (signed(compared(ours, theirs)[0]), signed(compared(ours, theirs)[1])) == (ours, theirs)


@pytest.mark.parametrize(
    ("ours", "theirs", "shown"),
    [
        ("no pilot came late", "no pilot came early", ("no pilot came [late]", "no pilot came [early]")),
        ("we saw 41 boats", "we saw 14 boats", ("we saw [41] boats", "we saw [14] boats")),
        ("it was safe", "it was not safe", ("it was safe", "it was [not] safe")),
        ("in May and June", "in May, and June", ("in May and June", "in May[,] and June")),
        ("We burnt it", "We BURNT it", ("We [burnt] it", "We [BURNT] it")),
        ("", "all of it", ("", "[all of it]")),
    ],
)
def test_words_of_one_text_alone_are_signed(ours: str, theirs: str, shown: tuple[str, str]) -> None:
    assert (signed(compared(ours, theirs)[0]), signed(compared(ours, theirs)[1])) == shown


@given(st.text(ANY, max_size=60), st.text(ANY, max_size=60))
def test_no_character_of_either_text_is_lost(ours: str, theirs: str) -> None:
    assert tuple("".join(one.text for one in stretches) for stretches in compared(ours, theirs)) == (ours, theirs)
