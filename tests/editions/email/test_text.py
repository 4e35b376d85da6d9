"""The plain text: laid out for people, foldable by programs."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.editions.email.flowed import LONGEST, Passage, columns, flowed
from briefing.model import (
    Alignment,
    BulletList,
    CodeBlock,
    DisplayedQuotation,
    External,
    Extract,
    LineBreak,
    Link,
    OrderedList,
    Paragraph,
    Quotation,
    Table,
    Text,
)
from tests.editions.email.long_issue import long_issue
from tests.editions.email.mailed import of_blocks, sample_issue, text_of, unflowed

SAMPLE = text_of(sample_issue())


def paragraph(words: str) -> Paragraph:
    return Paragraph("", (Text(words),))


def body_of(text: str) -> str:
    """What stands between the two rules."""
    return text.split("\n---\n")[1].strip("\n")


@pytest.mark.parametrize("text", [SAMPLE, text_of(long_issue())], ids=["sample", "long"])
def test_no_line_is_longer_than_78_columns_but_for_an_address(text: str) -> None:
    assert [line for line in text.split("\n") if columns(line) > LONGEST and "://" not in line] == []
    assert max(columns(line) for line in text.split("\n") if line.endswith(" ")) <= 72


def test_the_whole_sample_reads_as_it_was_meant() -> None:
    assert body_of(SAMPLE) == SAMPLE_BODY


def test_a_paragraph_unfolds_to_one_line() -> None:
    words = "word " * 60
    assert (0, words.strip()) in unflowed(text_of(of_blocks(paragraph(words))))


def test_a_displayed_quotation_is_quoted() -> None:
    quoted = [content for depth, content in unflowed(SAMPLE) if depth == 1]
    assert quoted[:3] == ["“We read every letter.", "“We act on those we can.”", "— Orla Venn, chair of the Harbour Board [2]"]


def test_two_quotations_in_a_row_are_not_one() -> None:
    quotations = tuple(Quotation(f"q-{name}", (f"“{name}”",), displayed=True, citation=None, attribution=name) for name in "AB")
    blocks = (DisplayedQuotation(at, (paragraph(f"“{one.attribution}”"),), None) for at, one in enumerate(quotations))
    assert body_of(text_of(of_blocks(*blocks, quotations=quotations))) == "> “A”\n>\n> — A\n\n> “B”\n>\n> — B"


def test_an_extract_in_an_extract_is_quoted_twice() -> None:
    text = text_of(of_blocks(Extract((paragraph("outer"), Extract((paragraph("inner"),))))))
    assert body_of(text) == "> outer\n>\n>> inner"


def test_lists_have_their_markers() -> None:
    nested = OrderedList(3, ((paragraph("three"),), (paragraph("four"), paragraph("still four"))))
    text = text_of(of_blocks(BulletList(((paragraph("one"),), (paragraph("two"), nested), (CodeBlock("x = 1"),)))))
    assert body_of(text) == "• one\n• two\n   3. three\n   4. four\n\nstill four\n\n•\n\n x = 1"


def test_a_table_that_fits_is_set_in_columns() -> None:
    rows = ((("March",), ("41",)), (("April",), ("1,063",)))
    cells = tuple(tuple((Text(cell[0]),) for cell in row) for row in rows)
    table = Table((Alignment.LEFT, Alignment.RIGHT), ((Text("Month"),), (Text("Rests"),)), cells)
    assert body_of(text_of(of_blocks(table))) == " Month  Rests\n -----  -----\n March     41\n April  1,063"


def test_wide_characters_keep_the_columns_straight() -> None:
    table = Table((), ((Text("港"),), (Text("b"),)), (((Text("ab"),), (Text("c"),)),))
    assert body_of(text_of(of_blocks(table))) == " 港  b\n --  -\n ab  c"


def test_a_table_that_does_not_fit_has_a_line_for_each_cell() -> None:
    cell = (Text("word " * 8),)
    text = body_of(text_of(of_blocks(Table((), (cell, cell), ((cell, cell),)))))
    assert text == "\n\n".join(["\n".join(["word " * 7 + "word"] * 2)] * 2)


def test_where_links_lead_stands_below_the_paragraph() -> None:
    link = Link(External("https://guild.example/a"), (Text("the guild"),))
    text = body_of(text_of(of_blocks(Paragraph("", (Text("Ask "), link, Text(", they said."))))))
    assert text == "Ask the guild, they said.\nthe guild: https://guild.example/a"


@pytest.mark.parametrize(
    ("address", "words"), [("https://a.example/", "https://a.example/"), ("mailto:a@b.example", "a@b.example")]
)
def test_an_address_that_is_its_own_words_is_not_said_twice(address: str, words: str) -> None:
    assert body_of(text_of(of_blocks(Paragraph("", (Link(External(address), (Text(words),)),))))) == words


def test_a_line_break_is_kept() -> None:
    assert body_of(text_of(of_blocks(Paragraph("", (Text("one"), LineBreak(), Text("two")))))) == "one\ntwo"


def test_pull_quotes_are_not_in_plain_text() -> None:
    assert SAMPLE.count("We call it a paper rule") == 1


def test_the_address_of_a_source_has_a_line_of_its_own() -> None:
    assert "\nhttps://board.example/statement?a=1&b=2\n" in SAMPLE


def test_it_says_why_it_came_how_to_stop_it_and_who_sends_it() -> None:
    foot = SAMPLE.split("\n---\n")[2]
    for line in (
        "You get this because you subscribed to The Pilotage Lantern.",
        "Unsubscribe:\n{{unsubscribe_url}}",
        "2 Quay Row",
    ):
        assert line in foot


def test_lines_that_programs_would_misread_begin_with_a_space() -> None:
    for words in ("From here on", "> not quoted"):
        assert flowed([Passage(words)]) == f" {words}\n"


@pytest.mark.parametrize("words", [f"{'x' * 70} From {'y' * 70}", f"{'x' * 70} From", "From here", "> x"])
def test_wherever_a_line_is_broken_none_begins_as_a_program_would_misread_it(words: str) -> None:
    assert not re.search("^(?:From |>)", flowed([Passage(words)]), re.MULTILINE)


def test_no_line_begins_a_signature() -> None:
    assert "-- " not in flowed([Passage(f"{'x' * 70} -- {'y' * 70}")]).split("\n")


def test_a_line_of_code_too_long_for_a_line_is_folded() -> None:
    code = "step " * 30
    text = flowed([Passage(code.strip(), laid_out=True)])
    assert max(map(len, text.split("\n"))) <= LONGEST
    assert unflowed(text) == [(0, code.strip())]


@given(st.lists(st.tuples(st.text(alphabet="ab >.-From", min_size=1, max_size=300), st.integers(0, 3)), max_size=6))
def test_flowed_text_unfolds_to_what_went_in(passages: list[tuple[str, int]]) -> None:
    text = flowed(Passage(words, depth) for words, depth in passages)
    expected = [(depth, " ".join(words.split())) for words, depth in passages if words.strip()]
    assert [(depth, " ".join(words.split())) for depth, words in unflowed(text)] == expected
    assert all(len(line) <= LONGEST or " " not in line.strip("> ") for line in text.split("\n"))


SAMPLE_BODY = """\
A fortnight ago we reported on night\u00a0berthing. The guild wrote: “Since\x20
January no pilot on the night turn has had the eleven hours…
reported: https://lantern.example/bulletin/issues/night-berthing/

“We call it a paper rule, and we ask you to say so.” [1]


A ‘paper’ rule

The chair said rosters were “not a matter for the board” [1, p. 4; 2].\x20
At sea, it seems, nobody counts the hours [a] — nobody at all.

> “We read every letter.
>
> “We act on those we can.”
>
> — Orla Venn, chair of the Harbour Board [2]

Rosters are altered after the fact. [3] Some twice. [4]


The figures

 Month        Short rests
 -----------  -----------
 March                 41
 April & May           63

[Short rests by month, rising from 41 to 63]

Short rests, by month

• the guild
• the board, which
   3. pays
   4. plans

* * *

> Rule 9: eleven hours of rest in every twenty-four.

 rest >= 11
 if night: rest += 1

The rule’s name is rule_9 <rest>.
Write to the guild {{ nothing }} *|X|* %y%.
the guild: https://guild.example/?q=1&r=2


Notes

[a] A turn is twelve hours, dock to dock.


Sources

Documents

[1] Sallow Pilots’ Guild, letter to the Harbour Board, March 2031
Checked word for word against the letter, with cuts marked.

Statements to us

[2] Orla Venn, chair of the Harbour Board, statement to us, 14 May 2031
https://board.example/statement?a=1&b=2
Archived copy of source 2:
https://archive.example/board
Accessed 15 May 2031

Other sources

[3] a person who has seen the rosters

[4] a person who has seen the rosters


Corrections and clarifications

Clarification, 18 May 2031: A turn can also begin at sea."""
