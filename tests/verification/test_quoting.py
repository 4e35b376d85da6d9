"""What is printed to be pasted is right as it stands: it reads without a fault, and verification finds every word of it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.desk import DescribedRecord, Level, PublicRecord, Register
from briefing.diagnostics import Severity, Span, worst
from briefing.verification.checking import Checked, Kept, check
from briefing.verification.evidence import Evidence, Segment, Standing
from briefing.verification.held import Held
from briefing.verification.looking_up import Excerpt, everything, look_nearest, look_up, struck
from briefing.verification.quoting import paste, unquotable
from briefing.verification.readers.plain import PlainReader
from briefing.verification.typesetting import as_copy
from tests.sample_vault.documents import DOCUMENTS
from tests.verification.casebook import PEOPLE, read_copy

LETTER = PublicRecord("board-letter", "letter", Level.NAMED, Span("sources/board-letter.yml"), authors=("orla-venn",))
HEARING = PublicRecord("port-hearing", "hearing", Level.NAMED, Span("x"), speakers=("orla-venn", "tam-lisk"))
REGISTER = Register({"board-letter": LETTER, "port-hearing": HEARING}, PEOPLE)


def held(text: str) -> Held:
    return Held(PlainReader().read(text.encode()), "letter.txt")


def quoted(words: str, text: str, record: PublicRecord = LETTER, *, exact: bool = False) -> list[str]:
    return [paste(one, record, REGISTER).copy for one in look_up(words, [held(text)], exact=exact)]


SLUICE = "To the board.\n\nThe sluice was\nleft open. Mr. Lisk knew of it, the keeper's log says so. We don't.\n\nClosing it is our task.\n"


@pytest.mark.parametrize(
    ("words", "copy"),
    [
        ("LISK KNEW", "“Mr. Lisk knew of it, the keeper’s log says so.” [@board-letter]"),
        ("don’t", "“We don’t.” [@board-letter]"),
        ("was left", "“The sluice was left open.” [@board-letter]"),
        (
            "sluice … closing",
            "“The sluice was left open. Mr. Lisk knew of it, the keeper’s log says so. We don’t.\n\n“Closing it is our task.” [@board-letter]",
        ),
        ("to the board", "“To the board.” [@board-letter]"),
    ],
)
def test_whole_sentences_are_printed_curled_with_their_citation(words: str, copy: str) -> None:
    assert quoted(words, SLUICE) == [copy]


def test_just_the_words_where_that_is_asked_for() -> None:
    assert quoted("SLUICE WAS left open", SLUICE, exact=True) == ["“sluice was left open” [@board-letter]"]


def test_each_place_is_a_candidate_with_its_page() -> None:
    text = "The gauge was old.\fNobody read the gauge\fall winter. So it rusted.\f"
    assert quoted("the gauge", text) == [
        "“The gauge was old.” [@board-letter, p. 1]",
        "“Nobody read the gauge” [@board-letter, p. 2]",
    ]
    assert quoted("nobody … winter", text) == ["“Nobody read the gauge\n\n“all winter.” [@board-letter, pp. 2-3]"]


def test_of_a_hearing_the_time_and_the_speaker_are_named() -> None:
    text = "[00:12:31] VENN: I had not seen it.\n[00:12:40] LISK: The gauge was rusted.\n"
    assert quoted("gauge was", text, HEARING) == ["“The gauge was rusted.” [@port-hearing, 00:12:40 by tam-lisk]"]
    assert quoted("seen it … gauge", text, HEARING) == [], "no quotation runs over two people's words"


def test_a_label_before_a_turn_is_no_part_of_it() -> None:
    text = "Q8  Tam Lisk: Did you see the gauge?\n\nOrla Venn: I did. It was rusted.\n\nThe clerk: Order.\n"
    assert quoted("see the gauge", text, HEARING) == ["“Did you see the gauge?” [@port-hearing, Q8 by tam-lisk]"]
    assert quoted("I did", text, HEARING) == ["“I did.” [@port-hearing by orla-venn]"]
    assert quoted("order", text, HEARING) == ["“The clerk: Order.” [@port-hearing]"], "nobody the register lists"
    assert quoted("I did", text) == ["“Orla Venn: I did.” [@board-letter]"], "a letter has no turns"


def test_words_of_somebody_else_come_with_a_warning() -> None:
    evidence = Evidence((Segment("No.\n"), Segment("Was it rusted?\n", "Tam Lisk")))
    (excerpt,) = look_up("rusted", [Held(evidence)])
    (note,) = paste(excerpt, LETTER, REGISTER).notes
    assert note.startswith("these are the words of Tam Lisk (tam-lisk), not of the source’s author")


def test_deleted_words_are_not_found_but_known() -> None:
    file = Held(Evidence((Segment("It was old. "), Segment("It was never tested.", standing=Standing.DELETED))))
    assert look_up("never tested", [file]) == ()
    assert struck("never tested", [file])
    assert not struck("was old never", [file])


def test_of_words_that_are_not_there_the_nearest_passage_is_known() -> None:
    near = look_nearest("the sluice had been left open", [held(SLUICE)])
    assert near is not None
    assert near.excerpt.paragraphs == ("The sluice was\nleft open.",)
    assert look_nearest("an entirely different matter", [held(SLUICE)]) is None


@pytest.mark.parametrize(
    ("words", "copy"),
    [
        ('"Nobody," he told us, "will read it."', "‘Nobody,’ he told us, ‘will read it.’"),
        ("“Nobody” and «nobody» and „nobody”", "‘Nobody’ and ‘nobody’ and ‘nobody’"),
        ("it's 6'2\" tall, 12\" wide, in the '90s", "it’s 6′2″ tall, 12″ wide, in the ’90s"),
        ("boats -- roughly  40 - or 41--42 . . . of\u00a0them", "boats – roughly 40 – or 41–42 … of them"),
        ("an eﬃ\u00adcient\u200b refusal", "an efficient refusal"),
        ("a well-\nknown mis-\nread gauge", "a well-known misread gauge"),
        ("1. Every locking", "Every locking"),
        ("2026 was dry", "2026 was dry"),
        ("we [redacted] it", "we [redacted] it"),
        ("a *star* and [@key] <b>bold</b> ==x== a\\b", "a \\*star\\* and \\[@key] \\<b>bold\\</b> \\=\\=x\\=\\= a\\\\b"),
    ],
)
def test_evidence_as_copy(words: str, copy: str) -> None:
    assert as_copy(words, frozenset({"well-known"})) == copy


def test_a_described_source_is_quoted_only_where_that_is_agreed_and_never_with_a_place() -> None:
    record = DescribedRecord("anon-7k2q", "testimony", Span("x"), "a person who works in the harbour")
    assert "has not agreed to be quoted" in unquotable(record)
    agreed = DescribedRecord("anon-7k2q", "testimony", Span("x"), "a person who works in the harbour", direct_quote=True)
    assert unquotable(agreed) == ""
    copy = paste(Excerpt(("We burnt it.",), "p. 1", "p. 1", "VENN"), agreed, REGISTER).copy
    assert copy == "“We burnt it.” [@anon-7k2q]"


def verified(excerpt: Excerpt, file: Held) -> tuple[str, list[Checked]]:
    """A pasted excerpt, and what verification makes of it."""
    copy = f"She wrote: {paste(excerpt, LETTER, REGISTER).copy}"
    reading = read_copy(copy)
    assert reading.value is not None
    assert worst(reading.findings) < Severity.ERROR, (copy, reading.findings)
    return copy, list(check(reading.value, REGISTER, {"board-letter": Kept((file,))}, {}))


@pytest.mark.parametrize("key", sorted(DOCUMENTS))
def test_every_paragraph_of_the_sample_s_documents_is_right_when_it_is_pasted(key: str) -> None:
    text = re.sub(r"^.*MIME-Version(?:.|\n)*?\n\n", "", DOCUMENTS[key])
    file = Held(Evidence(tuple(Segment(one.text, place=one.place) for one in PlainReader().read(text.encode()).segments)))
    for excerpt in everything([file]):
        copy, (one,) = verified(excerpt, file)
        assert one.judgement.verdict.value in {"VERBATIM", "SET"} or one.judgement.times > 1, copy


WORDS = st.sampled_from(
    [
        *(
            "the",
            "gauge",
            "was",
            "don't",
            "mis-\n",
            "read",
            "well-\n",
            "known",
            "41",
            "£1,200",
            "Mr.",
            "end.",
            "so?",
            "No!",
            "It's",
        ),
        *(
            '"',
            "'",
            "“",
            "”",
            "‘",
            "’",
            "(",
            ")",
            "[",
            "]",
            "*",
            "_",
            "`",
            "\\",
            "<b>",
            "&amp;",
            "==",
            "--",
            "-",
            "–",
            "…",
            "...",
        ),
        *(
            "[redacted]",
            "[@key]",
            "[^1]",
            "[a](b)",
            "~~",
            "{: .x }",
            "ﬁnal",
            "co\u00adop",
            "\u200bx",
            "\u00a0",
            "http://a.example/b_c",
        ),
        *("\n", "\n\n", "\f", ",", ";", ":", "|", "#", "+", "a_b", "=", "^", "$5", "%", "1.", "- "),
    ]
)


@given(st.lists(st.tuples(WORDS, st.sampled_from([" ", " ", " ", ""])), min_size=3, max_size=30))
def test_whatever_a_paragraph_holds_it_is_right_when_it_is_pasted(pieces: list[tuple[str, str]]) -> None:
    file = held("It began so. " + "".join(word + blank for word, blank in pieces) + " And so it ended.")
    for excerpt in everything([file]):
        copy, judged = verified(excerpt, file)
        assert [one.judgement.verdict.value in {"VERBATIM", "SET", "TRIMMED"} for one in judged] == [True], copy
