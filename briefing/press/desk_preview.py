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

from briefing.desk import Check, Desk, Draft
from briefing.diagnostics import Diagnostic, Reading, Severity
from briefing.model import Edition, Issue, Theme, Tree
from briefing.press.clients import load_clients
from briefing.press.composing import WITHHELD_NOTE, Ledgers, compose
from briefing.press.content import Kind
from briefing.press.placing import placed
from briefing.press.plugins import Plugin, PluginFailedError, find_checks, find_editions, find_proofs, find_readers
from briefing.press.printing import Printed, print_all
from briefing.press.project import Project
from briefing.press.proving import prove
from briefing.press.rereading import Understanding
from briefing.press.templates import blaming_templates
from briefing.proofs import Proof, Reader
from briefing.proofs.clients import ClientData
from briefing.reading.front_matter import body_start
from briefing.reading.ids_lock import read_ids
from briefing.reading.people import read_people
from briefing.reading.quotes_lock import read_lock

_STUB = "\nNot read for this preview.\n"
_CITATION = re.compile(r"[ ]?\[@(?P<key>[a-z0-9-]+)\]")
_KEY = re.compile(r"(?<![\w.])@([a-z0-9][a-z0-9-]+)")
_TODO = "todo"
_OF_ALL = frozenset({"issue-addresses", "issue-numbers"})
"""Checks that compare all issues with one another, which are not all here."""
_OF_ONE = frozenset({"changes", "email-preflight", "markers", "quotations", "same-words"})
"""Proofs that one issue can be held to by itself; the others are about the website as a whole."""
_WORDS = re.compile(r"[DEW]10")
_EMPTY = {"title": "Untitled", "description": "What this issue says will stand here, in one sentence for lists and inboxes."}


@dataclass(frozen=True, slots=True)
class Equipment:
    """What previews are made with: looked up and remembered once, for that takes longer than a small issue."""

    theme: Theme
    clients: Reading[ClientData] = field(default_factory=load_clients, repr=False)
    ledgers: Ledgers = field(
        default_factory=lambda: Ledgers(Understanding(read_people), Understanding(read_lock), Understanding(read_ids))
    )
    checks: tuple[Plugin[Check], ...] = field(
        default_factory=lambda: tuple(one for one in find_checks() if one.name not in _OF_ALL)
    )
    editions: tuple[Plugin[Edition], ...] = field(default_factory=find_editions)
    proofs: tuple[Plugin[Proof], ...] = field(default_factory=lambda: tuple(one for one in find_proofs() if one.name in _OF_ONE))
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
    broken: str = ""
    """What is wrong with a template or a plug-in, where that is why nothing is shown."""

    @property
    def cards(self) -> Mapping[str, bytes]:
        """The social cards, which need not be drawn again."""
        return {path: content for (_, path), content in self.files.items() if posixpath.basename(path).startswith("card-")}


def preview(project: Project, path: str, now: datetime, use: Equipment, *, embargoed: bool) -> Preview:
    """The issue in the file ``path``; an embargoed one is made only if it is asked for."""
    whole = _whole(project, path)
    small = _small(project, path, whole)
    composition = compose(small, use.checks, now, ledgers=use.ledgers)
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
    shown = compose(replace(small, issues={**small.issues, path: text}), (), later, ledgers=use.ledgers)
    if shown.desk is None or any(one.severity is Severity.ERROR and one.span.path == path for one in shown.findings):
        return Preview(path, draft, findings, desk, left_out=left_out)
    chosen = replace(shown.desk, drafts=tuple(one for one in shown.desk.drafts if one.path in whole))
    if any(one.severity is not Severity.NOTE and counts(one) for one in findings if one.code.startswith("P")):
        return Preview(path, draft, findings, desk, left_out=left_out)
    made = Preview(path, draft, findings, desk, left_out=left_out)
    try:
        with blaming_templates(project.folders.theme if project.folders else None):
            printed = print_all(_without_static(small), chosen, (), use.editions, use.theme)
    except PluginFailedError as error:
        return replace(made, broken=str(error))
    return _proven(made, printed, chosen, use)


def counts(finding: Diagnostic) -> bool:
    """Whether it will count when its issue is published."""
    return finding.severity is not Severity.NOTE or any(note.startswith(WITHHELD_NOTE) for note in finding.notes)


def is_about_words(finding: Diagnostic) -> bool:
    """Whether it says that an edition has other words than the issue."""
    return _WORDS.match(finding.code) is not None


def _proven(made: Preview, printed: Printed, desk: Desk, use: Equipment) -> Preview:
    files = printed.contents(*Tree)
    issue = next((one for one in printed.archive.issues if made.draft and one.number == made.draft.front_matter.issue), None)
    found = prove(printed, files, use.proofs, use.readers, clients=use.clients)
    own = {made.path, *((f"dist/email/{issue.slug}/email.{suffix}" for suffix in ("html", "txt", "eml")) if issue else ())}
    proven = (
        one
        for one in placed(found, desk, {draft.path: draft.text for draft in desk.drafts})
        if is_about_words(one) or one.span.path in own
    )
    return replace(made, findings=tuple(dict.fromkeys((*made.findings, *proven))), issue=issue, files=files)


def _without_static(project: Project) -> Project:
    """The project without what is published in any case: no preview changes that."""
    return replace(project, files=tuple(file for file in project.files if file.kind is not Kind.STATIC))


def _small(project: Project, path: str, whole: frozenset[str]) -> Project:
    """The project with this issue, the one it takes up, and the front matter of those it links to: what makes its editions."""
    text = project.issues.get(path, "")
    linked = {
        one: f"{other[: body_start(other)]}{_STUB}" for one, other in project.issues.items() if posixpath.basename(one) in text
    }
    own = {one: project.issues[one] for one in whole if one in project.issues}
    return replace(project, issues={**linked, **own}, sources=_cited(project, "".join(own.values())))


def _cited(project: Project, text: str) -> Mapping[str, str]:
    """The files of the register that are cited; all of them where a key is unknown, so that the nearest one can be named."""
    keys = set(_KEY.findall(text)) - {_TODO}
    sources = {posixpath.basename(path).removesuffix(".yml"): path for path in project.sources}
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
