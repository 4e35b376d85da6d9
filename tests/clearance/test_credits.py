from __future__ import annotations

from datetime import date

import pytest

from briefing.clearance.credits import credit, group, source_phrase
from briefing.desk import Obtained, PartialDate, Person, PublicRecord
from briefing.model import NoteGroup
from tests.checks.drafts import PEOPLE, described, public, register

DAY = date(2031, 5, 16)
MARCH = PartialDate(2031, 3)

CREDITS = [
    (
        public("a", "letter", authors=("guild", "board"), issued=MARCH, obtained=Obtained("obtained")),
        "Sallow Pilots’ Guild and Harbour Board, letter, March 2031, obtained by us",
    ),
    (
        public("a", "email", authors=("guild",), to="pilots-network", issued=MARCH, obtained=Obtained("foi")),
        "Sallow Pilots’ Guild, email to the pilots network, March 2031, released under the Freedom of Information Act",
    ),
    (
        public("a", "statement", authors=("orla-venn",), to="us", issued=PartialDate(2031, 5, 14)),
        "Orla Venn, chair of the Harbour Board, statement to us, 14 May 2031",
    ),
    (public("a", "interview", authors=("tam-orrin",), to="us", issued=MARCH), "Tam Orrin, interview with us, March 2031"),
    (
        public("a", "report", authors=("board",), title="Night berthing", publisher="Quay Press", issued=PartialDate(2030)),
        "Harbour Board, Night berthing, report, Quay Press, 2030",
    ),
    (
        public("a", "board-paper", authors=("board",), publisher="Harbour Board", issued=MARCH),
        "Harbour Board, board paper, March 2031",
    ),
    (
        public("a", "article", title="Tugs at midnight", publisher="The Sallow Echo", issued=MARCH),
        "Tugs at midnight, The Sallow Echo, March 2031",
    ),
    (
        public("a", "judgment", authors=("board",), title="Board v Orrin", publisher="Court of Wrecks", issued=MARCH),
        "Board v Orrin, Harbour Board, Court of Wrecks, March 2031",
    ),
    (
        public("a", "foi-release", authors=("board",), issued=MARCH, obtained=Obtained("foi")),
        "Harbour Board, Freedom of Information release, March 2031",
    ),
    (
        public("a", "hearing", title="Oral evidence", speakers=("orla-venn", "tam-orrin"), issued=MARCH),
        "Orla Venn and Tam Orrin, Oral evidence, hearing, March 2031",
    ),
    (public("a", "dataset", issued=MARCH, obtained=Obtained("leaked")), "Dataset, March 2031, obtained by us"),
    (public("a", "tide-table", title="Spring tides"), "Spring tides, tide table"),
    (public("a", "web-page"), "Web page"),
]


@pytest.mark.parametrize(("record", "text"), CREDITS, ids=[text for _, text in CREDITS])
def test_a_kind_without_agreed_words_has_a_wording_of_its_own(record: PublicRecord, text: str) -> None:
    assert credit(record, register(record), DAY) == text


def test_no_credit_is_printed_short_of_a_name() -> None:
    record = public("a", authors=("guild", "nobody-known"), issued=MARCH)
    assert credit(record, register(record), DAY) == "Letter, March 2031"


def test_an_issue_keeps_the_role_of_its_day() -> None:
    record = public("a", authors=("orla-venn",))
    assert credit(record, register(record), date(2030, 5, 1)) == "Orla Venn, harbour master, letter"


def test_three_authors_are_listed() -> None:
    record = public("a", authors=("guild", "board", "tam-orrin"))
    assert credit(record, register(record), DAY) == "Sallow Pilots’ Guild, Harbour Board and Tam Orrin, letter"


@pytest.mark.parametrize(
    ("name", "phrase"), [("pilots network", "letter to the pilots network"), ("Quay Watch", "letter to Quay Watch")]
)
def test_a_name_that_ends_in_a_common_noun_takes_an_article(name: str, phrase: str) -> None:
    record = public("a", to="them")
    assert source_phrase(record, register(record, people=(*PEOPLE, Person("them", name)))) == phrase


def test_how_a_document_came_to_us_is_said_no_closer_than_obtained() -> None:
    texts = {credit(public("a", obtained=Obtained(by)), register(), DAY) for by in ("leaked", "given", "obtained")}
    assert texts == {"Letter, obtained by us"}


@pytest.mark.parametrize(
    ("kind", "to", "expected"),
    [
        ("letter", "", NoteGroup.DOCUMENTS),
        ("letter", "us", NoteGroup.STATEMENTS),
        ("statement", "", NoteGroup.STATEMENTS),
        ("statement", "board", NoteGroup.DOCUMENTS),
        ("testimony", "", NoteGroup.STATEMENTS),
        ("interview", "us", NoteGroup.INTERVIEWS),
    ],
)
def test_a_note_stands_where_its_kind_belongs(kind: str, to: str, expected: NoteGroup) -> None:
    assert group(public("a", kind, to=to)) is expected


def test_a_described_source_stands_among_other_sources_and_is_credited_in_its_words() -> None:
    record = described("anon-7k2q", "a source with knowledge of the sluice")
    assert group(record) is NoteGroup.OTHER
    assert credit(record, register(), DAY) == "a source with knowledge of the sluice"
