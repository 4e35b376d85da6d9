"""Markers are taken out of a text in one go as they would be one after the other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Citation, Footnote, NoteReference
from briefing.proofs.quotations import one_by_one, without_markers
from briefing.testing import sample_archive

LABELS = ("[1]", "[2, p. 3]", "[a]")
ISSUE = replace(
    sample_archive().issues[0],
    citations=(Citation((NoteReference(1),)), Citation((NoteReference(2, "p.  3"),))),
    footnotes=(Footnote("a", ()),),
)
PIECES = st.sampled_from(["“we", " ", "]", " [1", " [1]", " [2, p. 3]", "[2, p. 3]", " [3]", " [a]", ".”"])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_markers_are_taken_out_at_once(text: str) -> None:
    assert without_markers(ISSUE, text) == one_by_one(LABELS, text)


@pytest.mark.parametrize("where", ["p. [4]", "[", "p]"])
def test_markers_with_brackets_of_their_own_are_taken_out_too(where: str) -> None:
    issue = replace(ISSUE, citations=(Citation((NoteReference(2, where),)),))
    assert without_markers(issue, f"“We tied up [2, {where}] and [a] waited.” [1]") == "“We tied up and waited.” [1]"
