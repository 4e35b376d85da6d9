from __future__ import annotations

from datetime import date

import pytest

from briefing.clearance import clear
from briefing.clearance.attributions import allowed_lines
from briefing.desk import CitedSource, DraftCitation, SourceRecord
from briefing.diagnostics import Span
from briefing.model import Quotation
from tests.checks.drafts import SOURCES, desk, draft, public, register

DAY = date(2031, 5, 16)
NOWHERE = Span("issue.md")


def citing(*keys: str, by: str = "") -> DraftCitation:
    return DraftCitation(tuple(CitedSource(key, NOWHERE, by=by) for key in keys), NOWHERE)


def quoted(line: str, key: str, *more: SourceRecord, on: date = DAY) -> Quotation:
    copy = f"> “We read every letter.”\n>\n> — {line} [@{key}]"
    return clear(desk(draft(copy, on=on), sources=register(*SOURCES, *more)), ()).issues[0].quotations[0]


def test_a_person_may_be_called_by_name_full_or_later_form_with_or_without_the_role_of_the_day() -> None:
    assert allowed_lines(citing("venn-reply"), register(), DAY) == (
        "Orla Venn, chair of the Harbour Board",
        "Dr Orla Venn, chair of the Harbour Board",
        "Dr Venn, chair of the Harbour Board",
        "Orla Venn",
        "Dr Orla Venn",
        "Dr Venn",
    )


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Dr Venn", "Dr Venn"),
        ("Orla\u00a0Venn,  chair of the Harbour Board", "Orla Venn, chair of the Harbour Board"),
        ("Orla Venn, who fears for her job", "Orla Venn, chair of the Harbour Board"),
    ],
)
def test_what_is_printed_is_the_registers_form_and_never_what_was_typed(typed: str, printed: str) -> None:
    assert quoted(typed, "venn-reply").attribution == printed


def test_an_old_issue_prints_the_role_of_its_day() -> None:
    assert quoted("-", "venn-reply", on=date(2030, 5, 16)).attribution == "Orla Venn, harbour master"


def test_the_shape_of_an_apostrophe_does_not_matter() -> None:
    assert quoted("Sallow Pilots' Guild", "guild-letter").attribution == "Sallow Pilots’ Guild"


def test_joint_authors_speak_jointly_and_no_one_of_them_is_the_speaker() -> None:
    line = quoted("Sallow Pilots’ Guild and Harbour Board", "joint-letter")
    assert (line.attribution, line.speaker, line.speaker_id) == ("Sallow Pilots’ Guild and Harbour Board", "", "")


def test_where_several_speak_the_citation_says_who() -> None:
    line = quoted("Mr Orrin", "port-hearing by tam-orrin")
    assert (line.attribution, line.speaker, line.speaker_id) == ("Mr Orrin", "Tam Orrin", "tam-orrin")


def test_where_several_speak_and_nobody_says_who_no_line_is_allowed() -> None:
    assert allowed_lines(citing("port-hearing"), register(), DAY) == ()


def test_a_document_without_an_author_speaks_in_its_publishers_or_its_own_name() -> None:
    page = public("tide-page", "web-page", title="Tides", publisher="Quay Press")
    assert allowed_lines(citing("tide-page"), register(page), DAY) == ("Quay Press", "Tides")


def test_a_described_source_is_called_exactly_what_was_agreed() -> None:
    assert allowed_lines(citing("anon-9d4m"), register(), DAY) == ("a person who has seen the rosters",)


def test_nobody_is_named_where_the_words_may_be_those_of_a_described_source() -> None:
    assert allowed_lines(citing("venn-reply", "anon-9d4m"), register(), DAY) == ("a person who has seen the rosters",)


def test_sources_cited_together_name_a_speaker_only_if_they_agree() -> None:
    together = clear(desk(draft("“We read it.” [@guild-letter; @guild-email]")), ()).issues[0].quotations[0]
    apart = clear(desk(draft("“We read it.” [@guild-letter; @venn-reply]")), ()).issues[0].quotations[0]
    assert (together.speaker, apart.speaker) == ("Sallow Pilots’ Guild", "")


def test_a_person_without_a_page_is_named_but_has_no_id_to_link_to() -> None:
    people = tuple(
        person if person.id != "guild" else type(person)("guild", "The Guild", index=False)
        for person in register().people.values()
    )
    line = clear(desk(draft("“We read it.” [@guild-letter]"), sources=register(people=people)), ()).issues[0].quotations[0]
    assert (line.speaker, line.speaker_id) == ("The Guild", "")


def test_words_that_may_be_a_described_sources_are_put_into_nobodys_mouth() -> None:
    mixed = clear(desk(draft("“We read it.” [@venn-reply; @anon-9d4m]")), ()).issues[0].quotations[0]
    assert (mixed.speaker, mixed.speaker_id) == ("", "")
