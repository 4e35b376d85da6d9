"""Find and read the files of a project. Nothing else in the package reads an editor's files."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from briefing.desk import Settings
from briefing.diagnostics import Diagnostic, Reading, Span
from briefing.diagnostics.codes.files import F903, F906
from briefing.press.content import ContentFile, Kind, Look, walk
from briefing.press.folders import Folders, folders_of, unsafe_outputs
from briefing.press.images import picture
from briefing.press.plugins import find_providers
from briefing.press.text_files import entries_in, read_text, text_files
from briefing.reading.settings import read_settings

QUOTES_LOCK = "quotes.lock"
"""What ``briefing verify`` writes beside the register."""
IDS_LOCK = "ids.lock"
"""What a release writes there."""


@dataclass(frozen=True, slots=True)
class Project:
    """All that lies on the disk, read but not understood; paths are relative to the folder of mkdocs.yml."""

    config: str
    """The settings file, as named: ``mkdocs.yml``."""
    settings: Settings | None = None
    folders: Folders | None = None
    issues: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Texts by path: ``content/issues/*.md`` and ``drafts/*.md``."""
    pages: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Texts of ordinary pages by path."""
    sources: Mapping[str, str] = field(default_factory=dict, repr=False)
    people: Mapping[str, str] = field(default_factory=dict, repr=False)
    """One text, of people.yml, or none."""
    lock: Mapping[str, str] = field(default_factory=dict, repr=False)
    """One text, of quotes.lock, or none."""
    ids: Mapping[str, str] = field(default_factory=dict, repr=False)
    """One text, of ids.lock, or none."""
    documents: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Texts of documents that are published with their source: ``sources/<key>.txt``, by path."""
    files: tuple[ContentFile, ...] = ()
    """What lies in ``content/`` and may be published if something refers to it or ``publish`` names it."""
    config_text: str = field(default="", repr=False)
    findings: tuple[Diagnostic, ...] = ()

    @property
    def texts(self) -> dict[str, str]:
        """Every text that a finding may point into."""
        register = {**self.sources, **self.people, **self.lock, **self.ids, **self.documents}
        return {self.config: self.config_text, **self.issues, **self.pages, **register}

    def with_texts(self, texts: Mapping[str, str]) -> Project:
        """The project with other texts in files that it has."""

        def renewed(old: Mapping[str, str]) -> Mapping[str, str]:
            new = {path: texts[path] for path in texts if path in old}
            return {**old, **new} if new else old

        return replace(
            self,
            issues=renewed(self.issues),
            pages=renewed(self.pages),
            sources=renewed(self.sources),
            people=renewed(self.people),
            lock=renewed(self.lock),
            ids=renewed(self.ids),
            documents=renewed(self.documents),
        )

    @property
    def content_prefix(self) -> str:
        """How the paths of files in the content folder begin."""
        return f"{_shown(self.settings.docs_dir)}/" if self.settings else ""

    @property
    def drafts_prefix(self) -> str:
        """How the paths of issues in the drafts folder begin."""
        return f"{_shown(self.settings.drafts_dir)}/" if self.settings else ""


def settings_in(path: str, text: str) -> Reading[Settings]:
    """The settings that a mkdocs.yml holds, which may name a provider of any plug-in."""
    return read_settings(path, text, (provider.part for provider in find_providers()))


@dataclass(frozen=True, slots=True)
class Means:
    """How files are opened; a desk, which reads the same ones again and again, has means that remember."""

    read: Callable[[Path, str], Reading[str]] = read_text
    look: Look = picture
    settings: Callable[[str, str], Reading[Settings]] = settings_in


def read_project(config: Path, *, site: Path | None = None, dist: Path | None = None, means: Means | None = None) -> Project:
    """Read everything that ``config`` (the path of a mkdocs.yml) leads to; ``site`` and ``dist`` replace its output folders."""
    means = means or Means()
    project = read_config(config, site=site, dist=dist, means=means)
    if project.settings is None or project.folders is None or not project.folders.content.is_dir():
        return project
    return _with_files(project, project.settings, config.parent, means)


def read_config(config: Path, *, site: Path | None = None, dist: Path | None = None, means: Means | None = None) -> Project:
    """Read mkdocs.yml alone, and see that its folders can be used."""
    text = read_text(config, config.name)
    if text.value is None:
        return Project(config.name, findings=text.findings)
    reading = (means or Means()).settings(config.name, text.value)
    project = Project(config.name, reading.value, config_text=text.value, findings=reading.findings)
    if (settings := reading.value) is None:
        return project
    folders = folders_of(config.parent, settings, site=site, dist=dist)
    if not folders.content.is_dir():
        place = settings.spans.get("docs_dir", Span(config.name))
        missing = F903.at(place, "the folder that docs_dir names is missing", help=(f"make the folder {settings.docs_dir}",))
        return replace(project, folders=folders, findings=(*reading.findings, missing))
    refused = unsafe_outputs(folders, settings, config.name)
    return replace(project, folders=folders, findings=(*reading.findings, *refused))


def _with_files(project: Project, settings: Settings, root: Path, means: Means) -> Project:
    """``project`` with the texts of its copy and its register."""
    found = walk(root / settings.docs_dir, _shown(settings.docs_dir), settings.publish, means.look)
    drafts = text_files(entries_in(root / settings.drafts_dir), _shown(settings.drafts_dir), ".md")
    sources, shown = entries_in(root / settings.sources_dir), _shown(settings.sources_dir)
    register, locks, documents = (text_files(sources, shown, suffix) for suffix in (".yml", ".lock", ".txt"))
    copy = {file.path: file.absolute for file in found.files if file.kind is Kind.MARKDOWN}
    listed = (drafts, register, locks, documents)
    places = {path: place for files in (copy, *(one.files for one in listed)) for path, place in files.items()}
    readings = {path: means.read(place, path) for path, place in places.items()}
    texts = {path: reading.value for path, reading in readings.items() if reading.value is not None}
    issues_folder = f"{project.content_prefix}issues/"
    issues = {path for path in copy if path.startswith(issues_folder)}
    nested = (F906.at(Span(path), help=(F906.instead,)) for path in issues if "/" in path.removeprefix(issues_folder))
    people, lock, ids = (f"{shown}/{name}" for name in ("people.yml", QUOTES_LOCK, IDS_LOCK))
    return replace(
        project,
        issues={path: text for path, text in texts.items() if path in issues or path in drafts.files},
        pages={path: text for path, text in texts.items() if path in copy and path not in issues},
        sources={path: text for path, text in texts.items() if path in register.files and path != people},
        people={path: text for path, text in texts.items() if path == people},
        lock={path: text for path, text in texts.items() if path == lock},
        ids={path: text for path, text in texts.items() if path == ids},
        documents={path: text for path, text in texts.items() if path in documents.files},
        files=tuple(file for file in found.files if file.kind is not Kind.MARKDOWN),
        findings=(
            *project.findings,
            *(finding for one in (found, *listed) for finding in one.findings),
            *nested,
            *(finding for reading in readings.values() for finding in reading.findings),
        ),
    )


def _shown(folder: str) -> str:
    """A folder of the settings as findings name it."""
    return Path(os.path.normpath(folder)).as_posix()
