"""From character offsets to what an editor can find: line and column, both counted from 1, columns in characters."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefing.diagnostics.finding import Diagnostic, Span


@dataclass(frozen=True, slots=True)
class Place:
    """Where a span begins and ends; the end is exclusive, like the span's."""

    line: int
    column: int
    end_line: int
    end_column: int


class Lines:
    """One text cut into lines; only a line feed ends a line, as the press reads files with line ends normalised."""

    __slots__ = ("_starts", "_text")

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0, *(index + 1 for index, character in enumerate(text) if character == "\n")]

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at ``offset``; beyond the text, the place after its last character."""
        offset = min(max(offset, 0), len(self._text))
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def line(self, number: int) -> str:
        """The text of a line, without its end."""
        end = self._starts[number] - 1 if number < len(self._starts) else len(self._text)
        return self._text[self._starts[number - 1] : end]


class Texts:
    """The texts that findings point into; each is cut into lines once, when it is first needed."""

    __slots__ = ("_lines", "_texts")

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts
        self._lines: dict[str, Lines] = {}

    def lines(self, path: str) -> Lines | None:
        """The lines of a file; None where there is no text (an image, a file that is missing)."""
        if path not in self._texts:
            return None
        if path not in self._lines:
            self._lines[path] = Lines(self._texts[path])
        return self._lines[path]

    def place(self, span: Span) -> Place:
        """Where ``span`` is; the file's beginning where there is no text."""
        lines = self.lines(span.path)
        if lines is None:
            return Place(1, 1, 1, 1)
        return Place(*lines.position(span.start), *lines.position(max(span.start, span.end)))


def in_order(findings: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Findings by place; those at one place by code and message, so that no order of checks shows."""
    return tuple(sorted(findings, key=lambda one: (one.span, one.code, one.message, one.label, one.notes, one.help)))
