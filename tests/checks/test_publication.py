"""What issues, sources and people say of each other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefing.checks.correction_dates import CorrectionDates
from briefing.checks.followed_issues import FollowedIssues
from briefing.checks.issue_addresses import IssueAddresses
from briefing.checks.issue_numbers import IssueNumbers
from briefing.checks.unknown_people import UnknownPeople
from briefing.checks.withdrawn_sources import WithdrawnSources
from briefing.desk import DraftCorrection, PublicRecord, Register, Reply, Withdrawn
from briefing.diagnostics import Severity, Span
from tests.checks.drafts import Filing, at, described, draft, found, public, register

EARLIER, LATER, FUTURE = date(2031, 5, 2), date(2031, 5, 16), date(2031, 7, 1)
HERE = Span("content/issues/x.md", 3, 9)


def test_a_number_is_given_once_and_the_finding_names_both_files() -> None:
    first, second = draft(issue=4, on=EARLIER), draft(issue=4, on=LATER)
    (finding,) = found(IssueNumbers(), first, second)
    assert (finding.code, finding.severity) == ("F601", Severity.ERROR)
    assert (at(second, finding), finding.notes) == ("4", (f"{first.path} has it too",))


def test_of_a_published_and_a_withheld_issue_the_withheld_one_must_yield() -> None:
    withheld, published = draft(issue=4, on=EARLIER, draft=True, path="drafts/a.md"), draft(issue=4, on=LATER)
    (finding,) = found(IssueNumbers(), withheld, published)
    assert at(withheld, finding) == "4"


@pytest.mark.parametrize(("numbers", "label"), [((1, 3), "there is no issue 2"), ((1, 5), "there are no issues 2 to 4")])
def test_a_gap_in_the_numbers_warns_at_the_issue_after_it(numbers: tuple[int, int], label: str) -> None:
    first, second = (draft(issue=number, on=on) for number, on in zip(numbers, (EARLIER, LATER), strict=True))
    (finding,) = found(IssueNumbers(), first, second)
    assert (finding.code, finding.severity, finding.label) == ("F602", Severity.WARNING, label)
    assert at(second, finding) == str(numbers[1])


def test_an_archive_may_begin_anywhere_and_withheld_issues_fill_gaps() -> None:
    issues = (draft(issue=7, on=EARLIER), draft(issue=8, on=LATER, draft=True), draft(issue=9, on=LATER))
    assert found(IssueNumbers(), *issues) == []


def test_two_issues_cannot_have_one_slug() -> None:
    first, second = draft(issue=1, on=EARLIER, slug="tugs"), draft(issue=2, slug="tugs")
    (finding,) = found(IssueAddresses(), first, second)
    assert (finding.code, finding.label, finding.notes) == ("F603", "/issues/tugs/", (f"{first.path} has this address too",))
    assert at(second, finding) == "tugs"


def test_a_redirect_cannot_lie_where_another_issue_or_redirect_does() -> None:
    first = draft(issue=1, on=EARLIER, slug="tugs", aliases=("/old/tugs/",))
    second = draft(issue=2, aliases=("/issues/tugs", "old/tugs/"))
    findings = found(IssueAddresses(), first, second)
    assert [(finding.code, at(second, finding)) for finding in findings] == [("F603", "('/issues/tugs', 'old/tugs/')")] * 2
    assert {finding.label for finding in findings} == {"/issues/tugs/", "/old/tugs/"}


def test_of_two_issues_the_one_that_writes_the_address_is_told_not_the_one_whose_file_is_named_so() -> None:
    first, second = draft(issue=1, on=EARLIER, slug="pilots"), draft(issue=2, on=LATER)
    named = replace(second, front_matter=replace(second.front_matter, slug="pilots"))
    spans = {**first.front_matter.spans, "slug": HERE}
    written = replace(first, front_matter=replace(first.front_matter, spans=spans))
    (finding,) = found(IssueAddresses(), written, named)
    assert (finding.code, finding.span, finding.notes) == ("F603", HERE, (f"{named.path} has this address too",))


def test_a_gap_beside_a_number_given_twice_is_not_told_as_well() -> None:
    findings = found(IssueNumbers(), draft(issue=1, on=EARLIER), draft(issue=1, on=LATER), draft(issue=3, on=FUTURE))
    assert [finding.code for finding in findings] == ["F601"]


def test_without_anybody_in_people_yml_that_is_the_one_finding() -> None:
    (finding,) = found(UnknownPeople(), sources=Register(register().sources, {}))
    assert (finding.code, finding.message) == ("F604", "there are no people to look anybody up in")


def test_own_addresses_of_one_issue_do_not_clash() -> None:
    assert found(IssueAddresses(), draft(slug="tugs", aliases=("/issues/tugs/", "/old/", "old")), draft(issue=2)) == []


def test_a_followed_issue_must_exist() -> None:
    issue = draft(issue=2, follows=12)
    (finding,) = found(FollowedIssues(), draft(issue=1, on=EARLIER), issue)
    assert (finding.code, finding.severity, at(issue, finding)) == ("F605", Severity.ERROR, "12")


def test_a_followed_issue_must_be_earlier() -> None:
    issue = draft(issue=1, on=EARLIER, follows=2)
    later = draft(issue=2, on=LATER)
    (finding,) = found(FollowedIssues(), issue, later)
    assert (finding.code, at(issue, finding), finding.notes) == ("F606", "2", (f"issue 2 is {later.path}",))


def test_a_followed_issue_that_is_withheld_warns_until_it_is_out() -> None:
    issue = draft(issue=2, follows=1)
    (finding,) = found(FollowedIssues(), draft(issue=1, on=EARLIER, draft=True), issue)
    assert (finding.code, finding.severity, at(issue, finding)) == ("F607", Severity.WARNING, "1")


@pytest.mark.parametrize("front", [{"follows": 1}, {"follows": 1, "draft": True}, {}, {"follows": 2}])
def test_following_an_earlier_issue_is_no_fault_and_oneself_is_reported_elsewhere(front: dict[str, Any]) -> None:
    assert found(FollowedIssues(), draft(issue=1, on=EARLIER), draft(issue=2, **front)) == []


def test_a_withheld_issue_may_follow_a_withheld_one() -> None:
    assert found(FollowedIssues(), draft(issue=1, on=EARLIER, draft=True), draft(issue=2, follows=1, draft=True)) == []


@pytest.mark.parametrize("field", ["authors", "speakers", "to"])
def test_people_of_a_source_must_be_known(field: str) -> None:
    people: Any = "orla-ven" if field == "to" else ("guild", "orla-ven")
    record = public("a", **{field: people})
    (finding,) = found(UnknownPeople(), sources=register(record))
    assert (finding.code, finding.message, finding.span) == ("F604", "unknown person “orla-ven”", Span("sources/a.yml"))
    assert finding.help == ("did you mean orla-venn?",)


def test_a_party_that_is_asked_for_a_reply_must_be_known() -> None:
    (finding,) = found(UnknownPeople(), draft(replies=(Reply("zzz", HERE, outcome="declined"),)))
    assert (finding.code, finding.span, finding.help) == ("F604", HERE, ("add it: zzz: {name: …}",))


def test_known_people_and_we_ourselves_are_no_fault() -> None:
    assert found(UnknownPeople(), draft(replies=(Reply("board", HERE, outcome="declined"),))) == []


def withdrawn() -> Register:
    why = Withdrawn(date(2031, 5, 20), "its figures were mixed up")
    return register(public("quay-study", "report", withdrawn=why), described("anon-7k2q"))


def correction(day: date, kind: str = "correction") -> DraftCorrection:
    return DraftCorrection(day, kind, HERE, text="The study no longer stands.")


WITHDRAWN_COPY = "It is so. [@anon-7k2q; @quay-study, p. 3]\n\nAnd so. [@quay-study]"


@pytest.mark.parametrize("corrections", [(), (correction(date(2031, 5, 17)),), (correction(date(2031, 5, 21), "typo"),)])
def test_an_issue_that_rests_on_a_withdrawn_source_says_so(filed: Filing, corrections: tuple[DraftCorrection, ...]) -> None:
    issue = filed(WITHDRAWN_COPY, corrections=corrections)
    (finding,) = found(WithdrawnSources(), issue, sources=withdrawn())
    assert (finding.code, finding.severity, finding.label) == ("R503", Severity.WARNING, "withdrawn 20 May 2031")
    assert finding.span.start == issue.text.index("@quay-study")


def test_once_readers_were_told_a_withdrawn_source_is_no_fault(filed: Filing) -> None:
    issue = filed(WITHDRAWN_COPY, corrections=(correction(date(2031, 5, 20)),))
    assert found(WithdrawnSources(), issue, sources=withdrawn()) == []


def test_a_newer_issue_that_cites_a_withdrawn_source_gets_a_note(filed: Filing) -> None:
    (finding,) = found(WithdrawnSources(), filed(WITHDRAWN_COPY, on=date(2031, 5, 28)), sources=withdrawn())
    assert finding.severity is Severity.NOTE


def test_sources_that_stand_are_no_fault(filed: Filing) -> None:
    assert found(WithdrawnSources(), filed("It is so. [@guild-letter]")) == []


@pytest.mark.parametrize(("day", "label"), [(date(2030, 5, 20), "the issue is of 16 May 2031"), (FUTURE, "today is 1 June 2031")])
def test_a_correction_before_its_issue_or_in_the_future_is_refused(day: date, label: str) -> None:
    (finding,) = found(CorrectionDates(), draft(corrections=(correction(day),)))
    assert (finding.code, finding.span, finding.label) == ("R504", HERE, label)


@pytest.mark.parametrize("day", [LATER, date(2031, 6, 1)])
def test_a_correction_from_the_day_of_issue_to_today_is_no_fault(day: date) -> None:
    assert found(CorrectionDates(), draft(corrections=(correction(day),))) == []


def test_a_described_source_cannot_be_withdrawn_in_the_register() -> None:
    assert not hasattr(described("anon-7k2q"), "withdrawn")
    assert isinstance(withdrawn().sources["quay-study"], PublicRecord)
