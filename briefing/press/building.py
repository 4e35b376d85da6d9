"""One build in three steps, for whatever carries it: begin (read and check), fill (clear and render), finish (prove and swap)."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from briefing.diagnostics import Diagnostic, Severity
from briefing.model import Page, Tree
from briefing.press.composing import Composition, compose
from briefing.press.finished import Finished, build_id, digests_of
from briefing.press.indexing import can_index, is_searched, write_index
from briefing.press.inspecting import inspector, together
from briefing.press.issuing import after_release, write_issued
from briefing.press.placing import placed
from briefing.press.plugins import Finder, find_checks, find_editions, find_proofs, find_readers, installed_once
from briefing.press.previewing import let_browsers_reload
from briefing.press.printing import Printed, print_all
from briefing.press.project import Project, read_project
from briefing.press.proving import prove_beside
from briefing.press.spreading import sharing
from briefing.press.summary import Summary, summarise
from briefing.press.templates import blaming_templates
from briefing.press.theme import load_theme
from briefing.press.vault import put_vault_away
from briefing.press.warden import reached_for
from briefing.press.writing import Stage, clear_away, set_up, swap_in, write_tree


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person at the command line can ask for that mkdocs.yml cannot say, and whom to tell what is done and found."""

    report: Callable[[Build], None]
    """Called after each step."""
    progress: Callable[[str], None] = lambda _step: None
    """Called before each step with what it does."""
    dist: Path | None = None
    """Where emails go; None: where the settings say."""
    now: datetime | None = None
    """None: the clock."""
    scan: Callable[[Mapping[str, Path]], tuple[Diagnostic, ...]] = lambda _trees: ()
    """Where the vault is at hand: looks through the finished folders ``site`` and ``dist``, in a process of its own."""
    release: bool = False
    """What is built will be published: every quotation must be checked."""


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built, and where to."""

    config: Path
    site: Path
    """Where the website goes; absolute."""
    wishes: Wishes
    strict: bool = False
    """Warnings count."""
    preview: bool = False
    """The website is only looked at: emails are proven, too, and then thrown away; none is put where it would be sent from."""

    @property
    def dist(self) -> Path | None:
        """Where emails go; None: where the settings say."""
        return self.site.with_name(f"{self.site.name}-dist") if self.preview else self.wishes.dist


@dataclass(frozen=True, slots=True)
class Build:
    """How far a build has come; every step returns a new one."""

    order: Order
    composition: Composition
    finder: Finder
    """Where plug-ins are found; what is installed is looked up once in a build."""
    findings: tuple[Diagnostic, ...]
    """What the last step found."""
    stage: Stage | None = None
    """None: nothing will be written."""
    printed: Printed | None = None
    summary: Summary | None = None
    """Only of a build that was swapped in."""
    noted: Path | None = None
    """The lock, where a release wrote down what is out now."""

    @property
    def project(self) -> Project:
        """The files this build was made from."""
        return self.composition.project


def begin(order: Order) -> Build:
    """Read the project and check the copy; where nothing stops the build, set up its temporary folders."""
    project = read_project(order.config, site=order.site, dist=order.dist)
    put_away = put_vault_away(project)  # before anything of a plug-in runs
    finder = installed_once()
    composition = compose(project, find_checks(finder), order.wishes.now or datetime.now(UTC), release=order.wishes.release)
    build = Build(order, composition, finder, (*composition.findings, *put_away))
    if stops(build) or project.folders is None:
        return build
    return replace(build, stage=set_up(project.folders.site, project.folders.dist))


def fill(build: Build, pages: tuple[Page, ...], custom_dir: str | None) -> Build:
    """Clear the desk and render every edition; ``custom_dir`` is the publication's own theme folder."""
    desk = build.composition.desk
    if desk is None or build.stage is None:
        raise ValueError("only a build that nothing stops can be filled")
    own = Path(custom_dir) if custom_dir else None
    with blaming_templates(own):
        theme = load_theme(own, build.stage.site.target, search=can_index() and bool(desk.published) and not build.order.preview)
        printed = print_all(build.project, desk, pages, find_editions(build.finder), theme)
    return replace(build, printed=printed, findings=printed.findings)


def finish(build: Build, *, held: bool = False) -> Build:
    """Write the dist tree, prove the bytes of both trees, and swap them in if nothing that counts was found.

    ``held``: whatever the proofs say, do not swap (the carrier has found something that counts).
    """
    desk, stage, printed = build.composition.desk, build.stage, build.printed
    if desk is None or stage is None or printed is None:
        raise ValueError("only a build that was filled can be finished")
    share = sharing(len(desk.published))
    write_tree(stage.dist.temporary, printed.tree(Tree.DIST), share)
    files = Finished({Tree.SITE: stage.site.temporary, Tree.DIST: stage.dist.temporary})
    proofs, readers = find_proofs(build.finder), find_readers(build.finder)
    found, seen = prove_beside(inspector(desk), printed, files, proofs, readers)
    inspected = together(seen, files)
    build = replace(build, findings=placed(found, desk, build.project.texts))
    build = replace(build, findings=(*build.findings, *_confidential(build, inspected.faults.values())))
    if held or stops(build):
        return build
    if build.order.preview:
        let_browsers_reload(stage.site.temporary)
    index = write_index(stage.site.temporary) if is_searched(printed) else {}
    swap_in(stage, build_id({**inspected.digests, **digests_of(index)}), share)
    if build.order.preview:
        shutil.rmtree(stage.dist.target)
    noted = write_issued(build.project, after_release(desk)) if desk.release and desk.mints and not build.order.preview else None
    return replace(build, summary=summarise(desk, printed), noted=noted)


def _confidential(build: Build, faults: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """What confidential sources ask for, besides the proofs: ``faults`` were seen in the files."""
    found = (*reached_for(build.project.config), *faults)
    stage = build.stage
    if stage is None or found or stops(build):
        return found
    return build.order.wishes.scan({"site": stage.site.temporary, "dist": stage.dist.temporary})


def abandon(build: Build) -> None:
    """Remove the temporary folders; the last good build stays as it is."""
    if build.stage is not None:
        clear_away(build.stage)


def stops(build: Build) -> bool:
    """Whether what the last step found counts: errors always, warnings in a strict build."""
    least = Severity.WARNING if build.order.strict else Severity.ERROR
    return any(finding.severity >= least for finding in build.findings)
