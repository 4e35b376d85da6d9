"""The figures as a Markdown table, and the ratios that the project is held to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from benchmarks.contestants import Contestant
from benchmarks.measuring import Cost


@dataclass(frozen=True, slots=True)
class Result:
    """One generator at one size."""

    contestant: Contestant
    size: int
    cold: Cost
    edit: Cost


def table(results: list[Result]) -> Iterator[str]:
    """A row for each generator and size."""
    yield "| | issues | cold build, wall s | CPU s | one edit, wall s | CPU s | peak MB |"
    yield "|:--|--:|--:|--:|--:|--:|--:|"
    for one in results:
        figures = (
            f"{one.cold.wall:.2f}",
            f"{one.cold.cpu:.2f}",
            f"{one.edit.wall:.2f}",
            f"{one.edit.cpu:.2f}",
            f"{one.cold.peak:.0f}",
        )
        name = f"{one.contestant.name} ({one.contestant.version})"
        yield f"| {name} | {one.size:,} | {' | '.join(figures)} |"


def ratios(results: list[Result]) -> Iterator[str]:
    """Ours against each peer in this run, and against itself at another size."""
    own = {one.size: one for one in results if one.contestant.peer is None}
    for one in results:
        if one.contestant.peer is not None and one.size in own:
            cold, cpu = own[one.size].cold.wall / one.cold.wall, own[one.size].cold.cpu / one.cold.cpu
            edit = own[one.size].edit.wall / one.edit.wall
            yield (
                f"- {one.size:,} issues, ours ÷ {one.contestant.name}: cold build {cold:.2f} (CPU {cpu:.2f}), one edit {edit:.2f}"
            )
    for small, large in pairwise(sorted(own)):
        grown = (own[large].cold.cpu / large) / (own[small].cold.cpu / small)
        yield f"- our CPU per issue at {large:,} ÷ at {small:,}: {grown:.2f}"
