from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest

from briefing.clearance import clear
from briefing.clearance.feed_id import feed_id
from briefing.desk import DraftCorrection
from briefing.diagnostics import Span
from briefing.model import Correction, CorrectionKind, Html, Issue, Page
from tests.checks.drafts import NOW, ZONE, desk, draft

NOWHERE = Span("issue.md")


def cleared(copy: str = "Nothing is quoted.", **front: Any) -> Issue:
    return clear(desk(draft(copy, **front)), ()).issues[0]


def corrected(*entries: DraftCorrection) -> Issue:
    return cleared(corrections=entries)


def test_an_issue_carries_what_its_front_matter_says() -> None:
    issue = cleared(
        authors=("second", "editor"), topics=("money",), kicker="Tugs", series="Night", aliases=("/old/tugs/",), email_send=False
    )
    assert [author.name for author in issue.authors] == ["Jo Marsh", "Ines Calloway"]
    assert [topic.name for topic in issue.topics] == ["Money"]
    assert (issue.kicker, issue.series, issue.aliases) == ("Tugs", "Night", ("old/tugs/",))
    assert (issue.email.subject, issue.email.send) == ("An issue", False)
    assert issue.language == "en-GB"


def test_a_subject_of_its_own_goes_before_the_title() -> None:
    assert cleared(email_subject="Tugs, again").email.subject == "Tugs, again"


def test_the_feed_id_is_a_tag_of_a_bare_lower_case_host_the_day_and_the_number() -> None:
    assert cleared().id == "tag:lantern.example,2031-05-16:1"


@pytest.mark.parametrize(
    ("site", "authority"),
    [("https://hafen.example/a/b/", "hafen.example"), ("https://MÜNCHEN.example:8443/", "xn--mnchen-3ya.example")],
)
def test_a_feed_id_holds_neither_port_nor_path_nor_other_letters(site: str, authority: str) -> None:
    assert feed_id(site, date(2031, 5, 16), 7) == f"tag:{authority},2031-05-16:7"


def test_an_uncorrected_issue_was_updated_when_it_was_published() -> None:
    issue = cleared()
    assert issue.updated == issue.published == datetime(2031, 5, 16, 7, tzinfo=ZONE)


def test_an_issue_was_updated_at_midnight_of_its_last_correction_in_its_own_zone() -> None:
    issue = corrected(
        DraftCorrection(date(2031, 5, 20), "correction", NOWHERE, text="It was March."),
        DraftCorrection(date(2031, 5, 18), "update", NOWHERE, text="She replied."),
    )
    assert issue.updated == datetime(2031, 5, 20, 0, 0, tzinfo=ZONE)
    assert issue.updated.utcoffset() == datetime(2031, 5, 20, tzinfo=ZONE).utcoffset()
    assert [correction.on.day for correction in issue.corrections] == [18, 20]


def test_a_correction_on_the_day_of_issue_does_not_date_it_back() -> None:
    issue = corrected(DraftCorrection(date(2031, 5, 16), "correction", NOWHERE, text="It was March."))
    assert issue.updated == issue.published


def test_a_typo_is_not_shown_and_updates_nothing() -> None:
    issue = corrected(DraftCorrection(date(2031, 5, 20), "typo", NOWHERE, text="pilot, not pliot"))
    assert (issue.corrections, issue.updated) == ((), issue.published)


def test_a_correction_carries_what_readers_are_told_and_not_in_which_mail_it_went_out() -> None:
    entry = DraftCorrection(
        date(2031, 5, 20), "correction", NOWHERE, "major", "It was March.", "April", "March", "q-1a", "mail-9"
    )
    assert corrected(entry).corrections == (
        Correction(date(2031, 5, 20), CorrectionKind.CORRECTION, True, "It was March.", "April", "March", "q-1a"),
    )


def test_an_apology_is_always_major() -> None:
    (correction,) = corrected(DraftCorrection(date(2031, 5, 20), "apology", NOWHERE, text="We are sorry.")).corrections
    assert correction.major


PULLED = "He wrote: “We ==call it a paper rule==, all of us.” [@venn-reply]"


def test_a_pull_names_speaker_role_source_and_date_from_the_register() -> None:
    (pull,) = cleared(PULLED).pulls
    assert pull.words == "call it a paper rule"
    assert pull.attribution == "Orla Venn, chair of the Harbour Board, statement to us, 14 May 2031"


def test_a_pull_that_took_the_marks_with_it_has_none() -> None:
    (pull,) = cleared("==“We call it a paper rule.”== [@guild-email]").pulls
    assert pull.words == "We call it a paper rule."


def test_joint_authors_of_pulled_words_are_all_named() -> None:
    (pull,) = cleared("“We ==call it a paper rule==.” [@joint-letter]").pulls
    assert pull.attribution == "Sallow Pilots’ Guild and Harbour Board, letter, February 2031"


def test_a_pull_of_our_own_words_is_attributed_to_nobody() -> None:
    (pull,) = cleared("At sea ==nobody counts the hours== at all. [@venn-reply]").pulls
    assert (pull.words, pull.quotation, pull.attribution) == ("nobody counts the hours", None, "")


WITHHELD: dict[str, dict[str, Any]] = {
    "a draft": {"draft": True},
    "an embargo": {"embargo": datetime(2031, 6, 2, tzinfo=ZONE)},
    "the future": {"on": date(2031, 6, 2)},
}


@pytest.mark.parametrize("why", WITHHELD)
def test_a_withheld_issue_does_not_exist_not_even_as_one_that_is_followed(why: str) -> None:
    withheld = draft("Hush.", issue=2, **{"title": "Not Yet Known", "slug": "not-yet-known", **WITHHELD[why]})
    archive = clear(desk(draft(issue=1, follows=2), withheld), ())
    assert [(issue.number, issue.follows) for issue in archive.issues] == [(1, None)]
    assert "Not Yet Known" not in repr(archive)
    assert "not-yet-known" not in repr(archive)


def test_a_published_issue_that_is_followed_is_named() -> None:
    archive = clear(desk(draft(issue=1, on=date(2031, 5, 2)), draft(issue=2, follows=1)), ())
    assert archive.followed(archive.issues[1]) == archive.issues[0]


def test_issues_stand_oldest_first_and_pages_pass_as_they_are() -> None:
    page = Page("about/", "About", "", Html("<p>Invented.</p>"))
    archive = clear(desk(draft(issue=2), draft(issue=1, on=date(2031, 5, 2))), (page,))
    assert [issue.number for issue in archive.issues] == [1, 2]
    assert archive.pages == (page,)


def test_an_issue_that_comes_out_this_moment_is_published() -> None:
    (issue,) = clear(desk(draft(embargo=NOW)), ()).issues
    assert issue.number == 1
