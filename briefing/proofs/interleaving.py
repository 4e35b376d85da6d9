"""Whether a sequence of words is another one with whole lines put in between, in their order.

Picture the words of the issue and those of the edition as the two axes of a grid. Where both go on with the same word, the path
runs along a diagonal; a declared line moves it from its diagonal to the next. So there are only as many diagonals as lines, each
is walked once, and the cost is the number of words times the number of lines at the very worst, usually just the number of words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

Words: TypeAlias = list[str]


@dataclass(frozen=True, slots=True)
class Parting:
    """Where two sequences part: how many words of each agree, and how many lines have been met by then."""

    issue: int
    edition: int
    lines: int


def parting(issue: Words, lines: Sequence[Words], edition: Words) -> Parting | None:
    """Where ``edition`` stops being ``issue`` with ``lines`` between its words; None if it never does."""
    starts = [0]
    shift = 0
    furthest = Parting(0, 0, 0)
    for met in range(len(lines) + 1):
        runs = tuple(_runs(issue, edition, shift, starts))
        if not runs:
            break
        end = runs[-1][1]
        if met == len(lines) and end == len(issue) and end + shift == len(edition):
            return None
        furthest = max(furthest, Parting(end, end + shift, met), key=lambda place: place.edition)
        if met < len(lines):
            starts = [start - shift for run in runs for start in _meetings(edition, lines[met], run[0] + shift, run[1] + shift)]
            shift += len(lines[met])
    return furthest


def _runs(issue: Words, edition: Words, shift: int, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches of a diagonal that can be reached from ``starts`` (in order), as positions in ``issue``."""
    reached = -1
    for start in starts:
        if start > reached:
            reached = start + _agreeing(issue, edition, start, start + shift)
            yield start, reached


def _agreeing(issue: Words, edition: Words, at: int, shifted: int) -> int:
    """How many words from here on are the same in both."""
    longest = min(len(issue) - at, len(edition) - shifted)
    agreed, step = 0, 64
    while agreed < longest:
        step = min(step, longest - agreed)
        if issue[at + agreed : at + agreed + step] == edition[shifted + agreed : shifted + agreed + step]:
            agreed += step
            step *= 2
        elif step == 1:
            break
        else:
            step //= 2
    return agreed


def _meetings(edition: Words, line: Words, first: int, last: int) -> Iterator[int]:
    """Every place from ``first`` to ``last`` at which the whole ``line`` stands."""
    at = first
    while at <= last:
        try:
            at = edition.index(line[0], at, last + 1)
        except ValueError:
            return
        if edition[at : at + len(line)] == line:
            yield at
        at += 1
