"""``briefing verify --show``: seen on a terminal, with the vault, and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.testing import EVERY_FORM, site
from tests.cli.commanded import Finished, briefing
from tests.cli.on_a_terminal import on_a_terminal

pytestmark = pytest.mark.slow

ISSUE = "content/issues/2031-05-16-pilot-hours.md"
LETTER = (
    "To the board.\n\nSince January no pilot on the night turn has had the eleven hours that the rule gives. "
    "We call it a paper rule, and we ask you to say so.\n\nYours,\nthe guild \x1b[31m\n"
)
COPY = """---
title: Nobody read the gauge
issue: 3
date: 2031-05-30
author: desk
description: An invented issue with one quotation, which has a word that its source has not, and a cut that is marked.
---

They wrote: “no pilot on the late turn has had the eleven hours … and we ask you to say so”. [@guild-letter]

One source put it otherwise: “They burnt the rosters in the yard.” [@anon-7k2q]
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project and, beside it, its vault."""
    files = dict(EVERY_FORM)
    files["content/issues/2031-05-30-gauge.md"] = COPY
    files["sources/anon-7k2q.yml"] = (
        "kind: testimony\nlevel: described\ndescribe: a person who has seen the rosters\ndirect-quote: agreed\n"
    )
    site(tmp_path / "project", files)
    for name, text in {"guild-letter/letter.txt": LETTER, "anon-7k2q/notes.txt": "We burnt the rosters in the yard.\n"}.items():
        place = tmp_path / "vault" / name
        place.parent.mkdir(parents=True)
        place.write_text(text, encoding="utf-8")
    return tmp_path / "project"


def ids(project: Path) -> dict[str, str]:
    """The id of the first quotation of each source in issue 3."""
    briefing(project, "verify", "--vault", "../vault")
    lock = (project / "sources/quotes.lock").read_text(encoding="utf-8").splitlines()[1:]
    rows = [re.search(r':3", "source": "([^"]*)", "q": "([^"]*)"', line) for line in lock]
    return {row[1]: row[2] for row in rows if row}


def show(project: Path, quotation: str, *more: str, **environment: str) -> Finished:
    return on_a_terminal(project, "verify", "--vault", "../vault", "--show", quotation, *more, **environment)


def test_words_that_differ_are_signed_and_what_stands_around_is_shown(project: Path) -> None:
    seen = show(project, ids(project)["guild-letter"], NO_COLOR="1")
    assert seen.status == 1, seen
    assert re.search(r"^q-[0-9a-f]{8} · ALTERED · guild-letter$", seen.out, re.MULTILINE)
    words = " ".join(seen.out.split())
    assert "file letter.txt" in words
    assert "issue no pilot on the {+late+} turn has had the eleven hours {+…+} and we ask you to say so" in words
    assert "evidence no pilot on the [-night-] turn has had the eleven hours [-that the rule gives." in words
    assert "before it … To the board. Since January" in words
    assert "behind it Yours, the guild <U+001B>[31m …" in words
    assert "error[V301]" in words
    assert "not that the file is genuine" in words
    assert "\x1b[" not in seen.out


def test_where_there_is_colour_the_signs_stay(project: Path) -> None:
    seen = show(project, ids(project)["guild-letter"])
    assert "\x1b[32m{+late+}\x1b[0m" in seen.out
    assert "\x1b[31m[-night-]\x1b[0m" in seen.out
    assert "guild <U+001B>[31m" in seen.out, "what a file holds moves no cursor and changes no colour"


def test_the_notes_of_a_described_source_are_shown_without_its_key(project: Path) -> None:
    seen = show(project, ids(project)["anon-7k2q"], NO_COLOR="1")
    assert "· ALTERED · a described source" in seen.out
    assert "[-We-] burnt the rosters" in seen.out
    assert "anon-7k2q" not in seen.out.replace("[@anon-7k2q]", "")


def test_nothing_is_written(project: Path) -> None:
    quotation = ids(project)["guild-letter"]
    (project / "sources/quotes.lock").unlink()
    (project.parent / "vault/evidence.lock").unlink()
    show(project, quotation)
    assert not (project / "sources/quotes.lock").exists()
    assert not (project.parent / "vault/evidence.lock").exists()


def test_it_is_shown_on_a_terminal_only_and_never_in_ci(project: Path) -> None:
    quotation = ids(project)["guild-letter"]
    piped = briefing(project, "verify", "--vault", "../vault", "--show", quotation)
    in_ci = show(project, quotation, CI="true")
    for done in (piped, in_ci):
        assert done.status == 2
        assert "it goes to a terminal only" in done.err
        assert "night" not in done.out + done.err


def test_an_id_that_is_none_gets_a_suggestion(project: Path) -> None:
    quotation = ids(project)["guild-letter"]
    seen = show(project, f"{quotation[:-1]}x")
    assert seen.status == 2
    assert f"did you mean {quotation}?" in seen.err
    assert "quotes.lock has the ids" in show(project, "q-1").err


def test_an_id_that_two_issues_have_wants_the_issue_s_number(project: Path) -> None:
    quotation = ids(project)["guild-letter"]
    copy = COPY.replace("issue: 3", "issue: 4").replace("2031-05-30", "2031-06-13")
    (project / "content/issues/2031-06-13-again.md").write_text(copy, encoding="utf-8")
    assert "say which with --issue (3, 4)" in show(project, quotation).err
    assert "ALTERED" in show(project, quotation, "--issue", "4").out
