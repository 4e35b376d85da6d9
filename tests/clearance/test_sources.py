"""Sources and people that readers may look up: open and named, cited in a published issue, and not more of them than was agreed."""

from __future__ import annotations

from briefing.clearance import clear
from briefing.model import Archive, PublicSource
from briefing.testing import EVERY_FORM, archive, desk

REPORT = """\
kind: report
level: open
title: Rest and rosters
publisher: Harbour Board
issued: 2031-04-11
url: https://board.example/rest-report
publish: true
evidence: [report.txt]
"""
TEXT = "Rest and rosters\n\nRosters are rarely altered, the masters say.\n"
DOCUMENT = {"sources/rest-report.yml": REPORT, "sources/rest-report.txt": TEXT}


def source(read: Archive, key: str) -> PublicSource:
    return read.source_by_key[key]


def test_every_open_or_named_source_of_a_published_issue_is_there_and_no_other() -> None:
    read = archive(EVERY_FORM)
    assert [one.key for one in read.sources] == ["guild-letter", "rest-report", "venn-reply"]
    assert "anon-7k2q" not in repr(read)


def test_it_is_credited_as_in_the_first_issue_that_cites_it() -> None:
    read = archive(EVERY_FORM)
    assert source(read, "guild-letter").credit == "Sallow Pilots’ Guild, letter to the Harbour Board, March 2031"
    assert {note.source: note.text for note in read.issues[1].notes}["venn-reply"] == source(read, "venn-reply").credit


def test_a_source_that_only_a_withheld_issue_cites_does_not_exist() -> None:
    files = {
        "content/issues/2031-05-16-copy.md": "The rule is old. [@guild-letter]\n",
        "drafts/2031-06-13-later.md": (
            "---\ntitle: Later\nissue: 9\ndraft: true\ndate: 2031-06-13\n"
            "description: The report says what the board has not said, at some length.\n---\n\n"
            "The report is long. [@rest-report] Ms Venn agrees. [@venn-reply]\n"
        ),
    }
    read = archive({**files, **DOCUMENT})
    assert [one.key for one in read.sources] == ["guild-letter"]
    assert [person.id for person in read.people] == ["guild"]


def test_people_are_those_who_wrote_speak_or_were_asked_with_their_roles_then_and_now() -> None:
    people = """\
guild: {name: Sallow Pilots’ Guild}
board: {name: Harbour Board}
orla-venn:
  name: Orla Venn
  roles:
    - {role: deputy harbour master, from: 2028-02, to: 2030}
    - {role: chair of the Harbour Board, from: 2031}
"""
    read = archive({**EVERY_FORM, "sources/people.yml": people})
    assert [person.id for person in read.people] == ["board", "guild", "orla-venn"]
    assert [(role.role, role.since, role.until) for role in read.person_by_id["orla-venn"].roles] == [
        ("deputy harbour master", "February 2028", "2030"),
        ("chair of the Harbour Board", "2031", ""),
    ]


def test_who_may_not_be_indexed_has_no_page_and_their_sources_are_in_no_list() -> None:
    people = """\
guild: {name: Sallow Pilots’ Guild, later: the guild}
board: {name: Harbour Board, index: false}
orla-venn: {name: Orla Venn, index: false, roles: [{role: chair of the Harbour Board, from: 2031}]}
"""
    read = archive({**EVERY_FORM, "sources/people.yml": people})
    assert read.people == (), "the guild wrote only to somebody who may not be indexed"
    assert {one.key: one.listed for one in read.sources} == {"guild-letter": False, "rest-report": True, "venn-reply": False}
    assert all(quotation.speaker_id != "orla-venn" for issue in read.issues for quotation in issue.quotations)


def test_a_document_is_published_only_of_an_open_source_that_says_so() -> None:
    read = archive({**EVERY_FORM, **DOCUMENT})
    document = source(read, "rest-report").document
    assert document is not None
    (passage,) = document.passages
    assert (passage.issue, [TEXT[begin:end] for begin, end in passage.spans]) == (2, ["rarely altered"])
    without = {**DOCUMENT, "sources/rest-report.yml": REPORT.replace("publish: true\n", "")}
    assert "the masters say" not in repr(archive_of(without))


def archive_of(files: dict[str, str]) -> Archive:
    """Without the checks, which would stop at a text that is nobody's to publish."""
    return clear(desk({**EVERY_FORM, **files}), ())


def test_no_passage_is_marked_for_words_that_may_be_those_of_a_described_source() -> None:
    copy = "She said that rosters are “rarely altered, the masters say”. [@rest-report; @anon-7k2q]\n"
    agreed = "kind: testimony\nlevel: described\ndescribe: a person who has seen the rosters\ndirect-quote: agreed\n"
    read = archive({"content/issues/2031-05-16-copy.md": copy, "sources/anon-7k2q.yml": agreed, **DOCUMENT})
    document = source(read, "rest-report").document
    assert document is not None
    assert document.passages == ()
