"""Where the vault lies, as far as a build may know: it sees that it is not inside the project, and forgets it."""

from __future__ import annotations

import os
from pathlib import Path

from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.protection import P401
from briefing.press.project import Project

VARIABLE = "BRIEFING_VAULT"


def put_vault_away(project: Project) -> tuple[Diagnostic, ...]:
    """Take the vault's place out of the environment, so that no plug-in and no process of theirs is told of it."""
    vault = os.environ.pop(VARIABLE, "")
    return vault_findings(Path(vault), project) if vault else ()


def vault_findings(vault: Path, project: Project) -> tuple[Diagnostic, ...]:
    """P401 where the vault lies inside the project, or the project inside the vault."""
    if project.folders is None:
        return ()
    place, root = vault.resolve(), project.folders.root
    if root != place and root not in place.parents and place not in root.parents:
        return ()
    return (P401.at(Span(project.config), help=("move the vault to a folder of its own, outside the project",)),)
