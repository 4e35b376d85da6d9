"""``python -m benchmarks.verification``: an issue with twelve quotations against a document of 5, 10 and 20 MB, in one run.

The evidence is read in a process of its own, made ready once, and then compared with every quotation: ten true ones, of which one has a
marked cut, one with a word changed and one with its halves turned round. Time is processor time, so that a busy machine matters less.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from random import Random
from typing import TypeVar

from benchmarks.words import Prose
from briefing.verification.choosing import find_readers, reader_for
from briefing.verification.evidence import Evidence
from briefing.verification.held import Held
from briefing.verification.isolation import read_apart
from briefing.verification.judging import Claim, judge
from briefing.verification.policies import Policy

T = TypeVar("T")

QUOTATIONS = 12
TIMES = (1, 2, 4)
LIMIT = 1.0
"""Seconds that everything after reading may take at the smallest size."""


@dataclass(frozen=True, slots=True)
class Figures:
    """One size."""

    megabytes: float
    reading: float
    readying: float
    comparing: float
    verdicts: tuple[str, ...]


def main() -> None:
    """Measure and print, as Markdown."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.verification", description=__doc__)
    parser.add_argument("--megabytes", type=float, default=5.0, help="of the smallest document")
    parser.add_argument("--runs", type=int, default=3, help="of which the median is taken")
    wishes = parser.parse_args()
    today = f"{datetime.now(UTC):%-d %B %Y}"
    _say(f"Measured on {today}: {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()};")
    _say(f"{QUOTATIONS} quotations, median of {wishes.runs}, processor time.\n")
    for line in _table([measured(wishes.megabytes * times, wishes.runs) for times in TIMES]):
        _say(line)


def measured(megabytes: float, runs: int) -> Figures:
    """Read, make ready and compare so many times."""
    text = document(int(megabytes * 1_000_000))
    claims = tuple(quotations(text))
    choice = reader_for("a.txt", find_readers())
    turns = [_turn(lambda: read_apart(choice, text.encode()), claims) for _ in range(runs)]
    reading, readying, comparing = (statistics.median(costs) for costs in zip(*(turn.costs for turn in turns), strict=True))
    return Figures(len(text) / 1_000_000, reading, readying, comparing, turns[0].verdicts)


@dataclass(frozen=True, slots=True)
class _Turn:
    costs: tuple[float, float, float]
    verdicts: tuple[str, ...]


def _turn(read: Callable[[], Evidence], claims: Sequence[Claim]) -> _Turn:
    reading, evidence = _timed(read)
    readying, held = _timed(lambda: _ready(evidence))
    comparing, verdicts = _timed(lambda: tuple(judge(claim, [held], Policy()).verdict.value for claim in claims))
    return _Turn((reading, readying, comparing), verdicts)


def _timed(work: Callable[[], T]) -> tuple[float, T]:
    """What it took here and in processes it waited for."""
    before = sum(os.times()[:4])
    began = time.process_time()
    value = work()
    return max(sum(os.times()[:4]) - before, time.process_time() - began), value


def _ready(evidence: Evidence) -> Held:
    held = Held(evidence)
    _ = held.plain.exact
    return held


def document(size: int, seed: int = 1) -> str:
    """So many characters of invented prose, in paragraphs."""
    prose = Prose(Random(seed))  # noqa: S311 - invented text, not a secret
    paragraphs: list[str] = []
    length = 0
    while length < size:
        paragraph = f"{prose.title()} {len(paragraphs)}. {prose.sentences(80)}"
        paragraphs.append(paragraph)
        length += len(paragraph) + 2
    return "\n\n".join(paragraphs)


def quotations(text: str) -> Iterator[Claim]:
    """Twelve of forty words from all over the text."""
    paragraphs = text.split("\n\n")
    for number in range(QUOTATIONS):
        words = paragraphs[(2 * number + 1) * len(paragraphs) // (2 * QUOTATIONS)].split()[:40]
        match number:
            case 3:
                words[10:16] = ["…"]
            case 5:
                words[9] = "zebra"
            case 10:
                words = [*words[20:], "…", *words[:20]]
            case _:
                pass
        yield Claim((f"“{' '.join(words)}”",))


def _table(rows: Sequence[Figures]) -> Iterator[str]:
    yield "| evidence, MB | reading, s | making ready, s | comparing, s |"
    yield "|--:|--:|--:|--:|"
    for row in rows:
        yield f"| {row.megabytes:.1f} | {row.reading:.2f} | {row.readying:.2f} | {row.comparing:.2f} |"
    yield ""
    first = rows[0]
    for row in rows[1:]:
        grown = " · ".join(
            f"{name} {one / two:.2f}"
            for name, one, two in (
                ("reading", row.reading, first.reading),
                ("making ready", row.readying, first.readying),
                ("comparing", row.comparing, first.comparing),
            )
        )
        yield f"- {row.megabytes / first.megabytes:.1f} times the evidence, times the cost: {grown}"
    after = first.readying + first.comparing
    within = "within" if after < LIMIT else "BEYOND"
    yield f"- {QUOTATIONS} quotations against {first.megabytes:.1f} MB, once read: {after:.2f} s, {within} {LIMIT:.0f} s"


def _say(line: str) -> None:
    print(line)  # noqa: T201 - what the command is for


if __name__ == "__main__":
    main()
