"""Which files are looked at: those of the project, those that were built, those that git is about to take."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

_LARGEST = 200 * 2**20
_SKIPPED = frozenset({".git", "node_modules", "__pycache__", ".venv"})


class GitError(Exception):
    """Git could not say what was asked of it; the message says why."""


@dataclass(frozen=True, slots=True)
class Scanned:
    """One file, or one version of one, by the path that findings name."""

    path: str
    content: bytes = field(repr=False)


def tree_files(folder: Path, shown: str) -> Iterator[Scanned]:
    """Every file below a folder; a link by its name and where it leads, which is all that git would keep of it."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in _SKIPPED)
        links = [name for name in folders if Path(parent, name).is_symlink()]
        for name in sorted([*names, *links]):
            place = Path(parent, name)
            path = place.relative_to(folder).as_posix()
            yield Scanned(f"{shown}{path}", _content(place))


def project_files(root: Path, outputs: tuple[Path, ...]) -> Iterator[Scanned]:
    """What git has or would take, where there is git; else everything. What was built is looked at by itself."""
    try:
        listed = _git(root, "ls-files", "-z", "--cached", "--others", "--exclude-standard").split(b"\0")
    except GitError:
        below = tuple(f"{path}/" for path in _relative(root, outputs))
        yield from (file for file in tree_files(root, "") if not file.path.startswith(below))
        return
    for name in sorted({os.fsdecode(name) for name in listed if name}):
        place = root / name
        if place.is_symlink() or place.is_file():
            yield Scanned(name, _content(place))


def staged_files(root: Path) -> Iterator[Scanned]:
    """What the next commit will hold and the last one did not, as it is staged."""
    for name in _git(root, "diff", "--cached", "--name-only", "--no-renames", "--diff-filter=d", "-z", "--relative").split(b"\0"):
        if name:
            path = os.fsdecode(name)
            yield Scanned(path, _git(root, "show", f":./{path}"))


def committed_files(root: Path, commits: str) -> Iterator[Scanned]:
    """Every version of every file that a range of commits brought in, and what the commits say of themselves."""
    if commits.startswith("-"):
        raise GitError("a range of commits looks like main..HEAD")
    for commit in _git(root, "rev-list", "--end-of-options", commits).decode("ascii").split():
        yield Scanned(f"commit {commit[:12]}", _git(root, "show", "--no-patch", "--format=%an%n%ae%n%cn%n%ce%n%B", commit))
        changed = ("diff-tree", "--root", "-m", "-r", "--no-commit-id", "--name-only", "--no-renames", "--diff-filter=d", "-z")
        for name in sorted(set(_git(root, *changed, commit).split(b"\0"))):
            if name:
                path = os.fsdecode(name)
                yield Scanned(f"{commit[:12]}:{path}", _git(root, "show", f"{commit}:{path}"))


def _relative(root: Path, places: tuple[Path, ...]) -> Iterator[str]:
    yield from (place.relative_to(root).as_posix() for place in places if root in place.parents)


def _content(place: Path) -> bytes:
    try:
        if place.is_symlink():
            return os.fsencode(place.readlink())
        return place.read_bytes() if place.is_file() and place.stat().st_size <= _LARGEST else b""
    except OSError:
        return b""


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=False)  # noqa: S603, S607  # git as the editor has it; the arguments are ours, a range is checked
    except OSError as error:
        raise GitError("git is not installed") from error
    if done.returncode:
        raise GitError(done.stderr.decode("utf-8", "replace").strip().partition("\n")[0] or "git failed")
    return done.stdout
