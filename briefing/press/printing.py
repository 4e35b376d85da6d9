"""From a desk to files: clear it, let every edition render it, add the files that copy refers to, and see that no two collide."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import PurePosixPath

from briefing.clearance import clear
from briefing.desk import Desk
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.files import W901, W902
from briefing.diagnostics.codes.protection import P405
from briefing.media import BrokenMediaError, stripped
from briefing.model import Archive, Artifact, Edition, Page, Rendition, Theme, Tree
from briefing.press.content import ContentFile, Kind
from briefing.press.plugins import Plugin, blaming
from briefing.press.project import Project
from briefing.press.references import references
from briefing.press.spreading import sharing
from briefing.proofs.pieces import File

_MEDIA_TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
    ".pdf": "application/pdf",
    ".csv": "text/csv",
    ".txt": "text/plain",
}
_UNSAFE = re.compile(r"""[\\:*?"<>|\x00-\x1f\x7f-\x9f\ud800-\udfff]""")
"""What some platform keeps for itself, control characters (Cc) and surrogates (Cs)."""
_REPLACEABLE = frozenset({"robots.txt"})
"""Generated files that a file of the same name under ``publish`` replaces."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Everything that is to be written, and what it was made from."""

    archive: Archive
    renditions: Mapping[str, Rendition]
    """By the edition's name."""
    files: Mapping[tuple[Tree, str], Artifact]
    findings: tuple[Diagnostic, ...] = ()

    def tree(self, tree: Tree) -> dict[str, bytes]:
        """The files of one output folder by path."""
        return {path: artifact.content for (where, path), artifact in self.files.items() if where is tree}

    def contents(self, *trees: Tree) -> dict[File, bytes]:
        """The files of these output folders, one folder after the other."""
        return {(tree, path): content for tree in trees for path, content in self.tree(tree).items()}


def print_all(
    project: Project, desk: Desk, pages: tuple[Page, ...], editions: Iterable[Plugin[Edition]], theme: Theme
) -> Printed:
    """Call only where the composition is fit: the desk then holds nothing that clearance would refuse."""
    archive = clear(desk, pages)
    shared = replace(theme, share=sharing(len(archive.issues)))
    renditions = dict(_render(edition, archive, shared) for edition in editions)
    wanted = _wanted(project, desk, archive)
    static, carriers = _static_files(wanted)
    replaced = {artifact.path for artifact in static} & _REPLACEABLE
    rendered = (artifact for rendition in renditions.values() for artifact in rendition.artifacts)
    artifacts = (*static, *(one for one in rendered if one.tree is not Tree.SITE or one.path not in replaced))
    files = {(artifact.tree, artifact.path): artifact for artifact in reversed(artifacts)}
    return Printed(archive, renditions, files, (*carriers, *_unsafe(artifacts), *_collisions(artifacts, _aliases(desk))))


def _render(edition: Plugin[Edition], archive: Archive, theme: Theme) -> tuple[str, Rendition]:
    with blaming(edition):
        return edition.part.name, edition.part.render(archive, theme)


def _wanted(project: Project, desk: Desk, archive: Archive) -> tuple[ContentFile, ...]:
    """Files of the content folder that published copy or a page refers to, or that ``publish`` names."""
    wanted = {asset for draft in desk.published for asset in draft.assets}
    wanted |= {path for page in archive.pages for path in references(page, archive.publication)}
    return tuple(file for file in project.files if file.kind is Kind.STATIC or file.output in wanted)


def _static_files(files: Iterable[ContentFile]) -> tuple[tuple[Artifact, ...], tuple[Diagnostic, ...]]:
    """The files without what they tell of their makers; a file that cannot be freed of it is not published."""
    artifacts, findings = [], []
    for file in files:
        try:
            content = stripped(file.output, file.absolute.read_bytes())
        except BrokenMediaError as error:
            help_ = (error.hint or "export the file again, or take it out of the content folder",)
            findings.append(P405.at(Span(file.path), notes=(error.reason,), help=help_))
        else:
            artifacts.append(Artifact(Tree.SITE, file.output, content, _media_type(file.output)))
    return tuple(artifacts), tuple(findings)


def _media_type(path: str) -> str:
    return _MEDIA_TYPES.get(PurePosixPath(path).suffix.lower(), "application/octet-stream")


def _unsafe(artifacts: Iterable[Artifact]) -> Iterator[Diagnostic]:
    for artifact in artifacts:
        if not is_safe(artifact.path):
            yield W902.at(_span(artifact), notes=("the edition that made this path has a fault",))


def is_safe(path: str) -> bool:
    """Whether ``path`` can only lie inside the folder it is written to, on every platform."""
    parts = path.split("/")
    return not any(part in {"", ".", ".."} for part in parts) and _UNSAFE.search(path) is None and not path.startswith("~")


def _aliases(desk: Desk) -> Mapping[str, Span]:
    """Where the copy asks for a path of the website: the files that aliases become."""
    return {
        alias if alias.endswith(".html") else f"{alias.rstrip('/')}/index.html": draft.front_matter.spans["aliases"]
        for draft in desk.published
        for alias in draft.front_matter.aliases
    }


def _collisions(artifacts: Iterable[Artifact], asked: Mapping[str, Span]) -> Iterator[Diagnostic]:
    """Paths that are taken twice, or that are a file and a folder at once; some file systems know no upper case."""
    files: set[str] = set()
    folders: set[str] = set()
    for artifact in artifacts:
        place = f"{artifact.tree.value}/{artifact.path.casefold()}"
        above = set(_folders(place))
        if place in files or place in folders or not above.isdisjoint(files):
            if artifact.tree is Tree.SITE and artifact.path in asked:
                taken = f"the website has something else at {artifact.tree.value}/{artifact.path}"
                yield W901.at(asked[artifact.path], "this address is taken", notes=(taken,), help=("take it out of aliases:",))
            else:
                yield W901.at(_span(artifact), help=("give your own file or page another name",))
        files.add(place)
        folders |= above


def _folders(path: str) -> Iterator[str]:
    """The folders that a path lies in, the nearest first."""
    while "/" in path:
        path = path.rpartition("/")[0]
        yield path


def _span(artifact: Artifact) -> Span:
    return Span(f"{artifact.tree.value}/{artifact.path}")
