"""``briefing scan``, ``vault`` and ``jigsaw``, and a release beside its vault, through the command as it is installed."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.testing import EVERY_FORM, site
from tests.cli.commanded import COMMAND, Finished
from tests.cli.on_a_terminal import on_a_terminal
from tests.locks import locked

NOW = ("--now", "2031-06-01T12:00")
ABOUT = "content/about.md"
NAME = "Perpetua Oddfellow-Sands"
SOURCE = f"identity: {{names: [{NAME}], phones: ['+44 7700 900123']}}\nnever-say: [Oddfellow]\napproaches: [at the ferry]\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project whose quotations are all checked, and beside it its vault."""
    site(tmp_path / "project", {**locked(EVERY_FORM, "VERBATIM"), ABOUT: "# About\n\nWe write about harbours.\n"})
    (tmp_path / "vault/anon-7k2q").mkdir(parents=True)
    (tmp_path / "vault/anon-7k2q/source.yml").write_text(SOURCE, encoding="utf-8")
    return tmp_path / "project"


def briefing(project: Path, *arguments: str, vault: str = "../vault", **more: str) -> Finished:
    """The command with the vault in its environment, and a home of its own."""
    kept = {name: value for name, value in os.environ.items() if name not in {"BRIEFING_VAULT", "CI"}}
    home = {"HOME": str(project.parent / "home"), "XDG_CONFIG_HOME": str(project.parent / "home")}
    environment = {**kept, **home, **more, **({"BRIEFING_VAULT": vault} if vault else {})}
    done = subprocess.run([COMMAND, *arguments], cwd=project, env=environment, capture_output=True, text=True, check=False)
    return Finished(done.returncode, done.stdout, done.stderr)


def name_in(project: Path, path: str = ABOUT, words: str = "Ms Oddfellow wrote this.") -> None:
    with (project / path).open("a", encoding="utf-8") as file:
        file.write(f"\n{words}\n")


def git(project: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Ines Calloway", "-c", "user.email=desk@lantern.example")
    subprocess.run(["git", *who, *arguments], cwd=project, check=True, capture_output=True)  # noqa: S607  # git as it is installed


def test_a_project_that_names_nobody_is_clean_and_one_that_does_is_told_where(project: Path) -> None:
    clean = briefing(project, "scan")
    assert clean.status == 0, clean.out + clean.err
    assert "0 errors, 0 warnings, 0 notes; " in clean.out
    assert "files, against 1 sources of the vault" in clean.out
    name_in(project)
    done = briefing(project, "scan")
    assert done.status == 1
    assert f"{ABOUT}:5:1: error[P403]" in done.out
    assert "oddfellow" not in (done.out + done.err).lower()


def test_a_release_that_names_somebody_is_not_swapped_in_and_a_preview_without_the_vault_never_knows(project: Path) -> None:
    assert briefing(project, "build", "--release", *NOW).status == 0
    before = (project / "site/about/index.html").read_bytes()
    name_in(project, words="M&#115; <b>Odd</b>fellow wrote this.")
    done = briefing(project, "build", "--release", *NOW)
    assert done.status == 1
    assert "site/about/index.html:1:1: error[P403]" in done.out
    assert "oddfellow" not in (done.out + done.err).lower()
    assert (project / "site/about/index.html").read_bytes() == before
    assert sorted(path.name for path in project.iterdir() if path.name.startswith(".")) == [], "no temporary folder stays"
    assert briefing(project, "build", "--release", *NOW, vault="").status == 0


def test_a_vault_that_cannot_be_read_in_full_lets_no_release_out(project: Path) -> None:
    (project.parent / "vault/anon-7k2q/source.yml").write_text(f"nevr-say: [{NAME}]\n", encoding="utf-8")
    done = briefing(project, "build", "--release", *NOW)
    assert done.status == 1
    assert "error[P417] part of the vault cannot be understood" in done.out
    assert "anon-7k2q" not in done.out, "a build's log may be kept"
    assert "vault/anon-7k2q/source.yml:1:1: error[F201]" in briefing(project, "scan").out


def test_what_is_staged_and_what_was_committed_is_looked_at_as_git_has_it(project: Path) -> None:
    git(project, "init", "-q")
    git(project, "add", "-A")
    git(project, "commit", "-q", "-m", "A beginning")
    name_in(project)
    git(project, "add", "-A")
    (project / ABOUT).write_text("# About\n", encoding="utf-8")
    assert briefing(project, "scan").status == 0, "the file has the name no more"
    staged = briefing(project, "scan", "--staged")
    assert staged.status == 1
    assert f"{ABOUT}:5:1: error[P403]" in staged.out
    git(project, "commit", "-q", "-m", f"Thanks to {NAME}")
    git(project, "commit", "-q", "-a", "-m", "Not any more")
    assert briefing(project, "scan", "--staged").status == 0
    rows = json.loads(briefing(project, "scan", "--commits", "HEAD~2..HEAD", "--format", "json").out)
    assert {row["path"].partition(" ")[0].partition(":")[2] or "the message" for row in rows} == {ABOUT, "the message"}
    assert briefing(project, "scan", "--commits", "HEAD~1..HEAD").status == 0
    assert briefing(project, "scan", "--commits", "--output=x").status == 1


def test_strings_are_shown_on_a_terminal_only(project: Path) -> None:
    name_in(project)
    refused = briefing(project, "scan", "--show")
    assert (refused.status, "oddfellow" in (refused.out + refused.err).lower()) == (2, False)
    shown = on_a_terminal(project, "scan", "--show", BRIEFING_VAULT="../vault")
    assert f"{ABOUT}:5: oddfellow (anon-7k2q)" in shown.out


def test_a_vault_is_made_outside_and_remembered(project: Path) -> None:
    for inside in ("vault", "."):
        refused = briefing(project, "vault", "init", inside, vault="")
        assert refused.status == 1
        assert "error[P401] the vault lies inside the project" in refused.out
    made = project.parent / "new"
    done = briefing(project, "vault", "init", str(made), vault="")
    assert done.status == 0, done.out + done.err
    assert stat.S_IMODE(made.stat().st_mode) == 0o700
    assert stat.S_IMODE((made / "anon-7k2q/source.yml").stat().st_mode) == 0o600
    assert (made / "sealed").is_dir()
    clean = briefing(project, "scan", vault="")
    assert clean.status == 0, clean.out + clean.err
    assert "against 1 sources of the vault" in clean.out


def test_a_vault_in_the_repository_of_the_project_is_refused(project: Path) -> None:
    git(project.parent, "init", "-q")
    done = briefing(project, "vault", "init", "../elsewhere", vault="")
    assert done.status == 1
    assert "error[P401] the vault lies inside the project’s git repository" in done.out
    assert not (project.parent / "elsewhere").exists()
    assert "P401" in briefing(project, "build", *NOW).out


def test_what_is_noted_is_checked_when_the_editor_is_closed(project: Path) -> None:
    editor = project.parent / "editor"
    editor.write_text(
        f"#!{sys.executable}\nimport sys\nopen(sys.argv[1], 'w').write('nevr-say: [Oddfellow]')\n", encoding="utf-8"
    )
    editor.chmod(0o755)
    done = briefing(project, "vault", "edit", "sealed/hollin", EDITOR=str(editor))
    assert done.status == 1
    assert "vault/sealed/hollin/source.yml:1:1: error[F201]" in done.out
    assert "Oddfellow" not in done.out
    for outside in ("../x", "a/b/c/d", ".."):
        assert briefing(project, "vault", "edit", outside, EDITOR=str(editor)).status == 2


def test_a_jigsaw_puts_every_piece_together_on_a_terminal_only(project: Path) -> None:
    assert briefing(project, "jigsaw", "anon-7k2q").status == 2
    seen = on_a_terminal(project, "jigsaw", "anon-7k2q", BRIEFING_VAULT="../vault")
    assert seen.status == 0, seen.err
    words = " ".join(seen.out.split())
    assert "anon-7k2q: a person who has seen the rosters" in words
    assert "at the ferry" in words
    assert "Rosters are altered after the fact." in words
    assert "in 1 issues, 1 times" in words
    assert on_a_terminal(project, "jigsaw", "nobody", BRIEFING_VAULT="../vault").status == 2
