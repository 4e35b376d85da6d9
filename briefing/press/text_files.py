"""Read text strictly: UTF-8, line ends made equal, and a finding instead of a guess or an exception."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import FileIO
from operator import attrgetter
from pathlib import Path

from briefing.diagnostics import Diagnostic, Reading, Span
from briefing.diagnostics.codes.files import F901, F903, F904, P412


@dataclass(frozen=True, slots=True)
class Listed:
    """The files of one folder, by the path that findings name."""

    files: Mapping[str, Path]
    findings: tuple[Diagnostic, ...] = ()


def read_text(place: Path, path: str) -> Reading[str]:
    """The text of a file, without a byte order mark, every line ended by a line feed."""
    try:
        with FileIO(place) as opened:  # in one piece, which needs no buffer: a project has thousands of files
            content = opened.read().removeprefix(BOM_UTF8)
    except FileNotFoundError:
        return Reading(None, (F903.at(Span(path), "this file is missing"),))
    except OSError as error:
        return Reading(None, (F904.at(Span(path), notes=(error.strerror or "it cannot be opened",)),))
    try:
        text = content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        note = f"line {line}: byte 0x{content[error.start]:02x} is not UTF-8"
        return Reading(None, (F901.at(Span(path), notes=(note,), help=("save the file with the encoding UTF-8",)),))
    return Reading(text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text)


def entries_in(folder: Path) -> list[os.DirEntry[str]]:
    """What lies directly in ``folder``, by name; in a folder that is not there, nothing."""
    return sorted(os.scandir(folder), key=attrgetter("name")) if folder.is_dir() else []


def text_files(entries: Iterable[os.DirEntry[str]], shown: str, suffix: str) -> Listed:
    """Those of a folder's ``entries`` that are files and end in ``suffix``."""
    wanted = [entry for entry in entries if entry.name.endswith(suffix) and not entry.name.startswith(".")]
    return Listed(
        {f"{shown}/{entry.name}": Path(entry.path) for entry in wanted if entry.is_file(follow_symlinks=False)},
        tuple(link_refused(f"{shown}/{entry.name}") for entry in wanted if entry.is_symlink()),
    )


def link_refused(path: str) -> Diagnostic:
    """The finding on a symbolic link."""
    return P412.at(Span(path), help=("put the file itself here, or delete the link",))
