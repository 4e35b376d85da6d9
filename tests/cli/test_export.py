"""``briefing export``: formats that others read. Everything quoted here is invented."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from zipfile import ZipFile

import pytest

from briefing.desk import Register
from briefing.filing.csl import csl
from briefing.testing import desk
from tests.cli.commanded import COMMAND, briefing, project

NOW = "--now=2031-06-01T12:00"


def test_a_described_source_is_not_exported() -> None:
    exported = json.dumps(csl(desk("x").register))
    assert "anon-7k2q" not in exported
    assert "who has seen the rosters" not in exported


def test_a_source_has_its_type_its_people_and_its_date() -> None:
    (letter, report, reply) = csl(desk("x").register)
    assert letter["author"] == [{"literal": "Sallow Pilots’ Guild"}]
    assert letter["recipient"] == [{"literal": "Harbour Board"}]
    assert (report["type"], report["title"], report["issued"]) == ("report", "Rest and rosters", {"date-parts": [[2031, 4, 11]]})
    assert (reply["title"], reply["author"]) == ("Statement", [{"literal": "Orla Venn"}])
    assert csl(Register()) == ()


@pytest.mark.slow
def test_nothing_withheld_is_exported_and_nothing_overwritten(tmp_path: Path) -> None:
    folder = project(tmp_path)
    for what in ("markdown", "issues", "csl", "schemas"):
        done = briefing(folder, "export", what, NOW)
        assert (done.status, done.err) == (0, "")
    with ZipFile(folder / "markdown.zip") as package:
        assert (
            package.read("content/issues/2031-05-02-night-berthing.md")
            == (folder / "content/issues/2031-05-02-night-berthing.md").read_bytes()
        )
        assert "content/assets/rests.png" in package.namelist()
        assert not [name for name in package.namelist() if name.startswith("drafts/")]
    issues = json.loads((folder / "issues.json").read_text(encoding="utf-8"))["issues"]
    assert [(one["number"], one["slug"]) for one in issues] == [(1, "night-berthing"), (2, "pilot-hours")]
    assert "Tugs" not in (folder / "issues.json").read_text(encoding="utf-8")
    assert json.loads((folder / "schemas" / "issue.json").read_text(encoding="utf-8"))["title"] == "Front matter of an issue"
    before = (folder / "markdown.zip").read_bytes()
    again = briefing(folder, "export", "markdown", NOW)
    assert (again.status, "is there already" in again.err) == (2, True)
    assert briefing(folder, "export", "markdown", NOW, "--force").status == 0
    assert (folder / "markdown.zip").read_bytes() == before


@pytest.mark.slow
def test_the_shell_completes_commands_and_formats(tmp_path: Path) -> None:
    environment = {**os.environ, "_BRIEFING_COMPLETE": "bash_complete", "COMP_WORDS": "briefing export m", "COMP_CWORD": "2"}
    done = subprocess.run([COMMAND], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout == "plain,markdown\n"
