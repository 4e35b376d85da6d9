"""Rules of the house: off unless the settings turn them on. Everything quoted here is invented."""

from __future__ import annotations

import pytest

from briefing.checks.house_lengths import HouseLengths
from briefing.checks.house_marks import HouseMarks
from briefing.checks.house_words import HouseWords
from briefing.desk import Check
from briefing.testing import SURROUNDINGS, desk

HEAD = "---\ntitle: Night berthing resumes at Port Sallow\nissue: 1\ndescription: The board has let large ships berth after dark again, on Monday.\n---\n\n"
FAULTY = """\
The guild's "paper rule"  is TK. “We rest. ” [@guild-letter] The HPG wrote, and the HPG wrote [here](https://guild.example/).

`it's  code` “The HMB's rule.” [@guild-letter] The Harbour Board (HB) met the HB and the UK’s PLA (a port).

![A very long text for a picture](../assets/rests.png)

-   a list

"""


def found(check: Check, rules: str, copy: str = FAULTY) -> list[tuple[str, str]]:
    settings = SURROUNDINGS["mkdocs.yml"] + (f"      house_style: {{{rules}}}\n" if rules else "")
    files = {
        "mkdocs.yml": settings,
        "content/issues/2031-05-16-copy.md": copy if copy.startswith("---") else HEAD + copy,
        "content/assets/rests.png": "",
    }
    (draft,) = (checked := desk(files)).drafts
    findings = sorted(check.check(checked), key=lambda one: one.span)
    return [(one.code, draft.text[one.span.start : one.span.end]) for one in findings]


@pytest.mark.parametrize("check", [HouseMarks(), HouseWords(), HouseLengths()])
def test_nothing_is_told_unless_the_house_has_a_rule(check: Check) -> None:
    assert found(check, "") == []
    assert found(check, "straight_marks: no") == []


def test_straight_marks_are_told_but_not_in_code() -> None:
    assert found(HouseMarks(), "straight_marks: yes") == [("S201", "'"), ("S201", '"'), ("S201", '"'), ("S201", "'")]


def test_spaces_are_told_but_not_in_code_or_behind_a_list_marker() -> None:
    assert found(HouseMarks(), "spaces: yes") == [("S202", "  "), ("S203", " ")]


def test_placeholders_are_told_as_whole_words() -> None:
    assert found(HouseWords(), "placeholders: [TK, rul]") == [("S204", "TK")]


def test_an_acronym_is_told_once_unless_it_is_known_introduced_or_quoted() -> None:
    assert found(HouseWords(), "acronyms: [UK, TK]") == [("S205", "HPG")]
    assert found(HouseWords(), "acronyms: [UK, TK, HPG]") == []


def test_link_texts_that_say_nothing_are_told() -> None:
    assert found(HouseWords(), "link_texts: [Here, read more]") == [("S206", "here")]


def test_what_is_too_long_is_told() -> None:
    assert found(HouseLengths(), "alt_text: 20, subject_length: 30") == [
        ("S209", "Night berthing resumes at Port Sallow"),
        ("S207", "A very long text for a picture"),
    ]
    assert found(HouseLengths(), "reading_minutes: 1") == []
    assert found(HouseLengths(), "reading_minutes: 1", "Nobody counts. " * 200) == [("S208", "")]


def test_an_imported_issue_stays_as_it_came() -> None:
    imported = HEAD.replace("issue: 1", "issue: 1\narchive: imported") + FAULTY
    rules = "straight_marks: yes, spaces: yes, placeholders: [TK], acronyms: [], alt_text: 1, reading_minutes: 1"
    assert [found(check, rules, imported) for check in (HouseMarks(), HouseWords(), HouseLengths())] == [[], [], []]
