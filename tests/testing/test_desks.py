"""Desks and archives from text: what is not given is supplied, what is wrong is told."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any, get_args

import pytest

from briefing.checks.unknown_sources import UnknownSources
from briefing.desk import Level
from briefing.model import Block, Inline
from briefing.press.plugins import find_checks
from briefing.testing import EVERY_FORM, NOW, archive, desk, sample_archive, told
from tests.locks import locked


def test_copy_alone_is_an_issue() -> None:
    (issue,) = archive("The chair said: “We read every letter.” [@venn-reply]\n").issues
    assert issue.quotations[0].speaker == "Orla Venn"
    assert issue.notes[0].source == "venn-reply"


def test_several_files_are_one_readable_text() -> None:
    read = desk(
        """\
-- content/issues/2031-05-02-one.md --
First.
-- drafts/2031-06-20-two.md --
Second.
-- sources/tide-table.yml --
kind: report
level: open
title: Tide table
publisher: Harbour Board
issued: 2031
"""
    )
    assert [(draft.path, draft.front_matter.issue) for draft in read.drafts] == [
        ("content/issues/2031-05-02-one.md", 1),
        ("drafts/2031-06-20-two.md", 2),
    ]
    assert len(read.published) == 1
    assert read.register.sources["tide-table"].key == "tide-table"
    assert "guild-letter" in read.register.sources


def test_a_check_s_findings_read_as_an_editor_reads_them() -> None:
    assert told(UnknownSources(), "Rests are short. [@gild-letter]\n").startswith(
        "content/issues/2031-05-16-copy.md:7:19: error[C201] unknown source\n"
        "   |\n"
        " 7 | Rests are short. [@gild-letter]\n"
        "   |                   ^^^^^^^^^^^^ did you mean @guild-letter?\n"
    )


def test_copy_that_may_not_be_published_is_no_archive() -> None:
    with pytest.raises(AssertionError, match=r"cannot be published\n.*error\[C201\]"):
        archive("Rests are short. [@nobody]\n")


def test_an_issue_that_cannot_be_read_is_told() -> None:
    with pytest.raises(AssertionError, match=r"(?s)cannot be read\n.*issue must be a whole number"):
        desk("---\ntitle: Rests\nissue: one\n---\n\nRests are short.\n")


def test_settings_that_cannot_be_read_are_told() -> None:
    with pytest.raises(AssertionError, match="cannot be read"):
        desk({"mkdocs.yml": "site_name: x\n"})


def kinds(value: Any) -> set[str]:
    """The names of all types in a value."""
    if isinstance(value, tuple):
        return set().union(*map(kinds, value))
    if not is_dataclass(value):
        return set()
    return {type(value).__name__}.union(*(kinds(getattr(value, field.name)) for field in fields(value)))


FORMS = {kind.__name__ for union in (Block, Inline) for kind in get_args(union)}


def test_the_sample_archive_has_every_form_of_copy() -> None:
    assert kinds(sample_archive().issues) >= FORMS


def test_the_sample_files_have_every_form_and_every_level_and_no_fault() -> None:
    assert kinds(archive(EVERY_FORM).issues) >= FORMS
    assert {getattr(record, "level", Level.DESCRIBED) for record in desk(EVERY_FORM).register.sources.values()} == set(Level)
    for plugin in find_checks():
        assert told(plugin.part, locked(EVERY_FORM)) == "", plugin.name


def test_of_the_sample_files_one_issue_is_withheld() -> None:
    read = desk(EVERY_FORM)
    assert [draft.path for draft in read.drafts if draft.front_matter.withholding(NOW)] == ["drafts/2031-06-13-tugs.md"]
