"""What a carrier of ordinary pages (MkDocs) needs to know of a build: which files exist, and where issues will lie."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from briefing.diagnostics import Severity
from briefing.model import Tree
from briefing.press.building import Build
from briefing.press.spreading import sharing
from briefing.press.summary import tally
from briefing.press.writing import write_tree


def ordinary_files(build: Build) -> frozenset[str]:
    """Pages and other files of the content folder that may be published, relative to it."""
    project = build.project
    pages = (path.removeprefix(project.content_prefix) for path in project.pages)
    return frozenset((*pages, *(file.output for file in project.files)))


def issue_files(build: Build) -> Mapping[str, str]:
    """Published issues relative to the content folder, and the file of the website each becomes: links lead there."""
    prefix, desk = build.project.content_prefix, build.composition.desk
    drafts = desk.published if desk else ()
    return {draft.path.removeprefix(prefix): f"issues/{draft.front_matter.slug}/index.html" for draft in drafts}


def verdict(build: Build) -> str:
    """Why a build stops, in one sentence."""
    counted = "warnings count, too; " if all(finding.severity < Severity.ERROR for finding in build.findings) else ""
    return f"{tally(build.findings)}; {counted}nothing was written, the last good build is as it was"


def watched(build: Build, custom_dir: str | None) -> tuple[Path, ...]:
    """Folders whose changes make a preview stale, besides the content folder."""
    folders = build.project.folders
    mine = (folders.sources, folders.drafts) if folders else ()
    return tuple(folder for folder in (*mine, *([Path(custom_dir)] if custom_dir else [])) if folder.is_dir())


def site_files(build: Build) -> Mapping[str, bytes]:
    """The finished files of the website by path."""
    return build.printed.tree(Tree.SITE) if build.printed else {}


def write_site_files(build: Build, folder: Path, files: Mapping[str, bytes]) -> None:
    """What the carrier keeps for the website, written by all processors."""
    write_tree(folder, files, sharing(len(build.printed.archive.issues) if build.printed else 0))
