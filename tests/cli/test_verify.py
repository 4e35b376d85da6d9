"""``briefing verify`` and ``briefing accept``, on an invented publication with an invented vault."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from briefing.testing import EVERY_FORM, site
from tests.cli.commanded import Finished, briefing

NOW = ("--now", "2031-06-01T12:00")
ISSUE = "content/issues/2031-05-16-pilot-hours.md"
LOCK = "sources/quotes.lock"
EVIDENCE = {
    "guild-letter/letter.txt": (
        "To the board.\n\nSince January no pilot on the night turn has had the eleven hours that the rule gives. "
        "We call it a paper rule, and we ask you to say so.\n"
    ),
    "rest-report/report.txt": "\f" * 6 + "Rosters are rarely altered.\n",
    "venn-reply/statement.txt": "We read every letter. We act on those we can, but only in winter.\n",
    "anon-7k2q/source.yml": "identity: {names: [Perpetua Oddfellow-Sands]}\n",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project and, beside it, its vault."""
    site(tmp_path / "project", EVERY_FORM)
    for name, text in EVIDENCE.items():
        place = tmp_path / "vault" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")
    return tmp_path / "project"


def verify(project: Path, *more: str) -> Finished:
    return briefing(project, "verify", "--vault", "../vault", *more)


def records(project: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in (project / LOCK).read_text(encoding="utf-8").splitlines()[1:]]


def quotation_flagged(project: Path) -> str:
    (record,) = (record for record in records(project) if record["flags"])
    return str(record["q"])


def test_a_run_writes_the_lock_says_what_it_found_and_pins_the_evidence_in_the_vault(project: Path) -> None:
    done = verify(project)
    assert done.status == 0, done.out + done.err
    assert re.search(rf"^{re.escape(ISSUE)}:27:\d+: warning\[V305\]", done.out, re.MULTILINE)
    assert "3 quotations · 3 sourced · 2 checked (1 exact, 1 with marked cuts) · 1 not checked, or open" in done.out
    assert [record["flags"] for record in records(project) if record["source"] == "venn-reply"] == [["V305"]]
    pinned = (project.parent / "vault/evidence.lock").read_text(encoding="utf-8")
    assert "statement.txt" in pinned
    assert not any(name in (project / LOCK).read_text(encoding="utf-8") for name in ("statement.txt", "Perpetua", "winter"))


def test_what_an_editor_accepts_is_asked_no_more_until_the_words_change(project: Path) -> None:
    verify(project)
    quotation = quotation_flagged(project)
    assert briefing(project, "build", "--release", *NOW).status == 1
    accepted = briefing(project, "accept", "V305", quotation, "--vault", "../vault")
    assert accepted.status == 0, accepted.out + accepted.err
    before = (project / LOCK).read_bytes()
    done = briefing(project, "build", "--release", *NOW)
    assert done.status == 0, done.out + done.err
    assert "3 quotations, 3 sourced, 3 checked word for word (1 with marked cuts)" in done.out
    again = verify(project)
    assert "warning" not in again.out.replace("0 warnings", "")
    assert (project / LOCK).read_bytes() == before


def test_only_what_is_open_can_be_accepted(project: Path) -> None:
    verify(project)
    quotation = quotation_flagged(project)
    for code in ("V304", "V306", "V301"):
        assert briefing(project, "accept", code, quotation, "--vault", "../vault").status == 2
    unknown = briefing(project, "accept", "V305", "q-00000000", "--vault", "../vault")
    assert unknown.status == 2
    assert "briefing verify" in unknown.err


def test_a_misquoted_word_is_an_error_and_a_build_without_the_vault_knows(project: Path) -> None:
    text = (project / ISSUE).read_text(encoding="utf-8")
    (project / ISSUE).write_text(text.replace("we ask you to say so", "we beg you to say so"), encoding="utf-8")
    done = verify(project)
    assert done.status == 1
    assert "error[V301] these are not the source’s words" in done.out
    assert "the source has “ask”" in done.out
    build = briefing(project, "build", *NOW)
    assert build.status == 1
    assert "error[V301]" in build.out
    assert "“ask”" not in build.out, "a build knows the verdict, not the evidence"


def test_the_house_s_spelling_is_a_warning_until_it_is_accepted(project: Path) -> None:
    config, letter = project / "mkdocs.yml", project.parent / "vault/guild-letter/letter.txt"
    letter.write_text(letter.read_text(encoding="utf-8").replace("eleven", "elevyn"), encoding="utf-8")
    assert verify(project).status == 1
    config.write_text(
        f"{config.read_text(encoding='utf-8')}      house_style: {{spellings: {{eleven: elevyn}}}}\n", encoding="utf-8"
    )
    done = verify(project)
    assert done.status == 0, done.out + done.err
    assert "warning[V311] words are spelt as the house spells them" in done.out
    (quotation,) = (str(record["q"]) for record in records(project) if record["verdict"] == "SPELLING")
    assert "error[V311]" in briefing(project, "build", "--release", *NOW).out
    assert briefing(project, "accept", "V311", quotation, "--vault", "../vault").status == 0
    assert "V311" not in briefing(project, "build", "--release", *NOW).out


def test_evidence_that_changed_is_told_once_and_compared_anew(project: Path) -> None:
    verify(project)
    letter = project.parent / "vault/guild-letter/letter.txt"
    letter.write_text(letter.read_text(encoding="utf-8").replace("To the board.", "To the harbour board."), encoding="utf-8")
    assert "sources/guild-letter.yml:1:1: warning[V308]" in verify(project).out
    assert "V308" not in verify(project).out


def test_evidence_that_is_missing_stops_a_release_unless_it_is_waived_with_a_reason(project: Path) -> None:
    (project.parent / "vault/guild-letter/letter.txt").unlink()
    done = verify(project)
    assert "warning[V309] the evidence could not be read" in done.out
    assert "letter.txt: the vault has no such file" in done.out
    (unread,) = (str(record["q"]) for record in records(project) if record["verdict"] == "UNREAD")
    waiver = project.parent / "vault/guild-letter/source.yml"
    waiver.write_text(f"waivers: [{{quotation: {unread}}}]\n", encoding="utf-8")
    assert "V309" in verify(project).out, "a waiver has a reason"
    waiver.write_text(f"waivers: [{{quotation: {unread}, why: The letter is with our solicitor.}}]\n", encoding="utf-8")
    assert "V309" not in verify(project).out
    assert "solicitor" not in (project / LOCK).read_text(encoding="utf-8")
    assert "V309" not in briefing(project, "check", "--release", *NOW).out


def test_no_file_outside_the_folder_of_its_source_is_read(project: Path) -> None:
    source = project / "sources/guild-letter.yml"
    source.write_text(
        source.read_text(encoding="utf-8").replace("[letter.txt]", "[../venn-reply/statement.txt]"), encoding="utf-8"
    )
    done = verify(project)
    assert "it does not lie in its source’s folder" in done.out or "F" in done.out.split("error[")[1][:1]


def test_without_a_vault_it_says_how_to_name_one(project: Path) -> None:
    done = briefing(project, "verify")
    assert done.status == 2
    assert "BRIEFING_VAULT" in done.err
    assert briefing(project, "verify", "--vault", "nowhere").status == 2
    assert not (project / LOCK).exists()


def test_a_fault_in_the_copy_is_told_and_the_lock_stays(project: Path) -> None:
    verify(project)
    before = (project / LOCK).read_bytes()
    text = (project / ISSUE).read_text(encoding="utf-8")
    (project / ISSUE).write_text(text.replace("issue: 2", "issue: two"), encoding="utf-8")
    done = verify(project)
    assert done.status == 1
    assert "nothing was verified" in done.out
    assert (project / LOCK).read_bytes() == before
