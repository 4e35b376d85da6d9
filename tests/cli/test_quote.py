"""``briefing quote``: copy to standard output and nothing else, so that it can be piped into a clipboard; the rest beside it."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli.commands import commands
from briefing.testing import EVERY_FORM, site
from tests.cli.on_a_terminal import on_a_terminal

LETTER = 'To the board.\n\nWe call it a "paper rule". It isn\'t kept.\n\nWe ask you\nto say so -- in public.\n'
DESCRIBED = "kind: testimony\nlevel: described\ndescribe: a person who has seen the rosters\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with a project and its vault."""
    site(tmp_path / "project", {**EVERY_FORM, "sources/anon-7k2q.yml": DESCRIBED})
    for name, text in {"guild-letter/letter.txt": LETTER, "anon-7k2q/notes.txt": "We burnt the rosters.\n"}.items():
        place = tmp_path / "vault" / name
        place.parent.mkdir(parents=True)
        place.write_text(text, encoding="utf-8")
    return tmp_path


def quote(desk: Path, *arguments: str, vault: str = "vault") -> tuple[int, str, str]:
    options = ("-f", str(desk / "project/mkdocs.yml"), "--vault", str(desk / vault))
    result = CliRunner().invoke(commands, ["quote", *arguments, *options])
    return result.exit_code, result.stdout, result.stderr


def test_words_get_their_sentence_with_its_citation_and_nothing_else(desk: Path) -> None:
    assert quote(desk, "guild-letter", "paper", "rule") == (0, "“We call it a ‘paper rule’.” [@guild-letter]\n", "")
    assert quote(desk, "@guild-letter", "--exact", "Paper rule") == (0, "“paper rule” [@guild-letter]\n", "")


def test_several_paragraphs_open_each_and_close_once(desk: Path) -> None:
    whole = "“We call it a ‘paper rule’. It isn’t kept.\n\n“We ask you to say so – in public.” [@guild-letter]\n"
    assert quote(desk, "guild-letter", "we call … in public") == (0, whole, "")


def test_without_words_all_of_it_is_printed(desk: Path) -> None:
    status, out, err = quote(desk, "guild-letter")
    assert (status, err) == (0, "")
    assert out.count("[@guild-letter]") == 3
    assert out.startswith("“To the board.” [@guild-letter]\n\n“We call")


def test_several_places_are_candidates_and_that_is_said(desk: Path) -> None:
    status, out, err = quote(desk, "guild-letter", "we")
    assert (status, out.count("“We")) == (0, 2)
    assert err == "= 2 places; more words would tell them apart\n"


def test_words_that_are_not_there_are_said_not_to_be(desk: Path) -> None:
    status, out, err = quote(desk, "guild-letter", "we asked you to say so")
    assert (status, out) == (0, "“We ask you to say so – in public.” [@guild-letter]\n")
    assert err == "= these words are not in the evidence; this comes nearest (5 of 6 words)\n"
    assert quote(desk, "guild-letter", "another matter") == (
        1,
        "",
        "= these words are not in the evidence, nor anything like them\n",
    )


def test_copy_that_is_being_written_and_has_faults_is_no_obstacle(desk: Path) -> None:
    (desk / "project/content/issues/2031-05-16-pilot-hours.md").write_text("no front matter", encoding="utf-8")
    assert quote(desk, "guild-letter", "public")[0] == 0


def test_a_key_that_the_register_does_not_have_gets_a_suggestion(desk: Path) -> None:
    status, _, err = quote(desk, "guild-leter")
    assert status == 2
    assert "the register has no such source; did you mean guild-letter?" in err
    assert "anon-7k2q" not in quote(desk, "anon-7k2")[2], "what is described is never suggested"


def test_a_register_file_with_faults_is_said_to_have_them(desk: Path) -> None:
    (desk / "project/sources/guild-letter.yml").write_text("kind: [", encoding="utf-8")
    assert "the register file of this source has faults" in quote(desk, "guild-letter")[2]


def test_a_vault_that_is_not_there_is_asked_for(desk: Path) -> None:
    status, out, err = quote(desk, "guild-letter", vault="nowhere")
    assert (status, out) == (2, "")
    assert "the vault is not there" in err


def test_evidence_that_cannot_be_read_says_why(desk: Path) -> None:
    (desk / "vault/guild-letter/letter.txt").unlink()
    status, out, err = quote(desk, "guild-letter")
    assert (status, out) == (1, "")
    assert "= letter.txt: the vault has no such file; put it into the folder of its source" in err


def test_a_described_source_that_has_not_agreed_is_not_quoted(desk: Path) -> None:
    status, out, err = quote(desk, "anon-7k2q")
    assert (status, out) == (1, "")
    assert "has not agreed to be quoted: say what it told you in your own words" in err


def test_one_that_has_agreed_is_quoted_on_a_terminal_only_and_with_a_warning(desk: Path) -> None:
    (desk / "project/sources/anon-7k2q.yml").write_text(f"{DESCRIBED}direct-quote: agreed\n", encoding="utf-8")
    status, out, err = quote(desk, "anon-7k2q")
    assert (status, out) == (2, "")
    assert "it goes to a terminal only" in err
    seen = on_a_terminal(desk / "project", "quote", "anon-7k2q", "--vault", "../vault")
    assert seen.out == "“We burnt the rosters.” [@anon-7k2q]\n"
    assert "its very words may give it away" in seen.err
