"""Every body and person here is invented."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.desk import PartialDate, Person, Role
from briefing.diagnostics import Reading
from briefing.reading.people import read_people
from tests.characters import ANY
from tests.reading.placed import placed


def read(text: str) -> Reading[Mapping[str, Person]]:
    return read_people("sources/people.yml", text)


def test_people_are_read_with_their_roles() -> None:
    text = """\
harbour-board: {name: Harbour Board, full: Harbour Board of Port Sallow}
orla-venn:   # a comment is allowed and not read
  name: Orla Venn
  later: Ms Venn
  roles:
    - {role: chair of the Harbour Board, from: 2029-04, to: 2031}
    - {role: pilot}
  index: false
"""
    reading = read(text)
    assert not reading.findings
    assert reading.value == {
        "harbour-board": Person("harbour-board", "Harbour Board", "Harbour Board of Port Sallow"),
        "orla-venn": Person(
            "orla-venn",
            "Orla Venn",
            later="Ms Venn",
            roles=(Role("chair of the Harbour Board", PartialDate(2029, 4), PartialDate(2031)), Role("pilot")),
            index=False,
        ),
    }


def test_a_file_without_people_is_no_fault() -> None:
    assert read("# nobody yet\n") == Reading({})


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Orla Venn: {name: Orla Venn}\n", "1:1 F401"),
        ("us: {name: The Lantern}\n", "1:1 F401"),
        ("orla-venn: Orla Venn\n", "1:12 F203"),
        ("orla-venn: {full: Orla Venn}\n", "1:12 F202"),
        ("orla-venn: {name: }\n", "1:19 F206"),
        ("orla-venn: {name: Orla Venn, latter: Ms Venn}\n", "1:30 F201"),
        ("orla-venn: {name: Orla Venn, index: maybe}\n", "1:37 F203"),
        ("orla-venn: {name: Orla Venn, roles: chair}\n", "1:37 F203"),
        ("orla-venn: {name: Orla Venn, roles: [chair]}\n", "1:38 F203"),
        ("orla-venn: {name: Orla Venn, roles: [{from: 2029}]}\n", "1:38 F202"),
        ("orla-venn: {name: Orla Venn, roles: [{role: chair, from: then}]}\n", "1:58 F203"),
        ("orla-venn: {name: Orla Venn, roles: [{role: chair, from: 2031, to: 2030}]}\n", "1:38 F406"),
        ("orla-venn: {name: Orla Venn, roles: [{role: chair, start: 2031}]}\n", "1:52 F201"),
        ("orla-venn: {name: Orla}\norla-venn: {name: Venn}\n", "2:1 F103"),
        ("- orla-venn\n", "1:1 F111"),
        ("orla-venn: *chair\n", "1:12 F109"),
        ("orla-venn: {name: Orla\u2066Venn}\n", "1:23 F112"),
    ],
)
def test_every_fault_is_one_finding_at_its_place(text: str, expected: str) -> None:
    assert placed(text, read(text).findings) == [expected]


def test_who_can_be_read_is_kept() -> None:
    people = read("orla-venn: {name: Orla Venn}\nharbour-board: {}\n").value
    assert people is not None
    assert set(people) == {"orla-venn"}


def test_a_role_may_begin_and_end_in_one_year() -> None:
    assert not read("orla-venn: {name: Orla Venn, roles: [{role: chair, from: 2031-06, to: 2031}]}\n").findings


@given(st.one_of(st.text(ANY, max_size=60), st.text(alphabet="ab:-{}[], \n#*&'\"1", max_size=60)))
def test_any_text_gives_findings_and_never_an_exception(text: str) -> None:
    reading = read(text)
    assert reading.value is not None or reading.findings
