"""``python -m benchmarks``: cold build, one edit and memory at several sizes, beside other generators in the same run."""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import archive
from benchmarks.contestants import Contestant, install, installed_peers, ours
from benchmarks.figures import Result, ratios, table
from benchmarks.measuring import Cost, measure, middle

_PEERS = Path(tempfile.gettempdir()) / "briefing-benchmark-peers"


def main() -> None:
    """Measure what was asked for and print it as Markdown."""
    wishes = _wishes()
    if wishes.install:
        install(wishes.peers)
    peers, missing = ((), ()) if wishes.alone else installed_peers(wishes.peers)
    with tempfile.TemporaryDirectory(prefix="briefing-benchmark-") as folder:
        results = [result for size in wishes.sizes for result in _race((ours(), *peers), size, wishes.runs, Path(folder))]
    _say(
        f"Measured on {datetime.now(UTC):%-d %B %Y}: {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()};"
    )
    _say(f"issues of about 1,000 words, median of {wishes.runs}, each figure of a whole process.\n")
    for line in (*table(results), "", *ratios(results), *(f"- {line}" for line in missing)):
        _say(line)


def _race(contestants: tuple[Contestant, ...], size: int, runs: int, folder: Path) -> Iterator[Result]:
    """All generators on the same text; they take turns, so that a busy minute of the machine meets all of them."""
    content = archive.generate(size)
    places = {one: folder / f"{number}-{size}" for number, one in enumerate(contestants)}
    for one, place in places.items():
        one.write(content, place)
    costs: dict[Contestant, list[tuple[Cost, Cost]]] = {one: [] for one in contestants}
    for turn in range(runs):
        for one, place in places.items():
            print(f"{one.name}, {size:,} issues, run {turn + 1}", file=sys.stderr)  # noqa: T201 - progress
            costs[one].append((_cold(one, place), _edit(one, place, content, turn)))
    for one, runs_of_it in costs.items():
        yield Result(one, size, middle(cold for cold, _ in runs_of_it), middle(edit for _, edit in runs_of_it))


def _cold(one: Contestant, place: Path) -> Cost:
    """Where nothing was built before. What an earlier run built is put aside and not deleted: ext4 searches long for room just after."""
    aside = Path(tempfile.mkdtemp(dir=place.parent))
    for output in one.outputs:
        with suppress(FileNotFoundError):
            (place / output).rename(aside / output)
    return measure(one.command, place)


def _edit(one: Contestant, place: Path, content: archive.Archive, turn: int) -> Cost:
    """A word more in the middle of the archive."""
    issue = place / one.issues / content.issues[len(content.issues) // 2].file
    text = issue.read_text(encoding="utf-8")
    issue.write_text(text.replace(". ", f", edited{turn}. ", 1), encoding="utf-8")
    return measure(one.command, place)


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=[100, 1_000], metavar="N", help="how many issues")
    parser.add_argument("--runs", type=int, default=3, help="of which the median is taken")
    parser.add_argument("--alone", action="store_true", help="without other generators")
    parser.add_argument("--peers", type=Path, default=_PEERS, help="the virtual environment of the other generators")
    parser.add_argument("--install", action="store_true", help="put the other generators there first")
    return parser.parse_args()


def _say(line: str) -> None:
    print(line)  # noqa: T201 - what the command is for


if __name__ == "__main__":
    main()
