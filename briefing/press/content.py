"""What lies in the content folder, sorted by what may become of it: an allow-list, because MkDocs would publish anything."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path, PurePosixPath
from unicodedata import category

from briefing.diagnostics import Diagnostic, Severity, Span
from briefing.diagnostics.codes.files import F907, P406
from briefing.press.images import IMAGE_TYPES, Picture, picture
from briefing.press.text_files import link_refused

ASSET_TYPES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg", ".pdf", ".csv"})
"""Published where an issue or a page refers to them."""
_NEVER = frozenset({".md", ".eml", ".msg", ".mbox"})
"""Published as files under no glob: copy and correspondence."""


class Kind(Enum):
    """What a file of the content folder is."""

    MARKDOWN = "markdown"
    ASSET = "asset"
    """Published if something refers to it."""
    STATIC = "static"
    """Published because ``publish`` names it."""


@dataclass(frozen=True, slots=True)
class ContentFile:
    """A file that may be published."""

    path: str
    """As findings name it: ``content/assets/rests.png``."""
    output: str
    """Where it lies in the site: ``assets/rests.png``."""
    absolute: Path
    kind: Kind
    size: tuple[int, int] | None = None
    """Of an image: width and height in pixels."""


@dataclass(frozen=True, slots=True)
class Found:
    """The content folder, sorted."""

    files: tuple[ContentFile, ...]
    findings: tuple[Diagnostic, ...]


Look = Callable[[Path, str], Picture]


def walk(folder: Path, shown: str, publish: Iterable[str], look: Look = picture) -> Found:
    """Every file below ``folder``, of which ``look`` tells what images hold; symbolic links are refused and not followed."""
    named = _named(folder, publish)
    files: list[ContentFile] = []
    findings: dict[str, Diagnostic] = {}
    for output, entry in _below(folder):
        path, place = f"{shown}/{output}", folder / output
        if entry.is_symlink():
            findings[path] = link_refused(path)
        elif not entry.is_file() or _is_misnamed(output):
            findings[path] = _unpublishable(path, output)
        elif kind := _kind(place, output, bool(named) and place in named):
            is_image = kind is not Kind.MARKDOWN and place.suffix.lower() in IMAGE_TYPES
            seen = look(place, path) if is_image else None
            files.append(ContentFile(path, output, place, kind, seen.size if seen else None))
            if seen and seen.fault:
                findings[path] = F907.at(
                    Span(path), notes=(seen.fault,), help=("export the image again, or take it out of the content folder",)
                )
        else:
            refused = _refused(shown, output)
            findings.setdefault(refused.span.path, refused)
    return Found(tuple(files), tuple(findings.values()))


def _kind(place: Path, output: str, named: bool) -> Kind | None:
    suffix = place.suffix.lower()
    if named and suffix not in _NEVER:
        return Kind.STATIC
    if _hidden(output):
        return None
    if suffix == ".md":
        return Kind.MARKDOWN
    return Kind.ASSET if suffix in ASSET_TYPES else None


def _is_misnamed(output: str) -> bool:
    """Whether a file's name is no text (bytes that are not UTF-8 come as half characters) or holds control characters."""
    return not output.isprintable() and any(category(character) in {"Cc", "Cs"} for character in output)


def _unpublishable(path: str, output: str) -> Diagnostic:
    if _is_misnamed(output):
        return P406.at(
            Span(path), "the name of this file cannot be an address", help=("rename it with letters, digits and hyphens",)
        )
    return P406.at(Span(path), "this is no file", help=("move it out of the content folder",))


def _refused(shown: str, output: str) -> Diagnostic:
    if hidden := _hidden(output):
        return P406.at(
            Span(f"{shown}/{hidden}"),
            "this hidden file is not published",
            severity=Severity.WARNING,
            help=("move it out of the content folder, or name it under publish: in mkdocs.yml",),
        )
    kind = PurePosixPath(output).suffix or "no suffix"
    known = ", ".join(sorted({".md", *ASSET_TYPES}))
    return P406.at(
        Span(f"{shown}/{output}"),
        notes=(f"its type: {kind}; published are {known}, and what publish: in mkdocs.yml names",),
        help=("move it out of the content folder: everything in it is public by definition",),
    )


def _hidden(output: str) -> str:
    """The topmost part of a path that begins with a dot, or ""."""
    if not output.startswith(".") and "/." not in output:
        return ""
    parts = output.split("/")
    hidden = next((number for number, part in enumerate(parts, 1) if part.startswith(".")), 0)
    return "/".join(parts[:hidden])


def _named(folder: Path, publish: Iterable[str]) -> frozenset[Path]:
    """The files that the globs of ``publish`` name; ``.well-known/`` means everything below it."""
    globs = (f"{glob}**/*" if glob.endswith("/") else glob for glob in publish)
    return frozenset(place for glob in globs for place in folder.glob(glob) if place.is_file())


def _below(folder: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Files and links below ``folder`` by their relative paths, in order; links to folders are listed, not entered."""
    waiting = [""]
    while waiting:
        above = waiting.pop()
        entries = sorted(_listed(folder / above), key=lambda entry: entry.name)
        folders = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
        waiting += [f"{above}{name}/" for name in reversed(folders)]
        yield from ((f"{above}{entry.name}", entry) for entry in entries if not entry.is_dir(follow_symlinks=False))


def _listed(folder: Path) -> list[os.DirEntry[str]]:
    """What lies in a folder; nothing in one that may not be looked into, or is gone."""
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError:
        return []
