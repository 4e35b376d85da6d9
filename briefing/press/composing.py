"""From a project's texts to a desk: read every file, resolve links in a second pass, run the checks, weigh what was found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import PurePosixPath

from briefing.checks import discreet
from briefing.desk import Check, Checked, Desk, Draft, FrontMatter, Issued, Person, Register, Settings, Unchecked
from briefing.desk.recalling import without_what_was_recalled
from briefing.diagnostics import Diagnostic, Reading, Severity
from briefing.press.checked import checked_quotations
from briefing.press.content import Kind
from briefing.press.issuing import issued, unattended
from briefing.press.pages import page_findings, page_path
from briefing.press.plugins import Plugin, blaming
from briefing.press.project import Project
from briefing.press.spreading import sharing
from briefing.reading.addresses import Addresses
from briefing.reading.front_matter import read_front_matter
from briefing.reading.ids_lock import read_ids
from briefing.reading.issue import read_issue
from briefing.reading.people import read_people
from briefing.reading.quotes_lock import Record, read_lock
from briefing.reading.register import read_source


@dataclass(frozen=True, slots=True)
class Composition:
    """What a project says at one moment, and everything that was found on the way."""

    project: Project
    findings: tuple[Diagnostic, ...]
    desk: Desk | None
    """None where the settings could not be read; not to be cleared where a finding is an error."""


@dataclass(frozen=True, slots=True)
class Ledgers:
    """How the files are read that grow with the archive; at a desk, which reads them for every preview, by what remembers."""

    people: Callable[[str, str], Reading[Mapping[str, Person]]] = read_people
    quotes: Callable[[str, str], Reading[tuple[Record, ...]]] = read_lock
    ids: Callable[[str, str], Reading[Mapping[int, Issued]]] = read_ids


def compose(
    project: Project, checks: Iterable[Plugin[Check]], now: datetime, *, release: bool = False, ledgers: Ledgers | None = None
) -> Composition:
    """The desk as it is at ``now`` (in the publication's time zone if it names none); ``release``: what is built will be published."""
    if project.settings is None:
        return Composition(project, project.findings, None)
    now = now if now.tzinfo else now.replace(tzinfo=project.settings.publication.timezone)
    ledgers = ledgers or Ledgers()
    fronts, front_findings = _front_matters(project, project.settings)
    withheld = {path: front.withholding(now) for path, front in fronts.items()}
    waiting = frozenset(path for path, why in withheld.items() if why is not None)
    register, register_findings = _register(project, ledgers)
    refused = frozenset(finding.span.path for finding in project.findings) - project.texts.keys()
    unread = refused | (project.issues.keys() - fronts.keys())
    drafts, draft_findings = _drafts(project, fronts, _addresses(project, fronts, waiting, unread))
    documents = {PurePosixPath(path).stem: text for path, text in project.documents.items()}
    out, ids_findings = issued(project, ledgers.ids)
    desk = Desk(project.settings, register, drafts, now, None, release, documents, out, mints=not unattended(), unread=unread)
    checked, lock_findings = _checked(project, desk, ledgers)
    desk = replace(desk, checked=checked)
    found = (
        *project.findings,
        *register_findings,
        *page_findings(project.pages),
        *front_findings,
        *draft_findings,
        *lock_findings,
        *ids_findings,
        *(finding for plugin in checks for finding in _check(plugin, desk)),
    )
    unread_drafts = frozenset(path for path in unread if path.startswith(project.drafts_prefix))
    imported = frozenset(path for path, front in fronts.items() if front.imported)
    told = (_forgiven(finding, imported) for finding in discreet(found, project.texts, register))
    weighed = dict.fromkeys(_weighed(finding, waiting | unread_drafts) for finding in told)
    return Composition(project, tuple(weighed), desk)


def _check(plugin: Plugin[Check], desk: Desk) -> tuple[Diagnostic, ...]:
    with blaming(plugin):
        return tuple(plugin.part.check(desk))


def _forgiven(finding: Diagnostic, imported: frozenset[str]) -> Diagnostic:
    """In an issue that was brought in, quotations were marked by other rules: what is found in them is a note."""
    if finding.span.path not in imported or not finding.code.startswith("Q") or finding.severity is Severity.NOTE:
        return finding
    return replace(finding, severity=Severity.NOTE, notes=(*finding.notes, "this issue was imported: it is printed as it came"))


def _weighed(finding: Diagnostic, withheld: frozenset[str]) -> Diagnostic:
    """A withheld issue stops no build: what is found in it is shown as a note that says what it will be."""
    if finding.span.path not in withheld or finding.severity is Severity.NOTE:
        return finding
    note = f"{WITHHELD_NOTE}{_ARTICLE[finding.severity]}"
    return replace(finding, severity=Severity.NOTE, notes=(*finding.notes, note))


WITHHELD_NOTE = "this issue is withheld now; when it is published, this is "
"""How the note begins that says what a finding will be."""
_ARTICLE = {Severity.WARNING: "a warning", Severity.ERROR: "an error"}


def _front_matters(project: Project, settings: Settings) -> tuple[dict[str, FrontMatter], tuple[Diagnostic, ...]]:
    share, paths = sharing(len(project.issues)), tuple(project.issues)
    readings = share(lambda path: read_front_matter(path, project.issues[path], settings), paths)
    fronts = {path: reading.value for path, reading in zip(paths, readings, strict=True) if reading.value is not None}
    return fronts, tuple(finding for reading in readings for finding in reading.findings)


def _addresses(
    project: Project, fronts: Mapping[str, FrontMatter], withheld: frozenset[str], unread: frozenset[str]
) -> Addresses:
    issues = {path: f"issues/{front.slug}/" for path, front in fronts.items() if path not in withheld}
    pages = {path: page_path(path.removeprefix(project.content_prefix)) for path in project.pages}
    assets = {file.path: file.output for file in project.files if file.kind in {Kind.ASSET, Kind.STATIC}}
    sizes = {file.output: file.size for file in project.files if file.size is not None}
    return Addresses(pages={**pages, **issues}, withheld=withheld, unread=unread, assets=assets, sizes=sizes)


def _drafts(
    project: Project, fronts: Mapping[str, FrontMatter], addresses: Addresses
) -> tuple[tuple[Draft, ...], tuple[Diagnostic, ...]]:
    share = sharing(len(fronts))
    readings = share(lambda path: read_issue(path, project.issues[path], fronts[path], addresses), tuple(fronts))
    drafts = [without_what_was_recalled(reading.value) for reading in readings if reading.value is not None]
    drafts.sort(key=lambda draft: (draft.front_matter.dated, draft.front_matter.issue, draft.path))
    return tuple(drafts), tuple(finding for reading in readings for finding in reading.findings)


def _checked(
    project: Project, desk: Desk, ledgers: Ledgers
) -> tuple[Mapping[str, tuple[Checked | Unchecked, ...]] | None, tuple[Diagnostic, ...]]:
    """What the lock says of each draft's quotations; None where there is no lock."""
    readings = [ledgers.quotes(path, text) for path, text in project.lock.items()]
    if not readings:
        return None, ()
    checked = checked_quotations(desk, (record for reading in readings for record in reading.value or ()))
    return checked, tuple(finding for reading in readings for finding in reading.findings)


def _register(project: Project, ledgers: Ledgers) -> tuple[Register, tuple[Diagnostic, ...]]:
    share = sharing(len(project.issues))
    sources = share(lambda path: read_source(path, project.sources[path]), tuple(project.sources))
    people = [ledgers.people(path, text) for path, text in project.people.items()]
    records = {reading.value.key: reading.value for reading in sources if reading.value is not None}
    persons = {key: person for reading in people for key, person in (reading.value or {}).items()}
    findings = [finding for source in sources for finding in source.findings]
    findings += [finding for reading in people for finding in reading.findings]
    faulty = [path for path, reading in zip(project.sources, sources, strict=True) if reading.value is None]
    faulty += [path for path, reading in zip(project.people, people, strict=True) if reading.value is None]
    faulty += [finding.span.path for finding in project.findings]
    unread = frozenset(PurePosixPath(path).stem for path in faulty)
    return Register(records, persons, unread), tuple(findings)
