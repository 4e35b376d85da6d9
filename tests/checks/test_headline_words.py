from __future__ import annotations

import pytest

from briefing.checks.headline_words import HeadlineWords
from briefing.checks.quoted_words import occurs
from tests.checks.drafts import Filing, at, found

COPY = """She wrote: “We never saw it.” [@venn-reply]

## ‘{headed}’ behaviour

Something happened.

She spoke of “horrendous” behaviour, and “it’s a paper rule” they said. [@venn-reply]

## Later

He wrote: “The tide was shameful.” [@guild-letter]
"""


def test_words_a_heading_quotes_must_stand_below_it_and_the_nearest_are_suggested(filed: Filing) -> None:
    issue = filed(COPY.format(headed="Horrific"))
    (finding,) = found(HeadlineWords(), issue)
    assert (finding.code, finding.message) == ("V312", "a quotation in a heading must appear in the text it heads")
    assert at(issue, finding) == "‘Horrific’"
    first = issue.text[: issue.text.index("Something")].count("\n") + 1
    assert finding.label == f"no quotation in lines {first}–{first + 2} has this; nearest “horrendous”, line {first + 2}"
    assert finding.notes == ("why: Editors’ Code 1(i), headlines not supported by the text",)


@pytest.mark.parametrize("headed", ["Horrendous", "horrendous", "It’s a paper rule", "a paper rule", "It’s a … rule"])
def test_words_that_stand_below_are_no_fault_whatever_the_case_of_the_first_letter(filed: Filing, headed: str) -> None:
    assert found(HeadlineWords(), filed(COPY.format(headed=headed))) == []


@pytest.mark.parametrize("headed", ["shameful", "never saw it", "behaviour", "HORRENDOUS", "paper Rule", "pap", "rule… paper"])
def test_words_of_another_part_of_our_own_copy_or_in_other_case_or_order_do_not_count(filed: Filing, headed: str) -> None:
    (finding,) = found(HeadlineWords(), filed(COPY.format(headed=headed)))
    assert finding.code == "V312"


def test_words_like_nothing_below_get_no_suggestion(filed: Filing) -> None:
    (finding,) = found(HeadlineWords(), filed(COPY.format(headed="Zzz")))
    assert finding.label.endswith("has this")


@pytest.mark.parametrize("end", ["", "\n", "\n\n"])
def test_a_heading_with_nothing_below_is_reported_too(filed: Filing, end: str) -> None:
    issue = filed(f"It is so.\n\n## A ‘paper’ rule{end}")
    (finding,) = found(HeadlineWords(), issue)
    assert at(issue, finding) == "‘paper’"


def test_a_title_is_borne_out_by_any_quotation_of_the_issue(filed: Filing) -> None:
    title = "Tide was ‘shameful’"
    assert (
        found(HeadlineWords(), filed(COPY.format(headed="Horrendous"), title=title, description=title, email_subject=title)) == []
    )


@pytest.mark.parametrize("field", ["title", "description", "email_subject"])
def test_a_title_description_or_subject_that_quotes_nobody_is_reported_where_it_stands(filed: Filing, field: str) -> None:
    issue = filed(COPY.format(headed="Horrendous"), **{field: "Tide was ‘a disgrace’"})
    (finding,) = found(HeadlineWords(), issue)
    assert at(issue, finding) == "‘a disgrace’"
    assert finding.label.startswith("no quotation in this issue has this")


def test_a_described_sources_words_bear_a_heading_out_but_are_not_suggested(filed: Filing) -> None:
    copy = "## A ‘{}’ rule\n\nOne called it a “paperless” rule. [@anon-9d4m]"
    assert found(HeadlineWords(), filed(copy.format("paperless"))) == []
    (finding,) = found(HeadlineWords(), filed(copy.format("paperles")))
    assert "paperless" not in finding.label


def test_words_that_are_nobodys_need_no_quotation(filed: Filing) -> None:
    assert (
        found(HeadlineWords(), filed(COPY.format(headed="Flavour of the month"), not_quotations=("flavour of the month",))) == []
    )


def test_imported_issues_are_not_held_to_it(filed: Filing) -> None:
    assert found(HeadlineWords(), filed(COPY.format(headed="Horrific"), imported=True)) == []


@pytest.mark.parametrize(
    ("wanted", "quoted", "stands"),
    [
        ("a paper rule", "“It is a paper rule.”", True),
        ("paper rule it", "“It is a paper rule. It is.”", False),
        ("It is … rule", "“it is a paper rule”", True),
        ("rule … It is", "“It is a paper rule”", False),
        ("don't", "“We don’t”", True),
        ("…", "“We don’t”", False),
        ("the rule", "“… the", False),
    ],
)
def test_words_stand_in_a_quotation_whole_and_in_order(wanted: str, quoted: str, stands: bool) -> None:
    assert occurs(wanted, quoted) is stands
