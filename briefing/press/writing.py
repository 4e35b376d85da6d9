"""Write a build so that the last good one stays whole until the new one is proven.

Both output folders are written as temporary siblings of their targets and swapped in at the end. Each carries a build id, a
digest of all bytes of both trees, written last: a temporary folder with an id is complete, one without is not. If a run dies
between the two swaps, site and dist carry different ids, and the next run finds the missing one by its id and swaps it in.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.model.sharing import Share, one_by_one
from briefing.press.finished import BUILD_ID
from briefing.press.swapping import swap

_MARK = ".briefing-"


@dataclass(frozen=True, slots=True)
class Staged:
    """One output folder of a build under way."""

    temporary: Path
    target: Path


@dataclass(frozen=True, slots=True)
class Stage:
    """The temporary folders of one build."""

    site: Staged
    dist: Staged

    @property
    def trees(self) -> tuple[Staged, Staged]:
        """In the order in which they are swapped."""
        return (self.site, self.dist)


def set_up(site: Path, dist: Path) -> Stage:
    """Empty temporary siblings of both targets, after what an earlier run left is settled."""
    settle(site, dist)
    return Stage(_staged(site), _staged(dist))


def write_tree(folder: Path, files: Mapping[str, bytes], share: Share = one_by_one) -> None:
    """Write ``files`` below ``folder``; their paths have been checked (``printing.is_safe``)."""
    parents: dict[str, list[str]] = {}
    for path in files:
        parents.setdefault(path.rpartition("/")[0], []).append(path)

    def write(parent: str) -> None:
        _make_folder(f"{folder}/{parent}")
        for path in parents[parent]:
            with open(f"{folder}/{path}", "wb") as target:  # noqa: PTH123  # a Path for each of thousands takes longer than writing
                target.write(files[path])

    share(write, tuple(parents))


def _make_folder(folder: str) -> None:
    """With those around it, which mostly are there; so is the folder itself, if others write into it, too."""
    try:
        os.mkdir(folder)  # noqa: PTH102  # as above
    except OSError:
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103  # as above


def swap_in(stage: Stage, build: str, share: Share = one_by_one) -> None:
    """Put both trees in place of the last ones; ``build`` is the id of what was proven of them."""
    for tree in stage.trees:
        (tree.temporary / BUILD_ID).write_text(f"{build}\n", encoding="ascii")
    for tree in stage.trees:
        swap(tree.temporary, tree.target)
    clear_away(stage, share)


def clear_away(stage: Stage, share: Share = one_by_one) -> None:
    """Remove what is left of the temporary folders: after a swap they hold the trees of the build before."""
    sections = [section for tree in stage.trees for section in _folders_in(tree.temporary)]
    share(_remove, [folder for section in sections for folder in _folders_in(section)])  # there are thousands of them
    for tree in stage.trees:
        _remove(tree.temporary)


def _folders_in(folder: Path | str) -> list[str]:
    """Those that lie there; a link to a folder is none, as what it leads to is not ours."""
    try:
        with os.scandir(folder) as entries:
            return [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
    except OSError:  # a first build has put nothing aside
        return []


def _remove(folder: Path | str) -> None:
    shutil.rmtree(folder, ignore_errors=True)


def settle(site: Path, dist: Path) -> None:
    """Complete a swap that a dead run left half done, then remove what dead runs left beside ``site`` and ``dist``."""
    for target in (site, dist):
        if not target.exists() and (whole := sorted(filter(_is_whole, _leftovers(target)), key=_is_aside)):
            whole[0].rename(target)
    current = _id(site)
    if current and _id(dist) != current:
        for left_behind in _leftovers(dist):
            if _id(left_behind) == current:
                swap(left_behind, dist)
                break
    for target in (site, dist):
        for left_behind in _leftovers(target):
            _remove(left_behind)


def _staged(target: Path) -> Staged:
    temporary = target.with_name(f".{target.name}{_MARK}{os.getpid()}")
    temporary.mkdir(parents=True)
    return Staged(temporary, target)


def _id(folder: Path) -> str:
    """The id a folder carries; "" if it is absent or incomplete."""
    try:
        return (folder / BUILD_ID).read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        return ""


def _is_aside(folder: Path) -> bool:
    """Whether it is the tree of the build before; the new one goes first."""
    return folder.name.endswith("-old")


def _is_whole(folder: Path) -> bool:
    return bool(_id(folder)) or _is_aside(folder)


def _leftovers(target: Path) -> Iterator[Path]:
    """Temporary siblings of ``target`` that no living run works on."""
    prefix = f".{target.name}{_MARK}"
    siblings = sorted(target.parent.iterdir()) if target.parent.is_dir() else []
    for folder in siblings:
        if folder.name.startswith(prefix) and folder.is_dir():
            number = folder.name.removeprefix(prefix).removesuffix("-old")
            if number.isdecimal() and not _lives(int(number)):
                yield folder


def _lives(process: int) -> bool:
    """Whether another process of that number runs; a folder with our own number is from before us."""
    if process == os.getpid() or sys.platform == "win32":
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
