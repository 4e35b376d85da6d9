"""A finding in a finished email points at the Markdown that it is about."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from briefing.diagnostics import Diagnostic
from briefing.press import compose, find_checks, preflight, read_project
from briefing.press.clients import SHIPPED, load_clients
from briefing.testing import EVERY_FORM, NOW, site

ISSUE = """\
---
title: {title}
issue: 3
date: 2031-05-20
author: harbour-editor
description: What the harbour board wrote to its pilots about the hours they work at night.
---

{copy}
"""


def told(folder: Path, copy: str, title: str = "Hours at night") -> list[tuple[str, str]]:
    """Codes of an issue's email, and the words that each points at."""
    path = "content/issues/2031-05-20-hours.md"
    text = ISSUE.format(title=title, copy=copy)
    project = read_project(site(folder, {**EVERY_FORM, path: text}))
    composition = compose(project, find_checks(), NOW)
    found: tuple[Diagnostic, ...] = preflight(composition)
    return [(one.code, text[one.span.start : one.span.end]) for one in found if one.span.path == path]


@pytest.mark.parametrize(
    ("copy", "expected"),
    [
        ("Read it [here](https://guild.example/rests).", ("E227", "https://guild.example/rests")),
        ("See [the list](https://guild.example/?utm_source=x).", ("E233", "https://guild.example/?utm_source=x")),
        ("## Locks\n\nWords.\n\n#### *Tides* and winds\n\nWords.", ("E224", "Tides* and winds")),
    ],
)
def test_it_points_at_what_the_editor_wrote(tmp_path: Path, copy: str, expected: tuple[str, str]) -> None:
    assert expected in told(tmp_path, copy)


def test_a_long_subject_is_shown_where_the_title_stands(tmp_path: Path) -> None:
    title = "A headline that goes on for longer than any inbox on any telephone will show"
    assert told(tmp_path, "Words.", title) == [("E239", title)]


def test_the_shipped_data_are_read() -> None:
    assert load_clients().value is not None


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"updated": "x", "features": {}}', '{"updated": "2031-01-01", "features": {"a": {"support": ["z"]}}}'],
)
def test_damaged_data_are_a_finding_and_no_exception(tmp_path: Path, text: str) -> None:
    place = tmp_path / "caniemail.json"
    place.write_text(text, encoding="utf-8")
    reading = load_clients(place)
    assert reading.value is None
    assert [finding.code for finding in reading.findings] == ["E214"]


def test_a_program_that_is_missing_from_the_data_is_a_finding(tmp_path: Path) -> None:
    whole = json.loads(SHIPPED.read_text(encoding="utf-8"))
    whole["features"]["css-margin"]["support"].pop()
    place = tmp_path / "caniemail.json"
    place.write_text(json.dumps(whole), encoding="utf-8")
    (finding,) = load_clients(place).findings
    assert "css-margin has 15 programs, not 16" in finding.notes[0]


def test_an_issue_of_an_imported_archive_is_not_sent_again(tmp_path: Path) -> None:
    path = "content/issues/2031-05-20-hours.md"
    text = ISSUE.format(title="Hours at night, " * 6, copy="Read it [here](https://guild.example/).")
    composition = compose(
        read_project(site(tmp_path, {**EVERY_FORM, path: text.replace("\n---\n", "\narchive: imported\n---\n", 1)})), (), NOW
    )
    assert composition.desk is not None
    assert path in {draft.path for draft in composition.desk.published}
    assert preflight(composition) == ()


def test_emails_are_held_to_the_rules_in_the_publications_own_sizes(tmp_path: Path) -> None:
    config = site(tmp_path, {**EVERY_FORM, "house/tokens/house.toml": '[size-email]\ntext = "13px"\n'})
    config.write_text(f"{config.read_text(encoding='utf-8')}\ntheme:\n  name: null\n  custom_dir: house\n", encoding="utf-8")
    assert "E226" in {finding.code for finding in preflight(compose(read_project(config), (), NOW))}
