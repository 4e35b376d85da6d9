"""Which issues become email, as which files, and that the edition states truly what they show."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import sha256

import pytest

from briefing.editions.email import EmailEdition, preheader
from briefing.model import EmailOptions, Tree
from briefing.model.words import words
from briefing.proofs import Outputs
from briefing.proofs.markers import Markers
from briefing.proofs.quotations import Quotations
from briefing.proofs.same_words import SameWords
from briefing.testing import sample_archive
from tests.editions.email.long_issue import long_issue
from tests.editions.email.mailed import files, outputs, rendered, sample_issue, shipped_theme, with_issue

ARCHIVES = {"sample": sample_archive(), "long": with_issue(long_issue())}


def test_every_issue_has_four_files_in_dist() -> None:
    made = rendered(sample_archive()).artifacts
    assert {file.tree for file in made} == {Tree.DIST}
    names = ("email.html", "email.txt", "email.eml", "manifest.json")
    assert [file.path for file in made] == [
        f"email/{slug}/{name}" for slug in ("night-berthing", "pilot-hours") for name in names
    ]


def test_nothing_is_made_without_a_sender() -> None:
    assert rendered(with_issue(sample_issue(), sender=None)).artifacts == ()


def test_an_issue_that_is_not_to_be_sent_is_left_out() -> None:
    assert rendered(with_issue(sample_issue(email=EmailOptions("x", send=False)))).artifacts == ()


def test_the_same_archive_gives_the_same_bytes() -> None:
    assert EmailEdition().render(sample_archive(), shipped_theme()) == rendered(sample_archive())


@pytest.mark.parametrize("archive", ARCHIVES.values(), ids=ARCHIVES)
@pytest.mark.parametrize("proof", [SameWords(), Markers(), Quotations()], ids=lambda proof: proof.name)
def test_the_proofs_find_the_words_of_the_issue_in_every_part(archive: object, proof: SameWords) -> None:
    assert list(proof.prove(outputs(archive))) == []  # type: ignore[arg-type]  # an Archive, from the table above


@pytest.mark.parametrize("path", ["email.html", "email.txt", "email.eml"])
def test_a_lost_word_is_found_in_each_of_them(path: str) -> None:
    whole = outputs(sample_archive())
    key = (Tree.DIST, f"email/pilot-hours/{path}")
    broken = replace(whole, files={**whole.files, key: whole.files[key].replace(b"altered", b"filed", 1)})
    assert {finding.code for finding in SameWords().prove(broken)} == {"E101"}


def test_both_parts_of_the_message_are_stated_with_their_own_lines() -> None:
    stated = {
        (showing.media_type, showing.entry): showing.declared
        for showing in rendered(sample_archive()).showings
        if showing.issue == 2
    }
    assert stated["message/rfc822", "text/plain"] == stated["text/plain", ""]
    assert stated["message/rfc822", "text/html"] == stated["text/html", ""]
    assert len(stated) == 4


def test_a_line_that_is_not_declared_is_found() -> None:
    whole = outputs(sample_archive())
    assert isinstance(whole, Outputs)
    showings = tuple(replace(showing, declared=showing.declared[1:]) for showing in whole.showings)
    assert len(list(SameWords().prove(replace(whole, showings=showings)))) == len(showings)


def test_the_manifest_says_what_a_sender_needs() -> None:
    made = files(sample_archive())
    manifest = json.loads(made["manifest.json"])
    assert manifest["issue"] == 2
    assert manifest["permalink"] == "https://lantern.example/bulletin/issues/pilot-hours/"
    assert manifest["placeholders"] == {"unsubscribe_url": "{{unsubscribe_url}}"}
    assert manifest["words"] == len(words(sample_issue()))
    assert manifest["quotations"] == 3
    for name, part in manifest["parts"].items():
        assert part["bytes"] == len(made[name])
        assert part["sha256"] == sha256(made[name]).hexdigest()


@pytest.mark.parametrize(
    ("description", "expected"),
    [
        ("The board met.", "The board met."),
        ("word " * 26 + "end", "word " * 25 + "word…"),
        ("x" * 122 + " wo, rds", "x" * 122 + " wo, rds"),
        ("x" * 200, "x" * 129 + "…"),
        ("x" * 124 + " wo, rds and", "x" * 124 + " wo…"),
        ("", ""),
    ],
)
def test_the_preheader_is_the_standfirst_up_to_the_end_of_a_word(description: str, expected: str) -> None:
    assert preheader(sample_issue(description=description)) == expected
    assert len(expected) <= 130
