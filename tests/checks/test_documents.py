"""Texts of documents that are published with their source."""

from __future__ import annotations

import pytest

from briefing.checks.documents_words import DocumentsWords
from briefing.checks.missing_documents import MissingDocuments
from briefing.checks.stray_documents import StrayDocuments
from briefing.testing import told

OPEN = """\
kind: report
level: open
title: Rest and rosters
publisher: Harbour Board
issued: 2031-04-11
publish: true
evidence: [report.txt]
"""
REPORT, TEXT, COPY = "sources/rest-report.yml", "sources/rest-report.txt", "content/issues/2031-05-16-copy.md"


def test_a_source_that_is_to_be_published_needs_a_text() -> None:
    message = told(MissingDocuments(), {REPORT: OPEN})
    assert message.startswith("sources/rest-report.yml:1:1: warning[F407]")
    assert "put its text into rest-report.txt" in message
    assert told(MissingDocuments(), {REPORT: OPEN, TEXT: "Rosters.\n"}) == ""
    assert told(MissingDocuments(), {REPORT: OPEN.replace("publish: true\n", "")}) == ""


@pytest.mark.parametrize(
    ("key", "record"),
    [
        ("rest-report", OPEN.replace("publish: true\n", "")),
        ("rest-report", OPEN.replace("level: open", "level: named").replace("publish: true", "publish: false")),
        ("anon-7k2q", "kind: testimony\nlevel: described\ndescribe: a person who has seen the rosters\n"),
        ("my-notes", ""),
    ],
    ids=["not published", "named", "described", "no source"],
)
def test_no_other_text_may_lie_beside_the_register_and_its_words_are_not_shown(key: str, record: str) -> None:
    files = {f"sources/{key}.txt": "Perpetua Oddfellow-Sands told us so.\n", **({f"sources/{key}.yml": record} if record else {})}
    message = told(StrayDocuments(), files)
    assert message.startswith(f"sources/{key}.txt:1:1: error[P418]")
    assert "Perpetua" not in message


def test_the_text_of_a_source_whose_file_has_a_fault_is_told_of_once() -> None:
    assert told(StrayDocuments(), {REPORT: "kind: [report\n", TEXT: "Rosters.\n"}) == ""


@pytest.mark.parametrize(
    ("copy", "found"),
    [
        ("The report says that rosters are “rarely altered by the masters”. [@rest-report]", True),
        ("The report says that rosters are “rarely altered by anybody at all”. [@rest-report]", False),
        ("The report says that rosters are “rarely … by the masters”. [@rest-report]", True),
        ("The report says that rosters are “never altered”. [@rest-report]", True),
        ("“Rarely altered by nobody,” both say. [@rest-report; @guild-letter]", True),
        ("“Rarely altered by nobody at all.” [@guild-letter]", True),
    ],
    ids=["there", "not there", "with a cut", "too short to tell", "perhaps in the other", "from another"],
)
def test_what_is_quoted_from_a_published_document_stands_in_it(copy: str, found: bool) -> None:
    message = told(DocumentsWords(), {REPORT: OPEN, TEXT: "Rosters are rarely altered\nby the masters.\n", COPY: f"{copy}\n"})
    assert ("warning[V320]" in message) is not found
