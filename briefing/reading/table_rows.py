"""A line of a table, cut into its cells."""

from __future__ import annotations

import re

from briefing.model import Alignment
from briefing.reading.layout import Line, Run, RunKind, in_one_line

_CELL = re.compile(r"`+[^`]*`+|\\.|[^|`\\]+|.", re.DOTALL)


def cells(line: Line, kind: RunKind) -> tuple[Run, ...]:
    """A table row's cells; a bar in code or behind a backslash separates nothing."""
    runs, at = [], line.start
    for piece in _between_bars(line.text):
        runs.append(in_one_line(kind, at, piece))
        at += len(piece) + 1
    first = 1 if not runs[0].text.strip() else 0
    last = len(runs) - 1 if len(runs) > 1 and not runs[-1].text else len(runs)
    return tuple(runs[first:last])


def _between_bars(text: str) -> list[str]:
    if "\\" not in text and "`" not in text:
        return text.split("|")
    bars = [match.start() for match in _CELL.finditer(text) if match[0] == "|"]
    return [text[start:end] for start, end in zip((0, *(bar + 1 for bar in bars)), (*bars, len(text)), strict=True)]


def alignment(rule: str) -> Alignment:
    """How the column is aligned below whose header ``rule`` stands: ``:--``, ``--:``, ``:-:``."""
    left, right = rule.startswith(":"), rule.endswith(":")
    if left and right:
        return Alignment.CENTER
    if right:
        return Alignment.RIGHT
    return Alignment.LEFT if left else Alignment.NONE
