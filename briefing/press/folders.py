"""Where everything lies on this machine, and which output folders are refused because a build would destroy what is in them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from briefing.desk import Settings
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.files import F902
from briefing.press.finished import BUILD_ID


@dataclass(frozen=True, slots=True)
class Folders:
    """Absolute, symlinks resolved: inputs, which nothing writes into, and the two outputs."""

    root: Path
    """The folder of mkdocs.yml."""
    content: Path
    sources: Path
    drafts: Path
    site: Path
    dist: Path
    theme: Path | None = None
    """The publication's own templates and design tokens, where it has any."""

    @property
    def inputs(self) -> tuple[Path, ...]:
        """The folders an editor's files lie in."""
        return (self.content, self.sources, self.drafts)


def folders_of(root: Path, settings: Settings, *, site: Path | None = None, dist: Path | None = None) -> Folders:
    """The folders that ``settings`` name, relative to mkdocs.yml; ``site`` and ``dist`` are absolute and win over the settings."""
    return Folders(
        root=root.resolve(),
        content=(root / settings.docs_dir).resolve(),
        sources=(root / settings.sources_dir).resolve(),
        drafts=(root / settings.drafts_dir).resolve(),
        site=(site or root / settings.site_dir).resolve(),
        dist=(dist or root / settings.dist_dir).resolve(),
        theme=(root / settings.theme_dir).resolve() if settings.theme_dir else None,
    )


def unsafe_outputs(folders: Folders, settings: Settings, config: str) -> tuple[Diagnostic, ...]:
    """A finding for each output folder that a build must not replace."""
    outputs = (("site_dir", folders.site, folders.dist), ("dist_dir", folders.dist, folders.site))
    return tuple(
        F902.at(
            settings.spans.get(name, Span(config)),
            f"{name} would destroy what is not its own",
            notes=(f"it is {folder}: {reason}",),
            help=(f"name another folder: {name}: {name.removesuffix('_dir')}",),
        )
        for name, folder, other in outputs
        for reason in _reasons(folder, other, folders)
    )


def _reasons(output: Path, other: Path, folders: Folders) -> Iterator[str]:
    """Why ``output`` may not be replaced as a whole; the first reason is enough."""
    if output == output.parent or output == Path.home() or _holds(output, folders.root):
        yield "it is or contains the project itself"
    elif inside := next((folder for folder in folders.inputs if _holds(folder, output) or _holds(output, folder)), None):
        yield f"it overlaps with {inside}, where your own files lie"
    elif output == folders.dist and (_holds(output, other) or _holds(other, output)):
        yield f"it overlaps with the other output folder, {other}"
    elif output.exists() and not output.is_dir():
        yield "it is a file"
    elif (output / ".git").exists():
        yield "it is a git working copy, and replacing it would lose its history"
    elif not _was_built(output):
        yield "it holds files that no build wrote: name another folder, or empty this one"


def _holds(outer: Path, inner: Path) -> bool:
    return inner == outer or outer in inner.parents


def _was_built(folder: Path) -> bool:
    """Whether a build, ours or plain MkDocs, wrote it; so has an absent or empty one nothing to lose."""
    return (
        not folder.exists()
        or not any(folder.iterdir())
        or (folder / BUILD_ID).is_file()
        or ((folder / "sitemap.xml").is_file() and (folder / "index.html").is_file())
    )
