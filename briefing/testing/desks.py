"""Desks and archives from text: what a test brings is read as an editor's files are, without a disk."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from functools import cache
from pathlib import Path, PurePosixPath

from briefing.clearance import clear
from briefing.desk import Check, Desk, Settings
from briefing.diagnostics import Diagnostic, Severity
from briefing.diagnostics.rendering import render_text
from briefing.model import Archive
from briefing.press.composing import Composition, compose
from briefing.press.content import ContentFile, Kind
from briefing.press.plugins import Plugin, find_checks
from briefing.press.project import IDS_LOCK, QUOTES_LOCK, Project
from briefing.reading.settings import read_settings
from briefing.testing.publication import SURROUNDINGS

NOW = datetime(2031, 6, 1, 12, 0, tzinfo=UTC)
"""When a test's desk is looked at, unless it says otherwise: after the sample's issues, before its draft."""

Files = str | Mapping[str, str]
"""Texts by path; or one text in which a line ``-- path --`` stands before each file; or the copy of a single issue."""

_SINGLE = "content/issues/2031-05-16-copy.md"
_HEADER = re.compile(r"^-- (?P<path>\S+) --\n", re.MULTILINE)
_FRONT_MATTER = """\
---
title: An issue for a test
issue: {number}
description: What happened at Port Sallow, in one invented sentence for a test.
---

"""


def desk(files: Files, *, now: datetime = NOW) -> Desk:
    """The desk of a project with these files; settings, people, sources and front matter that are not given are supplied.

    Copy may have any fault a check is to find; what cannot be read at all is an AssertionError.
    """
    return _desk(_composed(files, now))


def archive(files: Files, *, now: datetime = NOW) -> Archive:
    """What would be published of these files: read, checked by every installed check, and cleared."""
    composition = compose(_project(files), _every_check(), now)
    faults = [finding for finding in composition.findings if finding.severity is Severity.ERROR]
    if faults:
        raise AssertionError(f"these files cannot be published\n{render_text(faults, composition.project.texts)}")
    return clear(_desk(composition), ())


def told(check: Check, files: Files, *, now: datetime = NOW) -> str:
    """What an editor with these files is told by ``check``; "" if it finds nothing."""
    composition = _composed(files, now)
    return render_text(check.check(_desk(composition)), composition.project.texts)


def split(text: str) -> dict[str, str]:
    """The files of one readable text, by path."""
    if not (headers := list(_HEADER.finditer(text))):
        return {_SINGLE: text}
    ends = [*(header.start() for header in headers[1:]), len(text)]
    return {header["path"]: text[header.end() : end] for header, end in zip(headers, ends, strict=True)}


@cache
def _every_check() -> tuple[Plugin[Check], ...]:
    """What is installed does not change while tests run; to look for it takes longer than to read an issue."""
    return find_checks()


def _composed(files: Files, now: datetime) -> Composition:
    return compose(_project(files), (), now)


def _desk(composition: Composition) -> Desk:
    if composition.desk is None or len(composition.desk.drafts) < len(composition.project.issues):
        found = render_text(composition.findings, composition.project.texts)
        raise AssertionError(f"these files cannot be read\n{found}")
    return composition.desk


def _project(files: Files) -> Project:
    texts = {**SURROUNDINGS, **(split(files) if isinstance(files, str) else files)}
    reading = read_settings("mkdocs.yml", texts["mkdocs.yml"])
    if reading.value is None:
        return Project("mkdocs.yml", config_text=texts["mkdocs.yml"], findings=reading.findings)
    return _sorted(texts, reading.value, reading.findings)


def _sorted(texts: Mapping[str, str], settings: Settings, findings: tuple[Diagnostic, ...]) -> Project:
    """Every file in its place, as ``press.project`` finds it on a disk."""
    content, sources = f"{settings.docs_dir}/", f"{settings.sources_dir}/"
    folders = (f"{content}issues/", f"{settings.drafts_dir}/")
    issues = [path for path in sorted(texts) if path.startswith(folders) and path.endswith(".md")]
    register = {path: text for path, text in texts.items() if path.startswith(sources) and path.endswith(".yml")}
    people = f"{sources}people.yml"
    return Project(
        "mkdocs.yml",
        settings,
        issues={path: _with_front_matter(texts[path], number) for number, path in enumerate(issues, 1)},
        pages={
            path: text for path, text in texts.items() if path.startswith(content) and path.endswith(".md") and path not in issues
        },
        sources={path: text for path, text in register.items() if path != people},
        people={path: text for path, text in register.items() if path == people},
        lock={path: text for path, text in texts.items() if path == f"{sources}{QUOTES_LOCK}"},
        ids={path: text for path, text in texts.items() if path == f"{sources}{IDS_LOCK}"},
        documents={path: text for path, text in texts.items() if path.startswith(sources) and path.endswith(".txt")},
        files=tuple(_asset(path, content) for path in texts if path.startswith(content) and not path.endswith(".md")),
        config_text=texts["mkdocs.yml"],
        findings=findings,
    )


def _with_front_matter(text: str, number: int) -> str:
    return text if text.startswith("---\n") else f"{_FRONT_MATTER.format(number=number)}{text}"


def _asset(path: str, content: str) -> ContentFile:
    return ContentFile(path, path.removeprefix(content), Path(PurePosixPath(path)), Kind.ASSET)
