"""Both output folders as they lie on the disk when everybody who makes files is done."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from briefing.model import Tree
from briefing.proofs.pieces import File

BUILD_ID = ".build-id"
"""The file in each output folder that says which build wrote it."""


class Finished(Mapping[File, bytes]):
    """The files below temporary folders, listed at once and each read when it is asked for; in order, without the build id.

    What is read is what will be swapped in: the folders bear the number of this process (``writing.set_up``), MkDocs and its plug-ins
    are done with them, and from here to the swap a build only reads them. The build's id is made of the very bytes that were proven.
    """

    def __init__(self, folders: Mapping[Tree, Path]) -> None:
        self._places = {(tree, path): f"{folder}/{path}" for tree, folder in folders.items() for path in files_below(folder)}

    def __getitem__(self, file: File) -> bytes:
        return content_of(self._places[file])

    def __contains__(self, file: object) -> bool:
        return file in self._places

    def __iter__(self) -> Iterator[File]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


def files_below(folder: Path) -> list[str]:
    """The paths of all files below ``folder``, in order; without the build id."""
    return sorted(_paths(str(folder)), key=lambda path: path.split("/"))


def content_of(place: str) -> bytes:
    """The bytes of one file."""
    with open(place, "rb", buffering=0) as file:  # noqa: PTH123  # a Path for each of thousands of files takes longer than its reading
        return file.read()


def digests_of(files: Mapping[File, bytes]) -> dict[File, str]:
    """What tells the bytes of each file from any others."""
    return {file: hashlib.sha256(content).hexdigest() for file, content in files.items()}


def build_id(digests: Mapping[File, str]) -> str:
    """A digest of both trees: the same inputs give the same id."""
    lines = sorted((tree is not Tree.SITE, f"{tree.value}/{path}\0{digest}\n") for (tree, path), digest in digests.items())
    return hashlib.sha256("".join(line for _, line in lines).encode()).hexdigest()


def _paths(folder: str, below: str = "") -> Iterator[str]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                yield from _paths(entry.path, f"{below}{entry.name}/")
            elif entry.name != BUILD_ID and entry.is_file():
                yield f"{below}{entry.name}"
