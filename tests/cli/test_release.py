"""What a release asks for, through the command as it is installed."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.testing import EVERY_FORM, site
from tests.cli.commanded import COMMAND, briefing
from tests.locks import LOCK, locked

NOW = ("--now", "2031-06-01T12:00")
ISSUE = "content/issues/2031-05-16-pilot-hours.md"


def test_a_release_without_a_lock_stops_with_what_to_do(tmp_path: Path) -> None:
    site(tmp_path, EVERY_FORM)
    done = briefing(tmp_path, "build", "--release", *NOW)
    assert done.status == 1
    assert "sources/quotes.lock:1:1: error[V316] 3 quotations are not checked against evidence" in done.out
    assert "there is no such file yet" in done.out
    assert "briefing verify" in done.out
    assert not (tmp_path / "site").exists()


def test_a_release_whose_quotations_are_all_checked_is_built_and_says_so_to_editors_and_readers(tmp_path: Path) -> None:
    site(tmp_path, locked(EVERY_FORM, "VERBATIM", "VERBATIM", "MARKED"))
    done = briefing(tmp_path, "build", "--release", *NOW)
    assert done.status == 0, done.out + done.err
    assert "3 quotations, 3 sourced, 3 checked word for word (1 with marked cuts)" in done.out
    line = "Checked word for word against the statement, with cuts marked."
    made = ("site/issues/pilot-hours/index.html", "site/feed.xml", "site/atom.xml", "dist/email/pilot-hours/email.html")
    assert all(line in (tmp_path / path).read_text(encoding="utf-8") for path in made)
    text = (tmp_path / "dist/email/pilot-hours/email.txt").read_text(encoding="utf-8")
    assert line in " ".join(text.split())
    assert "against the letter" not in text, "one quotation cites it beside the report, which has the words"


def test_warnings_count_in_a_release(tmp_path: Path) -> None:
    site(tmp_path, {**locked(EVERY_FORM), "content/.notes": "x"})
    assert briefing(tmp_path, "build", *NOW).status == 0
    assert briefing(tmp_path, "build", "--release", *NOW).status == 1
    assert briefing(tmp_path, "check", "--release", *NOW).status == 1


def test_a_word_changed_after_the_check_stops_every_build(tmp_path: Path) -> None:
    files = locked(EVERY_FORM)
    files[ISSUE] = files[ISSUE].replace("We read every letter", "We read every angry letter")
    site(tmp_path, files)
    done = briefing(tmp_path, "build", *NOW)
    assert done.status == 1
    assert "error[V310] the quotation has changed since it was checked" in done.out
    assert "briefing verify" in done.out


def test_a_symbolic_link_is_no_lock(tmp_path: Path) -> None:
    site(tmp_path, locked(EVERY_FORM))
    (tmp_path / LOCK).rename(tmp_path / "elsewhere")
    (tmp_path / LOCK).symlink_to(tmp_path / "elsewhere")
    done = briefing(tmp_path, "build", *NOW)
    assert done.status == 1
    assert f"{LOCK}:1:1: error[P412]" in done.out


@pytest.fixture
def vault(tmp_path: Path) -> Path:
    """A vault that nothing may look into."""
    folder = tmp_path / "vault"
    (folder / "venn-reply").mkdir(parents=True)
    (folder / "venn-reply/statement.txt").write_text("We read every letter.", encoding="utf-8")
    return folder


HOOKED = """
import os, sys
vault = os.path.realpath(sys.argv.pop(1))
def watch(event, arguments):
    if event in {"open", "os.listdir", "os.scandir", "os.open"} and arguments and isinstance(arguments[0], (str, bytes)):
        if os.fsdecode(arguments[0]).startswith(vault):
            os.write(2, f"opened: {event}".encode()); os._exit(9)
    if event == "subprocess.Popen" and "BRIEFING_VAULT" in (arguments[3] or os.environ):
        os.write(2, b"told a process"); os._exit(9)
sys.addaudithook(watch)
from briefing.cli import main
main()
"""


def test_a_build_opens_nothing_of_the_vault_and_tells_no_process_where_it_is(tmp_path: Path, vault: Path) -> None:
    site(tmp_path / "project", locked(EVERY_FORM))
    vault.chmod(0)
    try:
        command = [sys.executable, "-c", HOOKED, str(vault), "build", *NOW]
        environment = {**os.environ, "BRIEFING_VAULT": str(vault)}
        done = subprocess.run(
            command, cwd=tmp_path / "project", env=environment, capture_output=True, text=True, check=False, timeout=60
        )
    finally:
        vault.chmod(0o755)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "3 checked word for word" in done.stdout


def test_the_audit_hook_would_have_seen_it(vault: Path) -> None:
    code = HOOKED.replace("from briefing.cli import main\nmain()", "import os; os.listdir(vault)")
    done = subprocess.run([sys.executable, "-c", code, str(vault)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (9, "opened: os.listdir")


@pytest.mark.parametrize("place", ["project/vault", "."])
def test_a_vault_inside_the_project_or_around_it_is_refused(tmp_path: Path, place: str) -> None:
    site(tmp_path / "project", locked(EVERY_FORM))
    environment = {**os.environ, "BRIEFING_VAULT": str(tmp_path / place)}
    done = subprocess.run(
        [COMMAND, "build", *NOW], cwd=tmp_path / "project", env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "mkdocs.yml:1:1: error[P401] the vault lies inside the project" in done.stdout
    assert str(tmp_path / place) not in done.stdout.replace(f"{tmp_path}/project", "")
