"""``briefing doctor``: whether this machine and this project are set up, line by line, and what to do where they are not."""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

import click

from briefing import __version__, press
from briefing.cli.telling import shown
from briefing.diagnostics import Severity, worst
from briefing.diagnostics.screen import visible
from briefing.press.folders import Folders
from briefing.press.plugins import Plugin, find_editions, find_proofs, find_readers


class Grade(Enum):
    """How it is with one thing."""

    WELL = "ok"
    ADVICE = "note"
    FAULT = "fault"


@dataclass(frozen=True, slots=True)
class Observation:
    """One thing that was looked at."""

    grade: Grade
    words: str
    advice: str = ""


def run(config: Path) -> bool:
    """Whether nothing is at fault."""
    graded = Grade.WELL
    for one in _observed(config):
        click.echo(f"{one.grade.value:<6} {visible(one.words)}")
        if one.advice:
            click.echo(f"{'':<6} → {visible(one.advice)}")
        graded = Grade.FAULT if one.grade is Grade.FAULT else graded
    return graded is not Grade.FAULT


def _observed(config: Path) -> Iterator[Observation]:
    yield _versions()
    yield _carrier()
    yield _plugins()
    yield _pdf()
    yield _git(config.parent)
    yield from _project(config)


def _well(words: str) -> Observation:
    return Observation(Grade.WELL, words)


def _versions() -> Observation:
    return _well(
        f"briefing {__version__}, Python {platform.python_version()}, {platform.system()}, text is {sys.getfilesystemencoding()}"
    )


def _carrier() -> Observation:
    parts = [f"{name} {metadata.version(name)}" for name in ("mkdocs", "mkdocs-material", "markdown") if _installed(name)]
    if not _installed("mkdocs"):
        return Observation(Grade.FAULT, "MkDocs is not installed", "pip install mkdocs-briefing brings it along")
    return _well(", ".join(parts))


def _installed(name: str) -> bool:
    return any(True for _ in metadata.distributions(name=name))


def _plugins() -> Observation:
    finders: tuple[Callable[[], tuple[Plugin[object], ...]], ...] = (press.find_checks, find_editions, find_proofs, find_readers)
    try:
        found = [plugin for find in finders for plugin in find()]
    except press.PluginFailedError as error:
        return Observation(Grade.FAULT, str(error), "briefing plugins lists them all; uninstall what is broken, or update it")
    theirs = sorted({plugin.distribution for plugin in found} - {"mkdocs-briefing"})
    others = f", some of {', '.join(theirs)}" if theirs else ""
    return _well(f"{len(found)} editions, checks, proofs and readers{others}")


def _pdf() -> Observation:
    if find_spec("pypdf") is None:
        return Observation(Grade.ADVICE, "evidence in PDFs cannot be read", "pip install 'mkdocs-briefing[pdf]', if you have any")
    return _well("evidence in PDFs can be read")


def _git(folder: Path) -> Observation:
    try:
        done = subprocess.run(["git", "rev-parse", "--is-inside-work-tree"], cwd=folder, capture_output=True, check=False)  # noqa: S607  # the editor's own git
    except FileNotFoundError:
        return Observation(Grade.ADVICE, "git is not installed", "locks are meant to be committed, and check --since needs it")
    if done.returncode:
        return Observation(Grade.ADVICE, "the project is in no git repository", "locks are meant to be committed: git init")
    return _well("the project is in a git repository")


def _project(config: Path) -> Iterator[Observation]:
    project = press.read_project(config)
    if project.settings is None or project.folders is None:
        yield Observation(Grade.FAULT, f"{config.name} cannot be used", "briefing check says where and why")
        return
    yield _well(f"{config.name}: {project.settings.publication.title}, {project.settings.publication.url}")
    faults = worst(project.findings) is Severity.ERROR
    counts = f"{len(project.issues)} issues, {len(project.sources)} sources, {len(project.pages)} pages"
    yield (
        Observation(Grade.FAULT, f"{counts}; some files cannot be used", "briefing check names them") if faults else _well(counts)
    )
    yield from _outputs(project.folders)
    yield from _vault(project)
    if project.settings.publication.sender is None:
        yield Observation(
            Grade.ADVICE, "no emails are made", "set email.from in the settings, if there is to be an email edition"
        )


def _outputs(folders: Folders) -> Iterator[Observation]:
    for name, folder in (("the website", folders.site), ("emails", folders.dist)):
        there = next(place for place in (folder, *folder.parents) if place.exists())
        if not os.access(there, os.W_OK):
            yield Observation(
                Grade.FAULT, f"{name} cannot be written to {shown(folder)}", f"{shown(there)} is not yours to write to"
            )
        elif _committed(folders.root, folder):
            yield Observation(
                Grade.ADVICE, f"{shown(folder)} is built, and git would commit it", f"add /{folder.name}/ to .gitignore"
            )


def _committed(root: Path, folder: Path) -> bool:
    """Whether git would take it; where there is no git, nothing does."""
    if root not in folder.parents:
        return False
    try:
        done = subprocess.run(["git", "check-ignore", "-q", f"{folder}/"], cwd=root, capture_output=True, check=False)  # noqa: S603, S607  # as above
    except FileNotFoundError:
        return False
    return done.returncode == 1


def _vault(project: press.Project) -> Iterator[Observation]:
    """Whether it can be used; its place is not printed, for it may be confidential."""
    vault = press.known_vault(project.folders.root) if project.folders else None
    if vault is None:
        yield Observation(
            Grade.ADVICE, "no vault on this machine", f"to verify quotations: briefing vault init, or set {press.VAULT_VARIABLE}"
        )
    elif not vault.is_dir():
        yield Observation(
            Grade.FAULT, "where the vault should be is no folder", "mount the disk it lies on, or correct its place"
        )
    elif press.vault_findings(vault, project):
        yield Observation(Grade.FAULT, "the vault and the project lie inside each other", "briefing explain P401")
    else:
        yield _well("the vault is there, outside the project")
    if not project.lock:
        yield Observation(
            Grade.ADVICE, f"no {press.QUOTES_LOCK} yet: nothing is said to be checked", "briefing verify, where the vault is"
        )
