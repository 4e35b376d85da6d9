"""The website, the feeds and the emails as they really are: every proof passes, and every word of them counts."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.editions.email import EmailEdition
from briefing.editions.feeds import FeedsEdition
from briefing.model import Tree
from briefing.proofs import Outputs, Proof
from briefing.proofs.completeness import Completeness
from briefing.proofs.links import Links
from briefing.proofs.markers import Markers
from briefing.proofs.quotations import Quotations
from briefing.proofs.same_words import SameWords
from briefing.testing import sample_archive
from tests.editions.web.rendered import EDITION, shipped_theme
from tests.proofs.honest import found, told, with_file

PAGE = (Tree.SITE, "issues/pilot-hours/index.html")
EMAIL = (Tree.DIST, "email/pilot-hours/email.html")
TEXT = (Tree.DIST, "email/pilot-hours/email.txt")

WORD = re.compile(
    r"<(?:style|script|svg|title|head)\b.*?</(?:style|script|svg|title|head)>|<!--.*?-->|<[^>]*>|&#?\w+;|([^\s<>&]+)", re.DOTALL
)


@cache
def ours() -> Outputs:
    archive, theme = sample_archive(), shipped_theme()
    renditions = [edition.render(archive, theme) for edition in (EDITION, FeedsEdition(), EmailEdition())]
    files = {(artifact.tree, artifact.path): artifact.content for rendition in renditions for artifact in rendition.artifacts}
    files[Tree.SITE, "assets/rests.png"] = b"\x89PNG"  # the press copies what issues refer to
    return Outputs(archive, files, tuple(showing for rendition in renditions for showing in rendition.showings))


@pytest.mark.parametrize("proof", [SameWords(), Quotations(), Markers(), Completeness(), Links()], ids=lambda proof: proof.name)
def test_every_proof_passes(proof: Proof) -> None:
    assert told(proof, ours()) == ""


@given(st.data())
def test_any_change_of_one_word_is_caught(data: st.DataObject) -> None:
    tree, path = data.draw(st.sampled_from([PAGE, EMAIL, TEXT]))
    whole = ours().files[tree, path].decode()
    start, end = shown(whole) if path.endswith(".html") else (0, len(whole))
    pattern = WORD if path.endswith(".html") else re.compile(r"([^\s>]+)")
    word = data.draw(st.sampled_from([match for match in pattern.finditer(whole, start, end) if match[1]]))
    mutated = data.draw(st.sampled_from(["", f"{word[1]} {word[1]}", f"{word[1]}x"]))
    broken = with_file(ours(), path, (whole[: word.start()] + mutated + whole[word.end() :]).encode(), tree=tree)
    alone = replace(broken, showings=tuple(one for one in broken.showings if (one.tree, one.path) == (tree, path)))
    assert [finding.split()[1] for finding in found(SameWords(), alone)] == [f"{tree.value}/{path}"]


def shown(page: str) -> tuple[int, int]:
    """The part of a page that is read back."""
    element = "article" if page.count("<article") == 1 else "body"
    return page.index(f"<{element}"), page.index(f"</{element}>")
