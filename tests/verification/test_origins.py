"""A normalised text knows where each of its characters stood, however often it was changed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from briefing.verification.normalising import Folded, fold, replaced
from tests.characters import ANY

TEXT = st.text("abc- ", max_size=40)
CHANGES = st.lists(st.tuples(st.sampled_from(["a", "b+", "c", "ab", "-", " +"]), st.sampled_from(["", "a", "bc", "cab", "-"])))


def simply(text: str, origin: Sequence[int], pattern: str, new: str) -> tuple[str, list[int]]:
    """The same, character by character."""
    made, places, done = "", [], 0
    for match in re.finditer(pattern, text):
        made += text[done : match.start()] + new
        places += [*origin[done : match.start()], *[origin[match.start()]] * len(new)]
        done = match.end()
    return made + text[done:], [*places, *origin[done:]]


@given(TEXT, CHANGES, st.integers(0, 40), st.integers(0, 40))
def test_places_outlast_any_changes(text: str, changes: list[tuple[str, str]], begin: int, length: int) -> None:
    folded = Folded(text, range(len(text) + 1))
    expected: tuple[str, Sequence[int]] = folded.text, folded.origin
    for number, (pattern, new) in enumerate(changes):
        if number == len(changes) // 2:
            cut = folded.origin[begin : begin + length + 1]
            folded = Folded(folded.text[begin : begin + max(len(cut) - 1, 0)], cut) if cut else folded
            expected = folded.text, list(cut) if cut else expected[1]
        folded = replaced(folded, re.compile(pattern), new)
        expected = simply(*expected, pattern, new)
    assert (folded.text, list(folded.origin)) == (expected[0], list(expected[1]))
    assert [folded.origin[at] for at in range(len(folded.origin))] == list(expected[1])
    assert list(folded.origin[begin : begin + length]) == list(expected[1])[begin : begin + length]


@given(st.text(ANY))
def test_a_folded_text_has_a_place_for_each_character_and_the_end(text: str) -> None:
    folded = fold(text)
    assert list(folded.origin) == sorted(folded.origin)
    assert len(folded.origin) == len(folded.text) + 1
    assert folded.origin[len(folded.text)] == len(text)
