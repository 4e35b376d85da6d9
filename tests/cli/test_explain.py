"""``briefing explain``: a code in its four parts."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.cli.explaining import explained
from briefing.diagnostics import Code
from briefing.diagnostics.codes import CODES
from tests.cli.commanded import briefing


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.id)
def test_every_code_is_told_with_its_four_parts(code: Code) -> None:
    text = " ".join("\n".join(explained(code)).split())
    for part in (code.id, code.severity.word, code.title, code.what, code.why, code.example, code.instead):
        assert " ".join(part.split()) in text


@pytest.mark.slow
def test_it_is_printed_as_an_editor_reads_it(tmp_path: Path) -> None:
    done = briefing(tmp_path, "explain", "c201")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("C201 (error): unknown source\n\nWhat the check does\n  Looks every cited key up")
    assert "\n\nInstead\n  “We read every letter.” [@venn-reply]" in done.out


@pytest.mark.slow
def test_a_misspelt_code_is_wrong_usage_and_the_nearest_ones_are_named(tmp_path: Path) -> None:
    done = briefing(tmp_path, "explain", "C2O1")
    assert done.status == 2
    assert "there is no code C2O1; did you mean C201 (unknown source)" in " ".join(done.err.split())


@pytest.mark.slow
def test_a_word_that_is_no_code_is_wrong_usage(tmp_path: Path) -> None:
    done = briefing(tmp_path, "explain", "everything")
    assert done.status == 2
    assert "there is no code everything; a code looks like C201" in done.err


@pytest.mark.slow
def test_a_code_of_a_plug_in_is_explained_too(tmp_path: Path) -> None:
    (tmp_path / "house.py").write_text(
        "from briefing.diagnostics import Code, Severity\n"
        "class House:\n"
        "    name = 'house'\n"
        "    codes = (Code('HOUSE101', Severity.NOTE, 'a word', 'Looks.', 'Ugly.', 'Bad.', 'Good.'),)\n"
        "    def check(self, desk):\n"
        "        return ()\n",
        encoding="utf-8",
    )
    metadata = tmp_path / "house_style-2.5.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: house-style\nVersion: 2.5\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text("[briefing.checks]\nhouse = house:House\n", encoding="utf-8")
    assert briefing(tmp_path, "explain", "house101", path=tmp_path).out.startswith("HOUSE101 (note): a word\n")
