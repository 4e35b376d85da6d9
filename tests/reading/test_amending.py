from __future__ import annotations

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.desk import DraftCorrection
from briefing.diagnostics import Span
from briefing.reading.amending import CannotAmendError, with_correction, with_recall, with_sent_in
from briefing.reading.characters import refused_characters
from briefing.reading.front_matter import read_front_matter
from briefing.reading.settings import read_settings
from briefing.testing import SURROUNDINGS

HEAD = """\
---
title: Night berthing resumes
issue: 1   # the first
description: The board has let large ships berth after dark again, four months after it stopped them.
"""
REST = "\n---\n\nShips may berth: at night.\n"
ENTRY = DraftCorrection(date(2031, 5, 20), "correction", Span(""), "major", "The letter is of March.", "April", "March")
SETTINGS = read_settings("mkdocs.yml", SURROUNDINGS["mkdocs.yml"]).value

FORMS = {
    "none yet": "kicker: Tugs",
    "a key without a value": "corrections:\nkicker: Tugs",
    "a key without a value, last": "corrections:",
    "an empty list": "corrections: []",
    "a flow list": "corrections: [{on: 2031-05-18, kind: typo}]  # one",
    "a flow list over lines": "corrections: [\n  {on: 2031-05-18, kind: update, text: She replied.}\n]",
    "a block list": "corrections:\n  - on: 2031-05-18\n    kind: update\n    text: She replied.  # late\n\n# more below\nkicker: Tugs",
    "a block list, not indented": "corrections:\n- {on: 2031-05-18, kind: typo}\nkicker: Tugs",
    "a block list, indented far": "corrections:\n      - on: 2031-05-18\n        kind: typo\nkicker: Tugs",
}


def corrections(text: str) -> list[tuple[object, ...]]:
    assert SETTINGS is not None
    text = text.replace("\r\n", "\n")
    read = read_front_matter("content/issues/2031-05-16-a.md", text, SETTINGS)
    assert read.value is not None, read.findings
    assert "corrections:\n---" in text or "corrections:\nkicker" in text or not read.findings
    return [(one.on.day, one.kind, one.significance, one.text, one.was, one.now, one.sent_in) for one in read.value.corrections]


@pytest.mark.parametrize("newline", ["\n", "\r\n"], ids=["LF", "CRLF"])
@pytest.mark.parametrize("mark", ["", "\ufeff"], ids=["plain", "BOM"])
@pytest.mark.parametrize("form", FORMS)
def test_an_entry_goes_behind_the_others_and_no_other_character_changes(form: str, mark: str, newline: str) -> None:
    before = mark + (HEAD + FORMS[form] + REST).replace("\n", newline)
    after = with_correction(before, ENTRY)
    assert corrections(after.removeprefix(mark)) == [
        *corrections(before.removeprefix(mark)),
        (20, "correction", "major", "The letter is of March.", "April", "March", ""),
    ]
    start = next(at for at, (one, other) in enumerate(zip(before, after, strict=False)) if one != other)
    added = len(after) - len(before)
    assert any(after[:at] + after[at + added :] == before for at in range(max(start - added, 0), start + 1))
    assert newline == "\n" or "\n" not in after.replace("\r\n", "")


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Co", "Cn", "Cs", "Zl", "Zp"]), min_size=1))
def test_whatever_is_said_is_read_back(words: str) -> None:
    said = " ".join(words.split()) or "x"
    assume(not any(refused_characters(said)))  # what no file may hold (F112)
    after = with_correction(HEAD + REST.lstrip(), DraftCorrection(date(2031, 5, 20), "update", Span(""), text=said))
    ((_, _, _, text, *_),) = corrections(after)
    assert text == said


def test_where_it_was_sent_is_added_to_the_entries_that_went_along() -> None:
    text = HEAD + FORMS["a block list"] + REST
    text = with_sent_in(with_correction(text, ENTRY), [0, 1], 7)
    assert [entry[-1] for entry in corrections(text)] == ["7", "7"]
    flow = HEAD + "corrections: [{on: 2031-05-18, kind: update, text: A}, {on: 2031-05-19, kind: update, text: B}]" + REST
    assert [entry[-1] for entry in corrections(with_sent_in(flow, [1], 7))] == ["", "7"]


def test_a_recall_is_written_once_and_can_be_marked() -> None:
    text = with_recall(HEAD + REST.lstrip(), "2031-05-20", "its figures: wrong")
    assert 'recalled: {on: 2031-05-20, why: "its figures: wrong"}\n---\n' in text
    assert 'why: "its figures: wrong", sent-in: 7}' in with_sent_in(text, (), 7, recall=True)
    with pytest.raises(CannotAmendError):
        with_recall(text, "2031-05-21", "again")


def test_what_cannot_be_amended_safely_is_refused() -> None:
    for text in ("no front matter", HEAD + "corrections: none" + REST, HEAD + "corrections: {a: b}" + REST):
        with pytest.raises(CannotAmendError):
            with_correction(text, ENTRY)
