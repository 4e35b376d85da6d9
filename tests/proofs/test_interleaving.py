from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from briefing.proofs.interleaving import Parting, parting

few_words = st.lists(st.sampled_from("abc"), max_size=12)
few_lines = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=3), max_size=4)


def parted(issue: list[str], lines: list[list[str]], edition: list[str]) -> Parting | None:
    return parting(" ".join(issue), [" ".join(line) for line in lines], " ".join(edition))


def by_trying(issue: list[str], lines: list[list[str]], edition: list[str]) -> bool:
    """The definition, word for word."""
    if not issue and not lines:
        return not edition
    goes_on = bool(issue and edition[:1] == issue[:1]) and by_trying(issue[1:], lines, edition[1:])
    return goes_on or bool(
        lines and edition[: len(lines[0])] == lines[0] and by_trying(issue, lines[1:], edition[len(lines[0]) :])
    )


@given(few_words, few_lines, few_words)
def test_it_agrees_with_the_definition_on_anything(issue: list[str], lines: list[list[str]], edition: list[str]) -> None:
    assert (parted(issue, lines, edition) is None) == by_trying(issue, lines, edition)


@given(few_words, few_lines, st.data())
def test_whatever_is_put_in_between_is_found_again(issue: list[str], lines: list[list[str]], data: st.DataObject) -> None:
    places = sorted(data.draw(st.integers(0, len(issue))) for _ in lines)
    bounds = [0, *places, len(issue)]
    pieces = [issue[start:end] for start, end in pairwise(bounds)]
    edition = [word for piece, line in zip(pieces, [*lines, []], strict=True) for word in (*piece, *line)]
    assert parted(issue, lines, edition) is None


def test_a_line_that_begins_like_the_text_is_told_from_it() -> None:
    issue, line = "nobody counts the hours and nobody counts", "nobody counts"
    assert parting(issue, [line], f"{line} {issue}") is None
    assert parting(issue, [line], f"{issue} {line}") is None
    assert parting(issue, [line, line], "nobody counts the hours nobody counts nobody counts and nobody counts") is None
    assert parting(issue, [line], issue) == Parting(len(issue) + 1, len(issue) + 1, 0)


def test_the_parting_is_the_furthest_that_can_be_explained() -> None:
    issue = "one two three four"
    assert parting(issue, ["x"], "one two x three five") == Parting(len("one two three "), len("one two x three "), 1)
    assert parting(issue, ["x"], "one two three") == Parting(len("one two three "), len("one two three "), 0)


def test_words_part_where_they_begin_and_not_where_their_letters_do() -> None:
    assert parting("one twofold", [], "one two fold") == Parting(len("one "), len("one "), 0)
    assert parting("one two", ["three"], "one twothree") is not None
    assert parting("one two", ["wo"], "one two wo") is None
    assert parting("one two", ["o"], "one two") is not None
    assert parting("", [], "") is None


def test_many_equal_words_and_lines_take_no_time_to_speak_of() -> None:
    issue = "a " * 1_499 + "a"
    lines = ["a"] * 150
    assert parting(issue, lines, "a " * 1_649 + "a") is None
    assert parting(issue, lines, "a " * 1_650 + "a") is not None
