"""Every body and person here is invented."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.desk import DescribedRecord, Level, Obtained, PartialDate, PublicRecord, SourceRecord, Withdrawn
from briefing.desk.kinds import KINDS
from briefing.diagnostics import Reading, Span
from briefing.model import NoteGroup
from briefing.reading.register import read_source
from tests.characters import ANY
from tests.reading.placed import marked, placed

PATH = "sources/guild-letter.yml"
ANON = "sources/anon-7q2k.yml"
LETTER = "kind: letter\nlevel: named\nauthor: pilots-guild\nissued: 2031-03\n"
DESCRIBED = "kind: testimony\nlevel: described\ndescribe: a person who has seen the rosters\n"
NAME = "Wilhelmina Startop"


def read(text: str, path: str = PATH) -> Reading[SourceRecord]:
    return read_source(path, text)


def test_a_source_is_read_whole() -> None:
    text = """\
kind: report
level: open
title: "Night berthing: a review"
author: [harbour-board, pilots-guild]
to: us
issued: 2031-05-02
obtained: {by: foi, released-to: [Harbour Watch, The Lantern], ref: HB/31}
url: https://board.example/review?a=1
archive-url: https://archive.example/review
accessed: 2031-05
licence: Open Harbour Licence
publisher: Harbour Board
describe: Harbour Board, Night berthing, a review
evidence: [review.pdf, tables/rests.csv]
held: false
speakers: [orla-venn]
original: review-in-another-language
reconstructed: yes
publish: true
publish-hash: true
withdrawn: {on: 2031-06-01, why: the board took it back}
"""
    assert read(text) == Reading(
        PublicRecord(
            key="guild-letter",
            kind="report",
            level=Level.OPEN,
            span=Span(PATH),
            describe="Harbour Board, Night berthing, a review",
            title="Night berthing: a review",
            authors=("harbour-board", "pilots-guild"),
            to="us",
            issued=PartialDate(2031, 5, 2),
            obtained=Obtained("foi", ("Harbour Watch", "The Lantern"), "HB/31"),
            url="https://board.example/review?a=1",
            archive_url="https://archive.example/review",
            accessed=PartialDate(2031, 5),
            licence="Open Harbour Licence",
            publisher="Harbour Board",
            evidence=("review.pdf", "tables/rests.csv"),
            held=False,
            speakers=("orla-venn",),
            original="review-in-another-language",
            reconstructed=True,
            publish=True,
            publish_hash=True,
            withdrawn=Withdrawn(date(2031, 6, 1), "the board took it back"),
        )
    )


def test_a_described_source_has_its_words_and_two_switches() -> None:
    assert read(f"{DESCRIBED}linkable: true\ndirect-quote: agreed\n", ANON) == Reading(
        DescribedRecord(
            "anon-7q2k", "testimony", Span(ANON), "a person who has seen the rosters", linkable=True, direct_quote=True
        )
    )


def test_a_single_author_needs_no_list() -> None:
    record = read(LETTER).value
    assert isinstance(record, PublicRecord)
    assert record.authors == ("pilots-guild",)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("isued: 2031", "5:1 F201"),
        ("linkable: true", "5:1 F201"),
        ("to: Harbour Board", "5:5 F401"),
        ("to: [harbour-board]", "5:5 F203"),
        ("accessed: May 2031", "5:11 F203"),
        ("accessed: 2031-13", "5:11 F204"),
        ("accessed: 2031-02-30", "5:11 F204"),
        ("accessed: 0000", "5:11 F204"),
        ("obtained: foi", "5:11 F203"),
        ("obtained: {by: theft}", "5:16 F205"),
        ("obtained: {ref: HB/31}", "5:11 F202"),
        ("obtained: {by: foi, released: Harbour Watch}", "5:21 F201"),
        ("url: board.example", "5:6 F404"),
        ("url: javascript:alert(1)", "5:6 F404"),
        ("url: 'https://board.example/a b'", "5:6 F404"),
        ("url: 'https://board.example/\"onload=x'", "5:6 F404"),
        ("url: https://[board/", "5:6 F404"),
        ("archive-url: ftp://board.example/", "5:14 F404"),
        ("evidence: ../other/letter.pdf", "5:11 F403"),
        ("evidence: [letter.pdf, /etc/hosts]", "5:24 F403"),
        ("evidence: ['C:\\letter.pdf']", "5:12 F403"),
        ("evidence: {a: b}", "5:11 F203"),
        ("held: perhaps", "5:7 F203"),
        ("publish: true", "5:10 F405"),
        ("withdrawn: {on: 2031-06-31, why: unsure}", "5:17 F204"),
        ("withdrawn: {on: 2031-06-30}", "5:12 F202"),
        ("title:", "5:7 F206"),
        ("title: Paper #4", "5:8 F113"),
        ("title: Rosters: a rule", "5:8 F102"),
        ('title: "a\\u202Eb"', "5:8 F112"),
        ("level: open", "5:1 F103"),
    ],
)
def test_every_fault_in_a_named_source_is_one_finding_at_its_place(line: str, expected: str) -> None:
    text = f"{LETTER}{line}\n"
    assert placed(text, read(text).findings) == [expected]


def test_a_source_with_a_wrong_field_is_still_a_source_and_one_without_a_level_is_none() -> None:
    assert read(f"{LETTER}isued: 2031\n").value == read(LETTER).value
    assert read(LETTER.replace("named", "nmed")).value is None
    assert read(f"level: open\n{LETTER}").value is None


def test_a_misspelt_key_is_answered_with_the_key_that_was_meant() -> None:
    (finding,) = read(f"{LETTER}archive_url: https://archive.example/x\n").findings
    assert finding.label == "did you mean archive-url?"


def test_a_misspelt_kind_is_answered_with_the_kind_that_was_meant() -> None:
    text = LETTER.replace("letter", "leter")
    (finding,) = read(text).findings
    assert placed(text, [finding]) == ["1:7 F205"]
    assert finding.label == "did you mean letter?"


@pytest.mark.parametrize("stem", ["a", "Guild-letter", "guild_letter", "-guild", "x" * 49, "guild letter", "", "é-1"])
def test_a_file_name_that_is_no_key_is_refused(stem: str) -> None:
    assert placed(LETTER, read(LETTER, f"sources/{stem}.yml").findings) == ["1:1 F401"]


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_says_which_fields_it_needs(kind: str) -> None:
    missing = read(f"kind: {kind}\nlevel: open\n").findings
    assert [finding.code for finding in missing] == ["F202"] * len(KINDS[kind].required)
    given = {"author": "pilots-guild", "issued": "2031", "title": "Rosters", "url": "https://board.example/", "accessed": "2031"}
    lines = "".join(f"{name}: {value}\n" for name, value in given.items())
    assert not read(f"kind: {kind}\nlevel: open\n{lines}").findings


def test_every_kind_but_testimony_is_exported_as_a_type_of_csl() -> None:
    assert {kind.id for kind in KINDS.values() if not kind.csl} == {"testimony"}
    assert KINDS["board-paper"].word == "board paper"
    assert NoteGroup.OTHER not in {kind.group for kind in KINDS.values()}
    assert len(KINDS) == 19


def test_a_sealed_source_has_no_file_here() -> None:
    text = f"kind: testimony\nlevel: sealed\nauthor: {NAME}\n"
    reading = read(text, "sources/anon-5x3d.yml")
    assert placed(text, reading.findings) == ["2:8 F402"]
    assert reading.value is None
    assert reading.findings[0].secret


@pytest.mark.parametrize(
    ("line", "code"),
    [
        (f"author: {NAME}", "P402"),
        (f"title: {NAME}", "P402"),
        ("to: us", "P402"),
        (f"url: https://{NAME}.example", "P402"),
        (f"{NAME}: x", "P402"),
        (f"publisher: {{x: {NAME}}}", "P402"),
        ("issued: 2031-05-02", "P409"),
        ("accessed: 2031", "P409"),
        ("evidence: [notes.txt]", "P409"),
        ("obtained: {by: given, ref: 31}", "P409"),
        ("publish-hash: true", "P409"),
        ("withdrawn: {on: 2031-05-02, why: x}", "P409"),
    ],
)
def test_a_described_source_may_hold_nothing_that_leads_to_it(line: str, code: str) -> None:
    text = f"{DESCRIBED}{line}\n"
    reading = read(text, ANON)
    assert placed(text, reading.findings) == [f"4:1 {code}"]
    assert reading.value == read(DESCRIBED, ANON).value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"{DESCRIBED}author: {NAME}\n", "4:1 P402"),
        (f"{DESCRIBED}{NAME}: x\n", "4:1 P402"),
        (f"{DESCRIBED}author: {NAME}: chair\n", "4:9 F102"),
        (f"{DESCRIBED}linkable: {NAME}\n", "4:11 F203"),
        (f"{DESCRIBED}direct-quote: {NAME}\n", "4:15 F205"),
        (f"{DESCRIBED}kind: {NAME}\n", "4:1 F103"),
        (f"{DESCRIBED}author: @{NAME}\n", "4:9 F102"),
        (f"{DESCRIBED}{NAME}\n", "4:1 F101"),
        (f'{DESCRIBED}author: "{NAME}\n', "4:9 F105"),
        (f"kind: {NAME}\nlevel: described\ndescribe: x\n", "1:7 F205"),
        (f"kind: testimony\nlevel: {NAME}\n", "2:8 F205"),
        (f"kind: testimony\nlevel: [described, {NAME}]\n", "2:8 F203"),
        (f"{{kind: testimony, level: described, describe: x, author: {NAME}}}\n", "1:50 P402"),
        (f"- {NAME}\n", "1:1 F111"),
    ],
)
@pytest.mark.parametrize("path", [ANON, "sources/anon-2b9z.yml"])
def test_no_finding_about_a_described_source_shows_what_the_file_says(text: str, expected: str, path: str) -> None:
    reading = read(text, path)
    assert placed(text, reading.findings) == [expected]
    (finding,) = reading.findings
    assert finding.secret
    shown = " ".join((finding.message, finding.label, *finding.notes, *finding.help))
    assert not [part for part in NAME.split() if part in shown]


def test_a_file_that_does_not_say_its_level_is_treated_as_confidential() -> None:
    text = f"kind: letter\nauthor: {NAME}: chair\n"
    (finding,) = read(text).findings
    assert finding.secret
    assert NAME not in repr(finding)


def test_a_file_of_a_named_source_shows_the_line_to_paste() -> None:
    (finding,) = read(f"{LETTER}title: Rosters: a rule\n").findings
    assert not finding.secret
    assert finding.help == ('write: title: "Rosters: a rule"',)


@pytest.mark.parametrize("stem", ["night-porter", "anon-porter", "anon-7Q2", "anon-7q2kk"])
def test_the_key_of_a_described_source_says_nothing(stem: str) -> None:
    findings = read(DESCRIBED, f"sources/{stem}.yml").findings
    assert {finding.code for finding in findings} <= {"C207", "F401"}
    assert "C207" in {finding.code for finding in findings}
    assert all(finding.secret for finding in findings)


def test_the_caret_stands_under_the_key_that_is_not_allowed() -> None:
    text = f"{DESCRIBED}author: {NAME}\n"
    assert marked(text, read(text, ANON).findings[0]) == "author"


@given(
    st.one_of(
        st.text(ANY, max_size=80),
        st.lists(
            st.tuples(
                st.sampled_from(
                    ["kind", "level", "describe", "author", "issued", "obtained", "url", "evidence", "withdrawn", "x"]
                ),
                st.one_of(
                    st.sampled_from(["described", "open", "letter", "[a, b]", "{by: foi}", "&a b", "'", "2031-99"]),
                    st.text(ANY, max_size=9),
                ),
            )
        ).map(lambda lines: "\n".join(f"{key}: {value}" for key, value in lines)),
    ),
    st.sampled_from([PATH, ANON, "sources/.yml", ""]),
)
def test_any_text_gives_findings_and_never_an_exception(text: str, path: str) -> None:
    reading = read(text, path)
    assert reading.value is not None or reading.findings
