"""Where a quotation is marked in a document that is published."""

from __future__ import annotations

import pytest

from briefing.clearance.passages import passage

DOCUMENT = """\
Harbour Board
1

The board has read the report -- all of it. No pilot
worked more than eleven hours; the rosters show it.
\f2

Mr Venn: We don't alter rosters. The board has read the report. We received £1,200 for the
landing-stage, in two parts, and paid it back.
"""


def found(*parts: str, where: str = "") -> list[str]:
    return [DOCUMENT[begin:end] for begin, end in passage(parts, DOCUMENT, where)]


@pytest.mark.parametrize(
    ("quoted", "marked"),
    [
        ("“No pilot worked more than eleven hours”", ["No pilot\nworked more than eleven hours"]),
        ("“the report – all of it.”", ["the report -- all of it."]),
        ("“We don’t alter rosters”", ["We don't alter rosters"]),
        ("“we don’t alter rosters,”", ["We don't alter rosters"]),
        ("“£1,200 for the landing stage”", ["1,200 for the\nlanding-stage"]),
        ("“No pilot … the rosters show it.”", ["No pilot", "the rosters show it."]),
        ("“[n]o pilot worked”", ["No pilot\nworked"]),
        ("“No pilot work[s] more than eleven”", ["No pilot", "more than eleven"]),
        ("“We received [sic] £1,200”", ["We received", "1,200"]),
    ],
)
def test_the_words_are_marked_whatever_stands_between_them(quoted: str, marked: list[str]) -> None:
    assert found(quoted) == marked


@pytest.mark.parametrize(
    "quoted", ["“No pilot worked less”", "“pilot worked No”", "“eleven hour”", "“ilot worked”", "“the rosters … No pilot”", "“…”"]
)
def test_words_that_are_not_there_in_that_order_are_not_marked(quoted: str) -> None:
    assert found(quoted) == []


def test_a_quotation_over_paragraphs_is_one_passage() -> None:
    assert found("“No pilot worked more than eleven hours;", "“the rosters show it.”") == [
        "No pilot\nworked more than eleven hours; the rosters show it."
    ]


def test_pieces_are_as_near_to_each_other_as_can_be() -> None:
    ((first, _), _) = passage(["“The board … alter it”"], "The board met. The board does not alter it.")
    assert first == len("The board met. ")


def test_of_several_places_one_on_the_page_that_is_cited_is_marked() -> None:
    words = "“The board has read the report”"
    assert passage([words], DOCUMENT)[0][0] < DOCUMENT.index("\f")
    assert passage([words], DOCUMENT, "p. 2")[0][0] > DOCUMENT.index("\f")
    assert passage([words], DOCUMENT, "pp. 2-3") == passage([words], DOCUMENT, "p. 2")
    assert passage([words], DOCUMENT, "p. 9") == passage([words], DOCUMENT)


HEARING = """Q8 Chair: I will ask one thing. Did you see it?

Mr Venn: I did.

[00:12:31] Chair: How many?

Q15 Chair: How many?

Mr Venn: One. I did not count them.
"""


def test_words_that_could_stand_anywhere_are_marked_where_the_citation_says() -> None:
    ((begin, end),) = passage(["“One,”"], HEARING, "Q15")
    assert HEARING[begin - 9 : end] == "Mr Venn: One"
    assert passage(["“one”"], HEARING, "Q8")[0][0] < HEARING.index("Q15")


def test_short_words_that_stand_in_several_places_are_marked_nowhere() -> None:
    assert passage(["“How many?”"], HEARING) == ()
    assert passage(["“I did”"], HEARING) == ()
    assert passage(["“Did you see”"], HEARING) != ()


def test_a_time_of_a_recording_is_a_place() -> None:
    ((begin, _),) = passage(["“How many?”"], HEARING, "00:12:31")
    assert begin < HEARING.index("Q15")
