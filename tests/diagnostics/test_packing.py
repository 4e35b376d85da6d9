"""Values that go from one process to another arrive as they were."""

from __future__ import annotations

import pickle
import sys
from dataclasses import dataclass, fields

import briefing.desk
import briefing.model
from briefing.diagnostics import Span
from briefing.diagnostics.packing import Packed
from briefing.model import CitationMark, External, Link, Paragraph, Quoted, Text


def _loses_nothing(kind: type) -> bool:
    return [field.name for field in fields(kind)] == list(vars(kind)["__slots__"])


def test_a_value_arrives_as_it_was() -> None:
    words = Quoted(1, 0, (Text("“Barges "), Link(External("https://board.example/"), (Text("lie”"),))))
    for value in (Span("a.md", 3, 5), Paragraph("p-1", (words, CitationMark(2)))):
        assert pickle.loads(pickle.dumps(value)) == value  # noqa: S301 - of our own


def test_all_parts_of_a_value_are_packed() -> None:
    kinds = [kind for kind in Packed.__subclasses__() if getattr(sys.modules[kind.__module__], kind.__name__, None) is kind]
    assert {briefing.model.Text, briefing.desk.QuotedPart} <= set(kinds)
    assert all(map(_loses_nothing, kinds))


def test_a_kind_that_has_parts_of_another_would_be_seen() -> None:
    @dataclass(frozen=True, slots=True)
    class More(Text):
        further: int = 0

    assert not _loses_nothing(More)
