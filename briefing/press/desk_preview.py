"""One issue as its readers would get it, drafts too, made in memory for whoever writes it; nothing is written anywhere.

Only this issue and the one it takes up are read as a whole, and the front matter of those it links to; so the time it takes hardly
depends on the size of the archive. Whether its number and address are free is for ``briefing check``, the site as a whole for
``mkdocs serve``.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path, PurePosixPath

from briefing.desk import Check, Desk, Draft
from briefing.diagnostics import Diagnostic, Severity
from briefing.model import Edition, Issue, Theme, Tree
from briefing.press.composing import WITHHELD_NOTE, compose
from briefing.press.plugins import Plugin, find_checks, find_editions, find_proofs, find_readers
from briefing.press.printing import Printed, print_all
from briefing.press.project import Project
from briefing.press.proving import prove
from briefing.proofs import Proof, Reader
from briefing.reading.front_matter import body_start

_STUB = "\nNot read for this preview.\n"
_CITATION = re.compile(r"[ ]?\[@(?P<key>[a-z0-9-]+)\]")
_KEY = re.compile(r"(?<![\w.])@([a-z0-9][a-z0-9-]+)")
_TODO = "todo"
_OF_ALL = frozenset({"issue-addresses", "issue-numbers"})
"""Checks that compare all issues with one another, which are not all here."""
_EMPTY = {"title": "Untitled", "description": "What this issue says will stand here, in one sentence for lists and inboxes."}


@dataclass(frozen=True, slots=True)
class Equipment:
    """What a preview is made with: looked up once, for looking up takes longer than a small issue."""

    theme: Theme
    checks: tuple[Plugin[Check], ...] = field(
        default_factory=lambda: tuple(one for one in find_checks() if one.name not in _OF_ALL)
    )
    editions: tuple[Plugin[Edition], ...] = field(default_factory=find_editions)
    proofs: tuple[Plugin[Proof], ...] = field(default_factory=find_proofs)
    readers: tuple[Plugin[Reader], ...] = field(default_factory=find_readers)


@dataclass(frozen=True, slots=True)
class Preview:
    """What can be shown of an issue at one moment."""

    path: str
    draft: Draft | None
    findings: tuple[Diagnostic, ...]
    """Of this issue, as ``briefing check`` has them, and what the proofs found in its editions."""
    desk: Desk | None = None
    issue: Issue | None = None
    """None where it cannot be shown: then the findings say why."""
    files: Mapping[tuple[Tree, str], bytes] = field(default_factory=dict, repr=False)
    left_out: tuple[str, ...] = ()
    """Citations that nobody has filled in yet, left out so that the rest can be shown."""


def preview(project: Project, path: str, now: datetime, use: Equipment, *, embargoed: bool) -> Preview:
    """The issue in the file ``path``; an embargoed one is made only if it is asked for."""
    small = _small(project, path)
    composition = compose(small, use.checks, now)
    findings = tuple(one for one in composition.findings if one.span.path == path)
    desk = composition.desk
    draft = next((one for one in desk.drafts if one.path == path), None) if desk else None
    if desk is None or draft is None:
        return Preview(path, None, findings or composition.findings)
    now = desk.now
    if draft.front_matter.embargo and draft.front_matter.embargo > now and not embargoed:
        return Preview(path, draft, findings, desk)
    text, left_out = _filled(small, desk, path)
    later = max(now, draft.front_matter.dated, draft.front_matter.embargo or now) + timedelta(seconds=1)
    shown = compose(replace(small, issues={**small.issues, path: text}), (), later)
    if shown.desk is None or any(one.severity is Severity.ERROR and one.span.path == path for one in shown.findings):
        return Preview(path, draft, findings, desk, left_out=left_out)
    chosen = replace(shown.desk, drafts=tuple(one for one in shown.desk.drafts if one.path in _whole(project, path)))
    if any(one.severity is not Severity.NOTE and counts(one) for one in findings if one.code.startswith("P")):
        return Preview(path, draft, findings, desk, left_out=left_out)
    printed = print_all(small, chosen, (), use.editions, use.theme)
    return _proven(Preview(path, draft, findings, desk, left_out=left_out), printed, draft, use)


def counts(finding: Diagnostic) -> bool:
    """Whether it will count when its issue is published."""
    return finding.severity is not Severity.NOTE or any(note.startswith(WITHHELD_NOTE) for note in finding.notes)


def _proven(made: Preview, printed: Printed, draft: Draft, use: Equipment) -> Preview:
    site, dist = printed.tree(Tree.SITE), printed.tree(Tree.DIST)
    words = tuple(one for one in prove(printed, site, dist, use.proofs, use.readers) if one.code.startswith("E1"))
    issue = next((one for one in printed.archive.issues if one.number == draft.front_matter.issue), None)
    files = {
        **{(Tree.SITE, name): content for name, content in site.items()},
        **{(Tree.DIST, name): content for name, content in dist.items()},
    }
    return replace(made, findings=(*made.findings, *words), issue=issue, files=files)


def _small(project: Project, path: str) -> Project:
    """The project with this issue, the one it takes up, and the front matter of those it links to: what makes its editions."""
    whole, text = _whole(project, path), project.issues.get(path, "")
    linked = {
        one: f"{other[: body_start(other)]}{_STUB}" for one, other in project.issues.items() if posixpath.basename(one) in text
    }
    own = {one: project.issues[one] for one in whole if one in project.issues}
    return replace(project, issues={**linked, **own}, sources=_cited(project, "".join(own.values())))


def _cited(project: Project, text: str) -> Mapping[str, str]:
    """The files of the register that are cited; all of them where a key is unknown, so that the nearest one can be named."""
    keys = set(_KEY.findall(text)) - {_TODO}
    sources = {PurePosixPath(path).stem: path for path in project.sources}
    return {sources[key]: project.sources[sources[key]] for key in keys} if keys <= sources.keys() else project.sources


def _whole(project: Project, path: str) -> frozenset[str]:
    """The issue and, where it takes one up, that one."""
    text = project.issues.get(path, "")
    follows = re.search(r"^follows:[ ]*(\d+)[ ]*$", text[: body_start(text)], re.MULTILINE)
    if follows is None:
        return frozenset({path})
    taken_up = re.compile(rf"^issue:[ ]*{follows[1]}[ ]*$", re.MULTILINE)
    return frozenset({path, *(one for one, other in project.issues.items() if taken_up.search(other[: body_start(other)]))})


def _filled(project: Project, desk: Desk, path: str) -> tuple[str, tuple[str, ...]]:
    """The copy as far as it goes: not a draft, stand-ins where a title or description is missing, no citations to fill in."""
    text = project.issues[path]
    start = body_start(text)
    head = re.sub(r"^draft:.*\n", "", text[:start], flags=re.MULTILINE)
    for key, words in _EMPTY.items():
        head = re.sub(rf"^{key}:[ ]*$", f"{key}: {words}", head, flags=re.MULTILINE)
    left = [match["key"] for match in _CITATION.finditer(text, start) if match["key"] not in desk.register.sources]
    body = _CITATION.sub(lambda match: match[0] if match["key"] in desk.register.sources else "", text[start:])
    return f"{head}{body}", tuple(left)


def watched_state(project: Project, config: Path, custom_dir: Path | None) -> tuple[tuple[str, int, int], ...]:
    """What tells that something changed: names, times and sizes of all files that a preview is made from."""
    folders = (*project.folders.inputs, *([custom_dir] if custom_dir else [])) if project.folders else ()
    places = [config, *(place for folder in folders if folder.is_dir() for place in folder.rglob("*"))]
    return tuple(sorted((str(place), (stat := place.stat()).st_mtime_ns, stat.st_size) for place in places if place.is_file()))
