"""``briefing check --since`` and ``--fix``. Everything quoted here is invented."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.commanded import briefing, project

NOW = "--now=2031-06-01T12:00"
ISSUE = Path("content/issues/2031-05-16-pilot-hours.md")
OLD, NEW = "nobody", "“every one of our members”"


def git(folder: Path, *arguments: str) -> None:
    command = (shutil.which("git") or "git", "-c", "user.name=x", "-c", "user.email=x@x.example", *arguments)
    subprocess.run(command, cwd=folder, check=True, capture_output=True)


def edit(place: Path, old: str, new: str) -> None:
    text = place.read_text(encoding="utf-8")
    assert old in text
    place.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.mark.slow
def test_an_old_fault_does_not_fail_a_new_issue_but_a_new_one_does_wherever_it_shows(tmp_path: Path) -> None:
    folder = project(tmp_path)
    edit(folder / ISSUE, "**nobody**", NEW)
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "an issue with a fault")
    assert briefing(folder, "check", NOW).status == 1
    clean = briefing(folder, "check", NOW, "--since", "HEAD")
    assert (clean.status, "C202" in clean.out) == (0, False)
    edit(folder / ISSUE, "\n## ", "\nA line above moves the old fault.\n\n## ")
    assert briefing(folder, "check", NOW, "--since", "HEAD").status == 0
    (folder / "sources" / "guild-letter.yml").unlink()
    gone = briefing(folder, "check", NOW, "--since", "HEAD")
    assert gone.status == 1
    assert "C201" in gone.out
    assert "C202" not in gone.out
    assert "that HEAD had already" in gone.out


@pytest.mark.slow
def test_a_revision_that_is_none_is_wrong_usage(tmp_path: Path) -> None:
    folder = project(tmp_path)
    assert briefing(folder, "check", "--since", "HEAD").status == 2
    git(folder, "init", "-q")
    for revision in ("nothing", "--output=x"):
        done = briefing(folder, "check", f"--since={revision}")
        assert (done.status, "--since" in done.err) == (2, True)


@pytest.mark.slow
def test_fix_mends_marks_and_spaces_and_nothing_else(tmp_path: Path) -> None:
    folder = project(tmp_path)
    draft = folder / "drafts" / "2031-06-13-tugs.md"
    text = draft.read_text(encoding="utf-8")
    filed = (
        text
        + '\nThe board\'s  "rule" is `it\'s  code`. “We rest. ” [@guild-letter] <b>"x"</b>\n\n-   a list \n\n~~~\n"x"  y\n~~~\n'
    )
    draft.write_bytes(filed.replace("\n", "\r\n").encode())
    before = {place: place.read_bytes() for place in folder.rglob("*") if place.is_file() and place != draft}
    done = briefing(folder, "check", NOW, "--fix")
    assert "drafts/2031-06-13-tugs.md: mended 3 straight marks, 1 double space, 1 space before a closing mark\n" in done.out
    mended = '\nThe board’s “rule” is `it\'s  code`. “We rest.” [@guild-letter] <b>"x"</b>\n\n-   a list \n\n~~~\n"x"  y\n~~~\n'
    assert draft.read_bytes().decode() == (text + mended).replace("\n", "\r\n")
    assert {place: place.read_bytes() for place in folder.rglob("*") if place.is_file() and place != draft} == before
    assert "mended" not in briefing(folder, "check", NOW, "--fix").out
