"""A project that is out: built once as a release, its ids.lock written, with one more issue on the desk."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from click.testing import CliRunner

from briefing.cli import commands as _  # noqa: F401  # the package joins all its commands
from briefing.cli.commands import commands
from briefing.testing import EVERY_FORM, SURROUNDINGS, site
from tests.locks import locked

NOW = ("--now", "2026-06-01T12:00")
NEXT = ("--now", "2026-06-06T12:00")
ISSUE = "content/issues/2026-05-16-pilot-hours.md"
FIRST = "content/issues/2026-05-02-night-berthing.md"
FOLLOWING = "content/issues/2026-06-06-tugs.md"
TUGS = """\
---
title: Tugs are next
issue: 3
description: The board has asked two firms what a third tug would cost, and has not said why it asks.
---

Two firms were asked.
"""
FILES: Mapping[str, str] = {
    path.replace("2031-", "2026-"): text.replace("2031", "2026")
    for path, text in {**SURROUNDINGS, **EVERY_FORM, FOLLOWING: TUGS}.items()
    if not path.startswith("drafts/")
}
"""The sample’s issues, in a year whose mail programs are known, and one that is not due yet."""


@dataclass(frozen=True)
class Result:
    status: int
    out: str


def briefing(folder: Path, *arguments: str, asked: str = "") -> Result:
    """The command in this process, on a desk and not in continuous integration."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        result = CliRunner(env={"CI": None}).invoke(commands, arguments, input=asked)
    finally:
        os.chdir(here)
    return Result(result.exit_code, result.output)


def release(folder: Path, *now: str) -> Result:
    """Build for readers."""
    return briefing(folder, "build", "--release", *(now or NOW))


def publish(folder: Path, files: Mapping[str, str] = FILES) -> Path:
    """The project, released once."""
    site(folder, locked(files))
    done = release(folder)
    assert done.status == 0, done.out
    return folder


def edit(folder: Path, old: str, new: str, path: str = ISSUE) -> None:
    """One change of an editor's."""
    place = folder / path
    text = place.read_text(encoding="utf-8")
    assert text.count(old) == 1
    place.write_text(text.replace(old, new), encoding="utf-8")


def tree(folder: Path, *names: str) -> dict[str, bytes]:
    """Every file below these folders."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for name in names
        for path in sorted((folder / name).rglob("*"))
        if path.is_file()
    }
