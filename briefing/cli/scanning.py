"""``briefing scan``: what the vault keeps of confidential sources, looked for in copy, outputs and commits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import click

from briefing import press
from briefing.cli.showing import only_for_eyes
from briefing.cli.telling import Teller
from briefing.cli.vaulted import vault_place
from briefing.diagnostics import Severity, worst
from briefing.verification.scan.dossiers import Dossiers, read_dossiers
from briefing.verification.scan.files import GitError, Scanned, committed_files, project_files, staged_files, tree_files
from briefing.verification.scan.needles import Needle
from briefing.verification.scan.private import Opener
from briefing.verification.scan.searching import Hit, needles_of, search, told


@dataclass(frozen=True, slots=True)
class Wanted:
    """The options of the command."""

    staged: bool
    commits: str
    show: bool
    form: str


def run(config: Path, vault: Path | None, wanted: Wanted) -> bool:
    """Whether nothing was found that names anybody."""
    if wanted.show:
        only_for_eyes("--show")
    teller = Teller(config, wanted.form)
    place = vault_place(vault or press.known_vault(config.parent))
    project = press.read_config(config)
    refused = press.vault_findings(place, project)
    dossiers = read_dossiers(place)
    needles = needles_of(dossiers, Opener(), press.named_openly(project))
    teller.progress("looking for what may not be said")
    hits, number = _looked_through(_files(config.parent, project, wanted), needles)
    teller.progress("")
    found, texts = told(hits)
    findings = (*refused, *dossiers.findings, *found)
    teller.findings(findings, texts)
    if wanted.show:
        _show(hits, dossiers, needles)
    teller.say(f"{press.tally(findings)}; {number} files, against {len(dossiers.known)} sources of the vault")
    return worst(findings) < Severity.ERROR


def _looked_through(files: Iterable[Scanned], needles: tuple[Needle, ...]) -> tuple[list[Hit], int]:
    hits: list[Hit] = []
    number = 0
    try:
        for file in files:
            hits += search(file.path, file.content, needles)
            number += 1
    except GitError as error:
        raise click.ClickException(f"git: {error}") from error
    return hits, number


def _files(root: Path, project: press.Project, wanted: Wanted) -> Iterator[Scanned]:
    if wanted.staged or wanted.commits:
        staged = staged_files(root) if wanted.staged else ()
        yield from chain(staged, committed_files(root, wanted.commits) if wanted.commits else ())
        return
    folders = project.folders
    outputs = (folders.site, folders.dist) if folders else ()
    yield from project_files(root, outputs)
    for output in outputs:
        if output.is_dir():
            yield from tree_files(output, f"{output.name}/")


def _show(hits: Iterable[Hit], dossiers: Dossiers, needles: tuple[Needle, ...]) -> None:
    """Which string it was, as it stands in the vault, for the eyes of whoever sits there."""
    by_needle = {needle: dossier.key for dossier in dossiers.known for needle in dossier.needles.reveal(Opener())}
    for hit in sorted(set(hits)):
        needle = needles[hit.needle]
        click.echo(f"{hit.path}:{hit.line or 1}: {needle.bare} ({by_needle[needle]})")
