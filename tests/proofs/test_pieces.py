"""Finished files in pieces: each is in one piece, and what is wrong with them is found piece by piece as in the whole."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest

from briefing.model import Tree
from briefing.proofs import Outputs
from briefing.proofs import pieces as pieces_of_outputs
from briefing.proofs.changes import Changes
from briefing.proofs.links import Links
from briefing.proofs.markers import Markers
from briefing.proofs.metadata import Metadata
from briefing.proofs.pieces import pieces
from briefing.proofs.privacy import Privacy
from briefing.proofs.proof import PiecewiseProof
from briefing.proofs.quotations import Quotations
from briefing.proofs.same_words import SameWords
from tests.proofs.honest import changed, outputs, with_file

PROOFS = (Changes(), Links(), Markers(), Metadata(), Privacy(), Quotations(), SameWords())
PAGE, OTHER = "issues/pilot-hours/index.html", "issues/night-berthing/index.html"


@pytest.fixture(scope="module")
def honest() -> Outputs:
    return outputs()


@pytest.fixture(autouse=True, scope="module")
def _small() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pieces_of_outputs, "_ISSUES", 1)
        patch.setattr(pieces_of_outputs, "_FILES", 2)
        yield


def test_every_file_and_showing_is_in_one_piece_and_they_stay_together(honest: Outputs) -> None:
    lost = replace(honest, showings=(*honest.showings, replace(honest.showings[0], path="nowhere.xml")))
    made = [piece.of(lost) for piece in pieces(lost)]
    assert len(made) > 4
    assert Counter(file for piece in made for file in piece.files) == Counter(lost.files.keys())
    assert Counter(showing for piece in made for showing in piece.showings) == Counter(lost.showings)
    for piece in made:
        present = {(showing.tree, showing.path) for showing in piece.showings} & lost.files.keys()
        assert present <= piece.files.keys()


@pytest.fixture(scope="module")
def planted(honest: Outputs) -> dict[str, Outputs]:
    """By what is wrong."""
    return faulty(honest)


def faulty(honest: Outputs) -> dict[str, Outputs]:
    link = '<article><a href="../../issues/lost/">x</a><a href="#lost">x</a><a href="../../issues/night-berthing/#lost">x</a>'
    first = honest.showings[0]
    return {
        "nothing": honest,
        "a word is changed": changed(honest, PAGE, "Some twice", "Some thrice"),
        "a marker is gone": changed(honest, PAGE, " [3]", ""),
        "a quotation is altered in a feed": changed(honest, "atom.xml", "every letter", "each letter"),
        "links lead nowhere": changed(honest, PAGE, "<article>", link),
        "a link of an email leads nowhere": changed(
            honest,
            "email/pilot-hours/email.html",
            "<article>",
            '<article><a href="https://lantern.example/bulletin/x/">x</a>',
            tree=Tree.DIST,
        ),
        "two pages have a link that leads nowhere": changed(
            changed(honest, PAGE, "<article>", '<article><a href="/bulletin/lost/">x</a>'),
            "index.html",
            "<a",
            '<a href="/bulletin/lost/">x</a><a',
        ),
        "a page asks another host": with_file(honest, "about/index.html", b'<img src="https://elsewhere.example/x.png">'),
        "an email cannot be read": with_file(honest, "email/pilot-hours/email.eml", b"Subject: x", tree=Tree.DIST),
        "a file is missing": replace(honest, showings=(*honest.showings, replace(first, path="nowhere.xml"))),
        "a picture is broken": with_file(honest, "assets/other.png", b"GIF"),
    }


@pytest.fixture(scope="module")
def in_pieces(planted: dict[str, Outputs], _small: None) -> dict[str, tuple[Outputs, ...]]:
    """The same in pieces, which all proofs look into, as in a build: each file is read back once."""
    return {fault: tuple(piece.of(whole) for piece in pieces(whole)) for fault, whole in planted.items()}


@pytest.mark.parametrize("proof", PROOFS, ids=lambda proof: proof.name)
def test_what_is_found_piece_by_piece_is_what_is_found_in_the_whole(
    planted: dict[str, Outputs], in_pieces: dict[str, tuple[Outputs, ...]], proof: PiecewiseProof
) -> None:
    for fault, whole in planted.items():
        found = proof.judge(whole, [proof.look(piece) for piece in in_pieces[fault]])
        assert Counter(map(repr, found)) == Counter(map(repr, proof.prove(whole))), fault


def test_those_faults_are_faults(planted: dict[str, Outputs]) -> None:
    found = {fault: [repr(finding) for proof in PROOFS for finding in proof.prove(whole)] for fault, whole in planted.items()}
    assert [fault for fault, findings in found.items() if findings == found["nothing"]] == ["nothing"]
