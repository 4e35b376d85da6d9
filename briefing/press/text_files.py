"""Read text strictly: UTF-8, line ends made equal, and a finding instead of a guess or an exception."""

from __future__ import annotations

import os
from codecs import BOM_UTF8
from collections.abc import Mapping
from dataclasses import dataclass
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
        with place.open("rb", buffering=0) as opened:  # in one piece, which needs no buffer: a project has thousands of files
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


def text_files(folder: Path, shown: str, suffix: str) -> Listed:
    """The files directly in ``folder`` that end in ``suffix``; a folder that is not there has none."""
    entries = sorted(os.scandir(folder), key=lambda entry: entry.name) if folder.is_dir() else []
    wanted = [entry for entry in entries if entry.name.endswith(suffix) and not entry.name.startswith(".")]
    return Listed(
        {f"{shown}/{entry.name}": folder / entry.name for entry in wanted if entry.is_file(follow_symlinks=False)},
        tuple(link_refused(f"{shown}/{entry.name}") for entry in wanted if entry.is_symlink()),
    )


def link_refused(path: str) -> Diagnostic:
    """The finding on a symbolic link."""
    return P412.at(Span(path), help=("put the file itself here, or delete the link",))
