"""``briefing check --since REV``: what was found at that revision already is no fault of what changed since."""

from __future__ import annotations

import subprocess
import tarfile
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory, TemporaryFile

import click

from briefing import press
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.places import Texts

_Seen = tuple[str, str, str, str]


def new_findings(
    config: Path, revision: str, found: Iterable[Diagnostic], texts: Mapping[str, str], now: datetime, *, release: bool
) -> tuple[Diagnostic, ...]:
    """Those of ``found`` that the project did not have at ``revision``, wherever in a file they stood then.

    A change in one file may be a fault in another (a source that is gone), so it is findings that are compared, not files.
    """
    before = _found_at(config, revision, now, release=release)
    new = []
    for finding, seen in zip(found := tuple(found), _seen(found, texts), strict=True):
        if before[seen]:
            before[seen] -= 1
        else:
            new.append(finding)
    return tuple(new)


def _found_at(config: Path, revision: str, now: datetime, *, release: bool) -> Counter[_Seen]:
    top = Path(_git(config.parent, "rev-parse", "--show-toplevel").decode().strip())
    commit = _git(top, "rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}").decode().strip()
    with TemporaryDirectory(prefix="briefing-since-") as folder:
        _unpack(top, commit, Path(folder))
        then = Path(folder) / config.resolve().relative_to(top.resolve())
        if not then.is_file():
            return Counter()
        project = press.read_project(then)
        composition = press.compose(project, press.find_checks(), now, release=release)
        return Counter(_seen(composition.findings, project.texts))


def _seen(findings: Iterable[Diagnostic], texts: Mapping[str, str]) -> list[_Seen]:
    """What makes two findings the same one: all but the number of the line."""
    lines = Texts(texts)
    return [(one.span.path, one.code, one.message, _line(one, lines)) for one in findings]


def _line(finding: Diagnostic, texts: Texts) -> str:
    lines = texts.lines(finding.span.path)
    return lines.line(texts.place(finding.span).line) if lines else ""


def _unpack(top: Path, commit: str, folder: Path) -> None:
    with TemporaryFile() as archive:
        archive.write(_git(top, "archive", "--format=tar", commit))
        archive.seek(0)
        with tarfile.open(fileobj=archive) as members:
            try:
                members.extractall(folder, filter="data")
            except tarfile.FilterError as error:
                raise click.UsageError(f"that revision cannot be looked at: {error}") from error


def _git(folder: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(folder), *arguments], capture_output=True, check=False)  # noqa: S603, S607  # the editor's own git
    except FileNotFoundError as error:
        raise click.UsageError("--since needs git, which is not installed") from error
    if done.returncode:
        reason = done.stderr.decode(errors="replace").strip().splitlines()
        raise click.UsageError(f"--since: {reason[-1].removeprefix('fatal: ') if reason else 'git cannot tell'}")
    return done.stdout
