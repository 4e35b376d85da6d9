"""The real issue against its vault: every quotation found, nothing of the vault in the lock, and builds that need no vault."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.acceptance.filed import fold, quotations
from tests.acceptance.project import Project, Run

pytestmark = pytest.mark.acceptance

LOCK = "sources/quotes.lock"


def verify(project: Project, vault: Path) -> Run:
    return project.run("briefing", "verify", "-f", str(project.folder / "mkdocs.yml"), "--vault", str(vault))


@pytest.fixture
def verified(project: Project, vault: Path) -> Project:
    """The project with its lock."""
    run = verify(project, vault)
    assert run.status == 0, run.output
    return project


def test_all_eight_are_found_two_with_marked_cuts_and_no_false_alarm(project: Project, vault: Path) -> None:
    run = verify(project, vault)
    assert run.status == 0, run.output
    assert run.findings == ()
    assert "8 quotations · 8 sourced · 8 checked (6 exact, 2 with marked cuts)" in run.output


def test_the_place_of_the_vault_may_come_from_the_environment(project: Project, vault: Path) -> None:
    run = project.run("briefing", "verify", "-f", str(project.folder / "mkdocs.yml"), BRIEFING_VAULT=str(vault))
    assert run.status == 0, run.output
    assert (project.folder / LOCK).is_file()


def test_the_lock_holds_no_word_of_the_vault(verified: Project, vault: Path) -> None:
    lock = fold((verified.folder / LOCK).read_text(encoding="utf-8")).casefold()
    texts = [path.read_text(encoding="utf-8", errors="replace") for path in vault.rglob("*") if path.is_file()]
    words = {word.casefold() for text in texts for word in re.findall(r"[^\W\d_]{5,}", text)}
    names = {path.name for path in vault.rglob("*") if path.is_file()}
    keys = {path.name for path in vault.iterdir()}
    bare = re.sub("|".join(map(re.escape, sorted(keys, key=len, reverse=True))), " ", lock)
    known = {"issue", "source", "words", "verdict", "flags", "accepted", "policy", "version", "verbatim", "trimmed", "marked"}
    said = set(re.findall(r"[^\W\d_]{5,}", re.sub(r"[0-9a-f]{8,}|tag:[^\"]*", " ", bare)))
    assert said <= known
    assert not said & (words - known)
    assert not any(name.casefold() in lock for name in names)


def release(project: Project) -> Run:
    folders = ("--site-dir", str(project.site), "--dist-dir", str(project.dist))
    return project.run("briefing", "build", "-f", str(project.folder / "mkdocs.yml"), "--release", *folders)


def pages(project: Project) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in project.site.glob("issues/*/index.html"))


def test_a_build_works_from_the_lock_alone_and_a_release_is_satisfied(verified: Project) -> None:
    run = release(verified)
    assert run.status == 0, run.output
    assert "8 quotations, 8 sourced, 8 checked word for word (2 with marked cuts)" in run.output


def test_readers_are_told_what_was_checked_but_not_where_the_evidence_was_reconstructed(verified: Project) -> None:
    assert release(verified).status == 0
    assert "Checked word for word" not in pages(verified)
    for source in (verified.folder / "sources").glob("*.yml"):
        source.write_text(source.read_text(encoding="utf-8").replace("reconstructed: true\n", ""), encoding="utf-8")
    assert release(verified).status == 0
    said = set(re.findall(r"Checked word for word [^<]*", pages(verified)))
    assert "Checked word for word against the email, with cuts marked." in said
    assert "Checked word for word against the statement." in said  # and of the letter nothing: what it is quoted for is short


def long_word(issue: Path) -> str:
    """A word that stands in the issue once, and in its longest quotation."""
    text = issue.read_text(encoding="utf-8")
    longest = max(quotations(issue), key=lambda quotation: quotation.length)
    return str(max((word for word in re.findall(r"[a-z]{5,}", longest.parts[0]) if text.count(word) == 1), key=len))


def test_one_word_changed_is_stale_in_every_build(verified: Project) -> None:
    word = long_word(verified.issue)
    text = verified.issue.read_text(encoding="utf-8")
    verified.issue.write_text(text.replace(word, f"{word[:-1]}{'x' if word[-1] != 'x' else 'y'}", 1), encoding="utf-8")
    run = verified.build()
    assert run.status == 1
    assert "V310" in {finding.code for finding in run.errors}
    assert "briefing verify" in run.output


def test_a_deleted_lock_is_one_note_in_a_preview_and_one_error_in_a_release(verified: Project) -> None:
    (verified.folder / LOCK).unlink()
    preview = verified.build()
    assert preview.status == 0
    (note,) = (finding for finding in preview.findings if finding.code == "V316")
    assert (note.severity, note.message) == ("note", "8 quotations are not checked against evidence")
    release = verified.check("--release")
    (error,) = (finding for finding in release.errors if finding.code == "V316")
    assert any("briefing verify" in line for line in error.help)


def test_a_changed_word_is_shown_beside_the_source_s(project: Project, vault: Path) -> None:
    word = long_word(project.issue)
    text = project.issue.read_text(encoding="utf-8")
    project.issue.write_text(text.replace(word, "xyzzy", 1), encoding="utf-8")
    run = verify(project, vault)
    assert run.status == 1
    assert [finding.code for finding in run.errors] == ["V301"]
    assert f"the source has “{word}”" in run.output


def test_a_vault_inside_the_project_is_refused(project: Project, vault: Path) -> None:
    inside = project.folder / "vault"
    inside.mkdir()
    run = verify(project, inside)
    assert run.status == 1
    assert [finding.code for finding in run.errors] == ["P401"]
    assert not (project.folder / LOCK).exists()
    assert vault.is_dir()
