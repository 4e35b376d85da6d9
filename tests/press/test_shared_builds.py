"""A build whose work is shared out to several processes says and makes what one process says and makes."""

from __future__ import annotations

import os
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.diagnostics import Diagnostic
from briefing.model import Archive, Rendition, Theme, Tree
from briefing.press import spreading
from briefing.press.composing import Composition, compose
from briefing.press.plugins import Plugin, PluginFailedError, find_checks, find_editions, find_proofs, find_readers
from briefing.press.printing import Printed, print_all
from briefing.press.project import read_project
from briefing.press.proving import prove
from briefing.press.theme import load_theme
from briefing.testing.publication import EVERY_FORM
from briefing.testing.sites import site

NOW = datetime(2031, 6, 1, 12, 0, tzinfo=UTC)
FAULTY = "2031-05-20-faulty.md"

pytestmark = pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="work is shared out on Linux only")


class Broken:
    """An edition of somebody else's that fails."""

    name = "broken"

    def render(self, _archive: Archive, _theme: Theme) -> Rendition:
        raise ValueError("no harbour")


@pytest.fixture
def several_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """As if the archive were large and there were two processors."""
    monkeypatch.setattr(spreading, "_WORTH_IT", 0)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _process: {0, 1})


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> tuple[Composition, Printed, tuple[Diagnostic, ...]]:
    """What one process makes."""
    return made(tmp_path_factory.mktemp("alone"))


def made(folder: Path) -> tuple[Composition, Printed, tuple[Diagnostic, ...]]:
    """Everything that a build finds and makes; a word is lost on the way to the disk."""
    project = read_project(
        site(folder, {**EVERY_FORM, f"drafts/{FAULTY}": f"{_front()}“Never closed.\n\n[x](nowhere.md) and =="})
    )
    composition = compose(project, find_checks(), NOW)
    assert composition.desk is not None
    printed = print_all(project, composition.desk, (), find_editions(), load_theme())
    written = printed.contents(*Tree)
    written |= {file: written[file].replace(b"nobody", b"") for file in written if file[0] is Tree.SITE}
    return composition, printed, prove(printed, written, find_proofs(), find_readers())


def _front() -> str:
    return "---\ntitle: Faulty\nissue: 90\ndate: 2031-05-20\ndescription: A draft with faults.\n---\n\n"


@pytest.mark.usefixtures("several_processes")
def test_findings_files_and_proofs_are_the_same_in_the_same_order(
    tmp_path: Path, alone: tuple[Composition, Printed, tuple[Diagnostic, ...]]
) -> None:
    composition, printed, proven = made(tmp_path)
    assert composition.findings == alone[0].findings
    assert any(finding.span.path.endswith(FAULTY) for finding in composition.findings)
    assert composition.desk == alone[0].desk
    assert list(printed.files.items()) == list(alone[1].files.items())
    assert printed.renditions == alone[1].renditions
    assert proven == alone[2] != ()


@pytest.mark.usefixtures("several_processes")
def test_a_broken_plug_in_is_named_all_the_same(tmp_path: Path) -> None:
    project = read_project(site(tmp_path, EVERY_FORM))
    desk = compose(project, find_checks(), NOW).desk
    assert desk is not None
    broken = (*find_editions(), Plugin(Broken(), "briefing.editions", "broken", "harbour-rules"))
    with pytest.raises(PluginFailedError, match=r"the plug-in “broken” .* of harbour-rules failed: ValueError: no harbour"):
        print_all(project, desk, (), broken, load_theme())
