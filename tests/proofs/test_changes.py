"""Corrections where readers look for them: real editions pass, and each way of losing one is seen."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.editions.email import EmailEdition
from briefing.editions.feeds import FeedsEdition
from briefing.model import Tree
from briefing.proofs import Outputs
from briefing.proofs.changes import Changes
from briefing.testing import EVERY_FORM, archive
from tests.editions.web.rendered import EDITION, shipped_theme

TUGS = """\
---
title: Tugs are next
issue: 4
description: The board has asked two firms what a third tug would cost, and has not said why it asks.
---

Two firms were asked.
"""


@pytest.fixture(scope="module")
def whole() -> Outputs:
    """Three issues, of which the second was corrected before the third went out."""
    made, theme = archive({**EVERY_FORM, "content/issues/2031-05-30-tugs.md": TUGS}), shipped_theme()
    renditions = [edition.render(made, theme) for edition in (EDITION, FeedsEdition(), EmailEdition())]
    files = {(one.tree, one.path): one.content for rendition in renditions for one in rendition.artifacts}
    return Outputs(made, files, tuple(showing for rendition in renditions for showing in rendition.showings))


def codes(outputs: Outputs) -> list[str]:
    return [f"{finding.code} {finding.span.path}" for finding in Changes().prove(outputs)]


def test_every_correction_stands_where_it_should(whole: Outputs) -> None:
    assert whole.archive.issues[2].carries
    assert codes(whole) == []


@pytest.mark.parametrize(
    ("place", "old", "new", "code"),
    [
        ((Tree.SITE, "corrections/2031/index.html"), b"is of March", b"is of May", "W106"),
        ((Tree.SITE, "corrections/feed.xml"), b"2/correction/2031-05-20", b"2/correction/lost", "D106"),
        ((Tree.SITE, "feed.xml"), b"2/correction/2031-05-20", b"2/correction/lost", "D106"),
        ((Tree.SITE, "feed.json"), b"2/correction/2031-05-20", b"2/correction/lost", "D106"),
        ((Tree.SITE, "atom.xml"), b"is of March", b"is of May", "D106"),
        ((Tree.DIST, "email/tugs/email.html"), b"is of March", b"is of May", "E106"),
        ((Tree.DIST, "email/tugs/email.txt"), b"is of March", b"is of May", "E106"),
        ((Tree.DIST, "email/tugs/email.eml"), b"is of March", b"is of May", "E106"),
    ],
)
def test_one_that_is_missing_or_says_something_else_is_seen(
    whole: Outputs, place: tuple[Tree, str], old: bytes, new: bytes, code: str
) -> None:
    content = whole.files[place]
    assert old in content
    planted = replace(whole, files={**whole.files, place: content.replace(old, new)})
    assert set(codes(planted)) == {f"{code} {place[0].value}/{place[1]}"}
