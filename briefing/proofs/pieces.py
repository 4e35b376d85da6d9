"""Finished files in pieces that can be proven one by one: an issue's files together, feeds together, all others in handfuls."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias, TypeVar

from briefing.model import Showing, Tree
from briefing.model.sharing import one_by_one
from briefing.proofs.outputs import Outputs

K = TypeVar("K")
V = TypeVar("V")

File: TypeAlias = tuple[Tree, str]
"""A tree, and a path in it with forward slashes."""

_ISSUES = 12
"""So many together: they are linked from the same mastheads, and what was made of those serves all of them."""
_FILES = 96


class Piece(NamedTuple):
    """Which files are proven together; nothing of them was read yet."""

    files: tuple[File, ...]
    showings: tuple[Showing, ...]

    def of(self, outputs: Outputs) -> Outputs:
        """These files as outputs of their own: here each is read, and only once."""
        held = {file: outputs.files[file] for file in self.files}
        return replace(outputs, files=held, showings=self.showings, share=one_by_one)


def pieces(outputs: Outputs) -> tuple[Piece, ...]:
    """Every file, and every showing of a file that is missing, in exactly one piece; a file with all its showings."""
    return tuple(
        Piece(
            tuple(file for file in files if file in outputs.files),
            tuple(showing for showings in files.values() for showing in showings),
        )
        for files in _handfuls(outputs)
    )


def _handfuls(outputs: Outputs) -> Iterator[Mapping[File, Sequence[Showing]]]:
    """The longest first, so that nobody waits for it in the end: files of several issues, which share their entries."""
    showings: dict[File, list[Showing]] = {file: [] for file in outputs.files}
    for showing in outputs.showings:
        showings.setdefault((showing.tree, showing.path), []).append(showing)
    several: dict[File, Sequence[Showing]] = {}
    none: dict[File, Sequence[Showing]] = {}
    issues: dict[int, dict[File, Sequence[Showing]]] = {}
    for file, shown in showings.items():
        match sorted({showing.issue for showing in shown}):
            case []:
                none[file] = shown
            case [number]:
                issues.setdefault(number, {})[file] = shown
            case _:
                several[file] = shown
    yield from _cut(list(several.items()), _FILES)
    for some in _cut(list(issues.items()), _ISSUES):
        yield {file: shown for files in some.values() for file, shown in files.items()}
    yield from _cut(list(none.items()), _FILES)


def _cut(items: list[tuple[K, V]], length: int) -> Iterator[dict[K, V]]:
    return (dict(items[start : start + length]) for start in range(0, len(items), length))
