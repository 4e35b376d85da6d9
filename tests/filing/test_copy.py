"""Everything quoted here is invented."""

from __future__ import annotations

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from briefing.filing.attributing import candidates, speaker
from briefing.filing.copy import FiledCopy, from_markdown, from_text
from briefing.model.words import lines
from briefing.testing import archive, desk

LONG = "The board has let large ships berth after dark again, it said on Monday."


def printed(copy: FiledCopy) -> list[str]:
    """The words of the body as the reader proper has them, without the citations."""
    (issue,) = archive(copy.body.replace(" [@todo]", "")).issues
    return " ".join(lines(issue)).removeprefix(f"{issue.title} {issue.description}").split()


def test_short_lines_between_paragraphs_are_subheads() -> None:
    copy = from_text(f"{LONG}\n\n‘Paper’ rules\u00a0\n\n{LONG}\n\nWhat then? \n\n{LONG}")
    assert copy.subheads == ("‘Paper’ rules",)
    assert "## ‘Paper’ rules\n" in copy.body


@pytest.mark.parametrize(
    "line", ["and so on", "‘’", "It said: “no”", "Regards,", "A line of more words than anybody would ever set as a subhead"]
)
def test_other_short_lines_are_not(line: str) -> None:
    assert from_text(f"{LONG}\n\n{line}\n\n{LONG}").subheads == ()


def test_a_first_line_like_a_headline_becomes_the_title() -> None:
    copy = from_text(f"Port Sallow's pilots rest\n\n{LONG}")
    assert (copy.title, copy.body) == ("Port Sallow’s pilots rest", f"{LONG}\n")


def test_every_quotation_gets_a_citation_behind_its_sentence() -> None:
    copy = from_text(
        'The guild said: "We wrote…\n\n"We wrote twice."\n\n'
        "It was “a paper rule” in all but name. The chair spoke of “rest” and of “turns”.\n\n“No,” he said. Then he left."
    )
    assert copy.body == (
        "The guild said: “We wrote…\n\n“We wrote twice.” [@todo]\n\n"
        "It was “a paper rule” in all but name. [@todo] The chair spoke of “rest” [@todo] and of “turns”. [@todo]\n\n"
        "“No,” he said. [@todo] Then he left.\n"
    )
    assert [(one.first, one.last) for one in copy.quotations] == [(0, 1), (2, 2), (2, 2), (2, 2), (3, 3)]
    assert "5 quotations, 1 of them over several paragraphs; 5 citations to fill in" in copy.decisions


def test_a_quotation_that_has_a_citation_keeps_it() -> None:
    copy = from_markdown('---\n\n# Rest\n\nIt says "no". [@rest-report, p. 7]\n\n## Turns\n\n> a rule\n\n```\n"x"\n```\n')
    assert "It says “no”. [@rest-report, p. 7]" in copy.body
    assert '```\n"x"\n```' in copy.body
    assert copy.subheads == ("Rest", "Turns")


def test_an_ambiguous_mark_is_left_and_said() -> None:
    copy = from_text('It is 6\'2" tall , " they say.')
    assert any("left as filed" in line for line in copy.decisions)


def test_blanks_go_and_no_break_spaces_that_mean_something_stay() -> None:
    copy = from_text("Five\u00a0ships \u00a0berth  now.\u00a0 \nAnd so on.\t\n\nMore.")
    assert copy.body == "Five\u00a0ships berth now.\nAnd so on.\n\nMore.\n"


def test_a_text_without_empty_lines_has_a_paragraph_a_line() -> None:
    assert from_text(f"{LONG}\n{LONG}\n").body == f"{LONG}\n\n{LONG}\n"


def test_sources_whose_author_is_named_beside_it_are_suggested_and_described_ones_never() -> None:
    register = desk("x").register
    copy = from_text(
        "Orla Venn spoke. A person who has seen the rosters did not.\n\nThe chair, Ms Venn, said: “We read every letter.”"
    )
    (quotation,) = copy.quotations
    assert candidates(quotation, copy.paragraphs, register) == ("venn-reply",)
    assert speaker(quotation, copy.paragraphs) == "Ms Venn"


WORDS = st.text(
    st.sampled_from("ab7 .,;:!?-–*_`#>|~=+<>&[](){}\\/@^$%'’‘\u00a0\n\n\u2026éé"), max_size=60
)  # punctuation that Markdown reads, mostly


@given(WORDS)
@example("1. one\n\n- two\n- three\n\n* * *\n\n[a]: b\n\n:::\n\na | b\n--|--\n\n    code")
@example("a\n===\n\na_b_c __d__ **e** \\* &amp; &lt; <b> [x](y) ![z](w) [^1] [@k] {: .c} ==p==")
def test_whatever_the_text_its_words_are_kept(text: str) -> None:
    copy = from_text(f"A text has a beginning.\n\n{text}\n\nAnd it has an end.")
    assume(not any("‘" in subhead for subhead in copy.subheads))  # what a subhead quotes must stand in the text (V312)
    assert _bare(printed(copy)[5:-5]) == _bare(text.split())


def _bare(words: list[str]) -> list[str]:
    """Without the signs of lists and dividers, which each edition draws; marks may be curled."""
    return [plain for word in words if (plain := word.replace("‘", "'").replace("’", "'")).strip("*-•_#~=")]
