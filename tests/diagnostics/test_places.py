from __future__ import annotations

from briefing.diagnostics import Code, Severity, Span
from briefing.diagnostics.places import Lines, Place, Texts, in_order

CODE = Code("S901", Severity.ERROR, "a fault", "w", "y", "e", "i")


def test_lines_and_columns_count_from_one_and_in_characters() -> None:
    lines = Lines("ab\n“é”😀x\n")
    assert lines.position(0) == (1, 1)
    assert lines.position(2) == (1, 3)
    assert lines.position(3) == (2, 1)
    assert lines.position(7) == (2, 5)
    assert lines.line(2) == "“é”😀x"


def test_an_offset_beyond_the_text_is_the_place_after_its_end() -> None:
    assert Lines("ab").position(99) == (1, 3)
    assert Lines("").position(0) == (1, 1)
    assert Lines("ab\n").line(2) == ""


def test_only_a_line_feed_ends_a_line() -> None:
    assert Lines("a\u2028b\x0bc\x85d").position(6) == (1, 7)


def test_a_file_without_text_is_pointed_at_as_a_whole() -> None:
    assert Texts({}).place(Span("content/a.png", 3, 9)) == Place(1, 1, 1, 1)


def test_findings_are_ordered_by_place_whatever_order_they_came_in() -> None:
    first, second, third = CODE.at(Span("a.md", 1, 2)), CODE.at(Span("a.md", 10, 12)), CODE.at(Span("b.md", 0, 1))
    assert in_order([third, second, first]) == in_order([second, first, third]) == (first, second, third)
