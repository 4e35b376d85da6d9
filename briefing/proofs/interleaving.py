"""Whether a text is another one with whole lines put in between its words, in their order.

Picture the text of the issue and that of the edition as the two axes of a grid. Where both go on with the same word, the path runs
along a diagonal; a declared line moves it from its diagonal to the next. So there are only as many diagonals as lines, each is
walked once, and the cost is the length of the text times the number of lines at the very worst, usually just the length of the text.

Every text here has one blank between words and none elsewhere. Behind its last word, too, one is put: so a word agrees with another
if its letters and the blank behind it do, and whole texts can be compared at once instead of a word after the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Parting:
    """Where two texts part: how many characters of each agree, up to the beginning of a word, and how many lines have been met by then."""

    issue: int
    edition: int
    lines: int


def parting(issue: str, lines: Sequence[str], edition: str) -> Parting | None:
    """Where ``edition`` stops being ``issue`` with ``lines`` between its words; None if it never does."""
    issue, lines, edition = _closed(issue), [_closed(line) for line in lines], _closed(edition)
    return None if _plainly(issue, lines, edition) else _parting(issue, lines, edition)


def _closed(text: str) -> str:
    return f"{text} " if text else ""


def _plainly(issue: str, lines: Sequence[str], edition: str) -> bool:
    """Whether every line is met where the issue does not go on with the same words; if not, one has to look more closely."""
    at = place = 0
    for line in lines:
        found = edition.find(line, at)
        while found > 0 and (edition[found - 1] != " " or issue.startswith(line, place + found - at)):
            found = edition.find(line, found + 1)
        if found < at or not issue.startswith(edition[at:found], place):
            return False
        place, at = place + found - at, found + len(line)
    return issue[place:] == edition[at:]


def _parting(issue: str, lines: Sequence[str], edition: str) -> Parting | None:
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


def _runs(issue: str, edition: str, shift: int, starts: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The stretches of a diagonal that can be reached from ``starts`` (in order), as positions in ``issue``."""
    reached = -1
    for start in starts:
        if start > reached:
            reached = _agreeing(issue, edition, start, shift)
            yield start, reached


def _agreeing(issue: str, edition: str, start: int, shift: int) -> int:
    """Where the last word ends that is the same in both, from ``start`` on."""
    at, step, end = start, 256, min(len(issue), len(edition) - shift)
    while at < end:
        step = min(step, end - at)
        if edition.startswith(issue[at : at + step], at + shift):
            at += step
            step *= 2
        elif step == 1:
            break
        else:
            step //= 2
    return max(issue.rfind(" ", start, at) + 1, start)


def _meetings(edition: str, line: str, first: int, last: int) -> Iterator[int]:
    """Every beginning of a word from ``first`` to ``last`` at which the whole ``line`` stands."""
    at = edition.find(line, first, last + len(line))
    while at >= 0:
        if at == 0 or edition[at - 1] == " ":
            yield at
        at = edition.find(line, at + 1, last + len(line))
