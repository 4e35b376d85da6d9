from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from briefing.diagnostics.rendering import render_text
from briefing.press.composing import compose
from briefing.press.plugins import find_checks
from briefing.press.project import read_project
from briefing.testing.sites import site

ISSUE = """\
---
title: Night berthing resumes
issue: 1
description: The board has let large ships berth after dark again, four months after it stopped them.
---

Rosters are altered after the fact, said "somebody"in the know. [@anon-7k2q]
"""
SOURCE = "kind: testimony\nlevel: described\ndescribe: a person who has seen the rosters\n"


def test_no_finding_shows_a_line_that_cites_a_described_source_or_its_key(tmp_path: Path) -> None:
    project = read_project(site(tmp_path, {"content/issues/2031-05-02-night.md": ISSUE, "sources/anon-7k2q.yml": SOURCE}))
    composition = compose(project, find_checks(), datetime(2031, 6, 1, tzinfo=UTC))
    told = render_text(composition.findings, project.texts)
    assert "Q104" in told
    assert "(line not shown)" in told
    assert "anon-7k2q" not in told
    assert "Rosters" not in told
