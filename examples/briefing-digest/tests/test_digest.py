"""The tests of a plug-in can be as short as this: the contract, and what is its own."""

from __future__ import annotations

import json

from briefing_digest.check import UnexplainedAbbreviations
from briefing_digest.edition import DigestEdition

from briefing.model import Theme
from briefing.testing import archive, assert_check_contract, assert_edition_contract, told

BARE = Theme({}, {}, {})


def test_the_edition_keeps_the_contract() -> None:
    assert_edition_contract(DigestEdition())


def test_an_issue_is_text_between_the_masthead_and_the_sign_off() -> None:
    _, text = DigestEdition().render(archive("Two tugs are late.\n"), BARE).artifacts
    assert text.content.decode() == (
        "The Pilotage Lantern, issue 1, 16 May 2031\n\n"
        "An issue for a test\n\n"
        "What happened at Port Sallow, in one invented sentence for a test.\n\n"
        "Two tugs are late.\n\n"
        "End of the digest.\n"
    )


def test_a_line_that_looks_quoted_stays_a_line() -> None:
    _, text = DigestEdition().render(archive("```\n> 11 hours\n```\n"), BARE).artifacts
    assert "\n > 11 hours\n" in text.content.decode()


def test_the_list_names_the_texts() -> None:
    index, text = DigestEdition().render(archive("Two tugs are late.\n"), BARE).artifacts
    assert [f"digest/{entry['text']}" for entry in json.loads(index.content)] == [text.path]


def test_the_check_keeps_the_contract() -> None:
    assert_check_contract(UnexplainedAbbreviations(), faulty="The PTC has not replied.\n")


def test_the_first_use_is_found_and_no_other() -> None:
    report = told(UnexplainedAbbreviations(), "The PTC has not replied. The PTC is late.\n")
    assert report.count("warning[DIGEST101]") == 1
    assert "copy.md:7:5" in report


def test_what_is_explained_or_quoted_is_left_alone() -> None:
    copy = "The Pilots’ Training Council (PTC) met. The PTC said: “The RST is a paper rule.” [@guild-letter]\n"
    assert told(UnexplainedAbbreviations(), copy) == ""
