"""Files that are read again and again: only those that were written since are opened, and understood anew."""

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


class Understanding(Generic[T]):
    """Reads a text as ``read`` does, and gives what that gave the last time where text and path are the same; one for each file of a desk."""

    def __init__(self, read: Callable[[str, str], T]) -> None:
        self._read = read
        self._last: tuple[str, str, T] | None = None

    def __call__(self, path: str, text: str) -> T:
        """What ``text``, the whole of the file ``path``, says."""
        last = self._last
        if last is None or last[:2] != (path, text):
            last = self._last = (path, text, self._read(path, text))
        return last[2]
