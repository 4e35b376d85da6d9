"""Whatever copy says and evidence holds, verification comes to a verdict: never an exception, never a hang."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing.desk import Draft, Level, PublicRecord, QuotedPart, Register
from briefing.diagnostics import Span
from briefing.verification.beside import passages
from briefing.verification.checking import Checked, Kept, check
from briefing.verification.evidence import Evidence, Segment, Standing
from briefing.verification.held import Held
from briefing.verification.judging import Claim, judge
from briefing.verification.looking_up import look_nearest, look_up
from briefing.verification.policies import Policy
from briefing.verification.quoting import paste
from tests.characters import ANY
from tests.verification.casebook import PEOPLE, read_copy

RECORD = PublicRecord("board-letter", "interview", Level.NAMED, Span("x"), authors=("orla-venn",), speakers=("orla-venn",))
REGISTER = Register({"board-letter": RECORD}, PEOPLE)

PIECES = st.sampled_from(
    [
        *("the ", "gauge ", "was ", "not ", "never ", "41 ", "1,200 ", "twenty-two ", "um, ", "you know ", "Yes. ", "a", "A "),
        *(
            "… ",
            "...",
            "[…]",
            "[sic] ",
            "[the board] ",
            "[t]",
            "[",
            "]",
            "“",
            "”",
            "‘",
            "’",
            "'",
            '"',
            "*",
            "_",
            "-",
            "--",
            "–",
            "—",
        ),
        *(
            ",",
            ".",
            "?",
            "!",
            "£",
            "%",
            "/",
            " ",
            "\n",
            "\n\n",
            "\f",
            "\t",
            "\u00a0",
            "\u00ad",
            "\u200b",
            "\u0301",
            "ﬁ",
            "½",
            "é",
            "İ",
        ),
        *("\x00", "¬", "\ufffd", "\ud800", "\U0001f600", "> ", "-\n"),
    ]
)
TEXT = st.lists(PIECES, max_size=30).map("".join) | st.text(ANY, max_size=80)
SEGMENTS = st.lists(
    st.builds(
        Segment,
        TEXT,
        st.sampled_from(["", "Orla Venn", "LISK"]),
        st.sampled_from(Standing),
        st.sampled_from(["", "p. 1", "0:01"]),
    ),
    max_size=4,
)


def drafted(words: list[str]) -> Draft:
    """A draft with one quotation of these paragraphs, whatever a scanner would have said of them."""
    reading = read_copy("She said: “It was late.” [@board-letter]")
    assert reading.value is not None
    (quotation,) = reading.value.quotations
    parts = tuple(
        QuotedPart(quotation.span, f"“{paragraph}{'”' * (number == len(words) - 1)}") for number, paragraph in enumerate(words)
    )
    return replace(reading.value, quotations=(replace(quotation, parts=parts),))


def verified(words: list[str], *files: Evidence) -> tuple[Checked, Kept]:
    kept = Kept(tuple(Held(file, "letter.txt") for file in files))
    (one,) = check(drafted(words), REGISTER, {"board-letter": kept}, {"gauge": "gage"})
    return one, kept


@given(st.lists(TEXT, min_size=1, max_size=3), st.lists(SEGMENTS, min_size=1, max_size=2))
def test_any_words_and_any_evidence_come_to_a_verdict(words: list[str], files: list[list[Segment]]) -> None:
    one, kept = verified(words, *(Evidence(tuple(segments)) for segments in files))
    for finding in one.findings():
        assert 0 <= finding.span.start <= finding.span.end <= len(one.draft.text)
        assert finding.help
    for passage in passages(one, kept):
        assert all(isinstance(stretch.text, str) for stretch in (*passage.ours, *passage.theirs))


@given(TEXT, SEGMENTS)
@example("[", [Segment("the […]")])
@example("[sic] ", [Segment("[…]")])
@example("[…]", [Segment("[…]")])
def test_any_words_are_looked_up_in_any_evidence(words: str, segments: list[Segment]) -> None:
    held = [Held(Evidence(tuple(segments)))]
    for exact in (False, True):
        for excerpt in look_up(words, held, exact=exact):
            assert paste(excerpt, RECORD, REGISTER).copy.startswith("“")
    if near := look_nearest(words, held):
        assert paste(near.excerpt, RECORD, REGISTER).copy.startswith("“")


MANY = 20_000
NO_LANGUAGE = {
    "one word again and again": "a " * (MANY // 2),
    "one word without an end": "a" * MANY,
    "figures": "1 " * (MANY // 2),
    "figures in groups": "111," * (MANY // 4),
    "full stops": ". " * (MANY // 2),
    "brackets": "[a] " * (MANY // 4),
    "hyphens at line ends": "a-\n" * (MANY // 3),
    "hyphens": "-" * MANY,
    "apostrophes": "a'" * (MANY // 2),
    "fillers": "um, " * (MANY // 4),
    "blanks": "a" + " " * MANY + "a",
    "line ends": "a-" + "\n" * MANY + "-a",
    "soft hyphens": "a\u00ad" + " " * MANY + "\u00ada",
    "marks that combine": "e\u0301" * (MANY // 4) + "e" + "\u0301" * (MANY // 4),
    "emphasis": "*" * MANY,
}
CLAIMS = (
    "“a a a a a a a a a a … a a a a a a a … a a a … a”",
    f"“{' … '.join(['a'] * 40)}”",
    f"“{'a ' * 300}b”",
    "“a a [b] a a [c] a a”",
    "“[x] [y] [z]”",
    "“b a b a 1 one two 1”",
)


@pytest.mark.slow
@pytest.mark.parametrize("what", NO_LANGUAGE)
def test_no_text_whatever_holds_a_run_up(what: str) -> None:
    began = time.process_time()
    held = Held(Evidence((Segment(NO_LANGUAGE[what]),)))
    for policy in (Policy(), Policy(spoken=True)):
        for claim in CLAIMS:
            judge(Claim((claim,)), [held], policy)
    for excerpt in look_up("a a", [held])[:3]:
        paste(excerpt, RECORD, REGISTER)
    assert time.process_time() - began < 30
