"""A text that is published beside its source is the one that quotations were checked in."""

from __future__ import annotations

import pytest

from briefing.testing import desk
from briefing.verification.checking import Kept
from briefing.verification.evidence import Evidence, Segment
from briefing.verification.held import Held
from briefing.verification.published import differing

RECORD = """\
kind: report
level: open
title: Rest and rosters
publisher: Harbour Board
issued: 2031-04-11
publish: true
evidence: [report.txt]
"""
EVIDENCE = 'Rosters are rarely altered -- so the\nmas-\nters say -- and the board\'s "rule" stands.\n'


def told(text: str, *evidence: str | tuple[Segment, ...], record: str = RECORD) -> list[str]:
    files = {
        "sources/rest-report.yml": record,
        "sources/rest-report.txt": text,
        "content/issues/2031-05-16-copy.md": "Nothing.\n",
    }
    segments = [(Segment(one),) if isinstance(one, str) else one for one in evidence]
    kept = {"rest-report": Kept(tuple(Held(Evidence(one), "report.txt") for one in segments))}
    return [text[finding.span.start : finding.span.end] for finding in differing(desk(files), kept)]


def test_marks_spaces_and_line_ends_are_free() -> None:
    assert told("Rosters are rarely altered – so the masters say – and the board’s “rule” stands.\n", EVIDENCE) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Rosters are never altered so the masters say and the board’s rule stands.", "never"),
        ("Rosters are rarely altered and the board’s rule stands.", "and"),
        ("Rosters are rarely altered so the masters say", "say"),
        ("", ""),
    ],
    ids=["a word changed", "words left out", "cut off", "empty"],
)
def test_any_other_difference_is_told_where_it_begins(text: str, word: str) -> None:
    assert told(text, EVIDENCE) == [word]


def test_headings_and_names_of_speakers_are_no_difference_for_they_are_not_among_what_was_read() -> None:
    turns = (Segment("I did not count them.", "Mr Venn"), Segment("Who did?", "the chair"), Segment("Nobody.", "Mr Venn"))
    text = "Port hearing\n\nVENN: I did not count them.\nCHAIR: Who did?\nVENN: Nobody.\n"
    assert told(text, turns) == []
    assert told(text.replace("Nobody", "Somebody"), turns) == ["VENN"]


def test_of_several_files_one_is_enough() -> None:
    assert told(EVIDENCE, "Another file.", EVIDENCE) == []


def test_nothing_is_said_of_what_is_not_published_or_could_not_be_read() -> None:
    assert told("Else.", EVIDENCE, record=RECORD.replace("publish: true\n", "")) == []
    assert told("Else.") == []
