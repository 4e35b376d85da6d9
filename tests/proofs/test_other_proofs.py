"""Quotations, markers, completeness: each is seen to catch what it is for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.model import CitationMark, EmailOptions, Paragraph, Publication, Quotation, Quoted, Text, Tree
from briefing.proofs import Outputs
from briefing.proofs.completeness import Completeness
from briefing.proofs.markers import Markers
from briefing.proofs.quotations import Quotations
from briefing.testing import sample_archive
from tests.proofs.honest import changed, found, html, outputs, told, with_file

PAGE = "issues/pilot-hours/index.html"


@pytest.fixture(scope="module")
def honest() -> Outputs:
    return outputs()


@pytest.mark.parametrize("proof", [Quotations(), Markers(), Completeness()])
def test_honest_editions_pass(honest: Outputs, proof: Quotations | Markers | Completeness) -> None:
    assert told(proof, honest) == ""


@pytest.mark.parametrize(
    ("old", "new"), [("say so.”", 'say so."'), ("eleven hours…", "eleven hours..."), ("We read every letter.", "")]
)
def test_an_altered_quotation_is_caught(honest: Outputs, old: str, new: str) -> None:
    message = told(Quotations(), changed(honest, "atom.xml", old, new))
    assert "a quotation of the issue is missing from this feed, or altered" in message
    assert "the issue has it once, this file not at all" in message


def test_a_quotation_in_the_page_of_the_email_alone_is_caught(honest: Outputs) -> None:
    path = "email/pilot-hours/email.html"
    assert found(Quotations(), changed(honest, path, "every letter", "each letter", tree=Tree.DIST)) == [f"E102 dist/{path}"]


def test_a_quotation_may_be_shown_more_often_than_in_the_issue(honest: Outputs) -> None:
    assert found(Quotations(), changed(honest, PAGE, "<article>", "<article><p>“not a matter for the board”</p>")) == []


def test_a_quotation_shown_once_but_said_twice_is_caught() -> None:
    archive = sample_archive()
    first = archive.issues[0]
    said = Quotation("q-1", ("“never again”",), displayed=False, citation=None)
    again = Quotation("q-1-2", ("“never again”",), displayed=False, citation=None)
    body = (Paragraph("p", (Quoted(0, 0, (Text("“never again”"),)), Text(" and "), Quoted(1, 0, (Text("“never again”"),)))),)
    issue = replace(first, quotations=(said, again), body=body)
    whole = outputs(replace(archive, issues=(issue, archive.issues[1])))
    assert found(Quotations(), whole) == []
    broken = changed(whole, f"{issue.path}index.html", " and “never again”", "")
    assert "the issue has it 2 times, this file once" in told(Quotations(), broken)


def test_a_quotation_that_runs_on_behind_a_marker_is_found() -> None:
    archive = sample_archive()
    second = archive.issues[1]
    words = (Text("“We read"), CitationMark(0), Text(" every letter”"))
    said = Quotation("q-1", ("“We read every letter”",), displayed=False, citation=0)
    issue = replace(second, body=(Paragraph("p", (Quoted(0, 0, words),)),), quotations=(said,))
    whole = with_file(outputs(), PAGE, html(issue))
    whole = replace(whole, archive=replace(archive, issues=(archive.issues[0], issue)))
    assert f"W102 site/{PAGE}" not in found(Quotations(), whole)


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("feed.xml", "&lt;sup&gt;&lt;a href", "&lt;sub&gt;&lt;a href", "D103"),
        (PAGE, " [3]", "", "W103"),
        (PAGE, " [1, p. 4; 2]", " [1; 2]", "W103"),
        (PAGE, " [3]", " [3] [3]", "W103"),
    ],
)
def test_a_missing_or_added_marker_is_caught(honest: Outputs, path: str, old: str, new: str, code: str) -> None:
    assert found(Markers(), changed(honest, path, old, new)) == [f"{code} site/{path}"]


def test_the_finding_counts_both_sides(honest: Outputs) -> None:
    assert "[3]: 2 in the issue, 1 here" in told(Markers(), changed(honest, PAGE, " [3]", ""))


def test_a_citation_that_the_copy_never_shows_is_caught() -> None:
    archive = sample_archive()
    second = archive.issues[1]
    lost = replace(second, body=second.body[:4] + second.body[5:])
    whole = outputs(replace(archive, issues=(archive.issues[0], lost)))
    assert "[2] has 0 places in the issue, not one" in told(Markers(), whole)


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (PAGE, "W104"),
        ("feed.xml", "D104"),
        ("atom.xml", "D104"),
        ("feed.json", "D104"),
        ("email/pilot-hours/email.html", "E104"),
        ("email/pilot-hours/email.txt", "E104"),
        ("email/pilot-hours/email.eml", "E104"),
    ],
)
def test_an_issue_that_an_edition_leaves_out_is_missed(honest: Outputs, path: str, code: str) -> None:
    rest = tuple(showing for showing in honest.showings if (showing.path, showing.issue) != (path, 2))
    findings = list(Completeness().prove(replace(honest, showings=rest)))
    assert [finding.code for finding in findings] == [code]
    assert findings[0].message.startswith("issue 2 is missing from the ")


def test_another_editions_file_does_not_stand_in_for_an_email(honest: Outputs) -> None:
    moved = [
        replace(showing, path="digest/2.txt") if showing.path == "email/pilot-hours/email.txt" else showing
        for showing in honest.showings
    ]
    findings = list(Completeness().prove(replace(honest, showings=tuple(moved))))
    assert [finding.code for finding in findings] == ["E104"]


def test_an_issue_that_is_not_published_is_in_no_edition(honest: Outputs) -> None:
    early = replace(honest.showings[0], issue=3)
    assert "issue 3 is not published" in told(Completeness(), replace(honest, showings=(*honest.showings, early)))


def publication(**changes: object) -> Publication:
    return replace(sample_archive().publication, **changes)  # type: ignore[arg-type]  # the tests below name real fields


def test_only_the_newest_issues_need_be_in_the_feeds() -> None:
    archive = replace(sample_archive(), publication=publication(feed_items=1))
    whole = outputs(archive)
    assert [showing.issue for showing in whole.showings if showing.path == "feed.xml"] == [2]
    assert found(Completeness(), whole) == []


def test_an_issue_that_is_not_sent_needs_no_email(honest: Outputs) -> None:
    without = tuple(showing for showing in honest.showings if showing.tree is Tree.SITE)
    archive = sample_archive()
    unsent = tuple(replace(issue, email=EmailOptions("", send=False)) for issue in archive.issues)
    assert found(Completeness(), replace(honest, showings=without, archive=replace(archive, issues=unsent))) == []
    nobody = replace(archive, publication=publication(sender=None))
    assert found(Completeness(), replace(honest, showings=without, archive=nobody)) == []
    assert len(found(Completeness(), replace(honest, showings=without))) == 6
