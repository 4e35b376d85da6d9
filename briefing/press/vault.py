"""Where the vault lies, as far as a build may know: it sees that it is not inside the project, closes it, and forgets it."""

from __future__ import annotations

import json
import os
from pathlib import Path

import click

from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.protection import P401
from briefing.press.project import Project
from briefing.press.warden import close_vault

VARIABLE = "BRIEFING_VAULT"
_OWN_FOLDER = "move the vault to a folder of its own, outside the project"


def known_vault(root: Path) -> Path | None:
    """The vault of the project in ``root``: what the environment says, else what ``briefing vault init`` noted."""
    named = os.environ.get(VARIABLE) or _noted().get(str(root.resolve()))
    return Path(named) if named else None


def note_vault(root: Path, vault: Path) -> Path:
    """Remember, for this user on this machine, where the vault of the project in ``root`` lies; returns the file that says so."""
    place = _notes()
    place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    new = place.with_name(f".{place.name}.new")
    new.write_text(json.dumps({**_noted(), str(root.resolve()): str(vault.resolve())}, indent=1) + "\n", encoding="utf-8")
    new.chmod(0o600)
    new.replace(place)
    return place


def put_vault_away(project: Project) -> tuple[Diagnostic, ...]:
    """Close the vault to this process, and take its place out of the environment, so that no process of a plug-in is told of it."""
    vault = known_vault(project.folders.root) if project.folders else None
    os.environ.pop(VARIABLE, None)
    if vault is None:
        return ()
    if not (found := vault_findings(vault, project)):
        close_vault(vault)
    return found


def vault_findings(vault: Path, project: Project) -> tuple[Diagnostic, ...]:
    """P401 where the vault lies inside the project or its repository, or the project inside the vault."""
    if project.folders is None:
        return ()
    place, root = vault.resolve(), project.folders.root
    if place == root or root in place.parents or place in root.parents:
        return (P401.at(Span(project.config), help=(_OWN_FOLDER,)),)
    repository = next((folder for folder in (root, *root.parents) if (folder / ".git").exists()), None)
    if repository is not None and repository in place.parents:
        return (P401.at(Span(project.config), "the vault lies inside the project’s git repository", help=(_OWN_FOLDER,)),)
    return ()


def _notes() -> Path:
    return Path(click.get_app_dir("briefing")) / "vaults.json"


def _noted() -> dict[str, str]:
    """What was noted; a file that somebody broke says nothing."""
    try:
        noted = json.loads(_notes().read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return {str(root): str(vault) for root, vault in noted.items()} if isinstance(noted, dict) else {}
