"""Files that are read again and again: only those that were written since are opened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

T = TypeVar("T")

_Stamp = tuple[int, int, int, int]
"""Device, number, time and size of a file: another one in its place differs in at least one of them."""


class Rereading(Generic[T]):
    """Reads as ``read`` does, and gives what that gave the last time where the file is still the same; one for each desk."""

    def __init__(self, read: Callable[[Path, str], T]) -> None:
        self._read = read
        self._known: dict[Path, tuple[_Stamp, T]] = {}

    def __call__(self, place: Path, path: str) -> T:
        """What the file at ``place`` holds, which findings call ``path``."""
        try:
            stat = place.stat()
        except OSError:
            return self._read(place, path)
        stamp = (stat.st_dev, stat.st_ino, stat.st_mtime_ns, stat.st_size)
        known = self._known.get(place)
        if known is None or known[0] != stamp:
            known = self._known[place] = (stamp, self._read(place, path))
        return known[1]
