"""The acceptance copy as it was filed, imported: no sentence of it stands here."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.acceptance.filed import printed
from tests.acceptance.project import Project

pytestmark = [pytest.mark.acceptance, pytest.mark.slow]


def test_the_filed_copy_becomes_an_issue_with_the_same_words_and_check_names_what_is_missing(
    acceptance: Path, project: Project
) -> None:
    filed = acceptance / "copy-as-filed.txt"
    config = str(project.folder / "mkdocs.yml")
    done = project.run("briefing", "import", str(filed), "-f", config, "--now=2021-08-01T12:00")
    assert done.status == 0, done.output
    assert re.findall(r"^  (\d+) (subhead|quotation)s", done.output, re.MULTILINE) == [("2", "subhead"), ("8", "quotation")]
    assert "8 quotations, 2 of them over several paragraphs; 8 citations to fill in" in done.output
    (draft,) = (project.folder / "drafts").iterdir()
    body = draft.read_text(encoding="utf-8").split("---\n", 2)[2]
    assert body.count("[@todo]") == 8
    assert printed(body.replace("\n## ", "\n")).split() == filed.read_text(encoding="utf-8").split()
    check = project.check("--now=2021-08-01T12:00")
    told = [finding.code for finding in check.findings if "drafts/" in finding.path]
    assert told == ["F206", "F206", *["C201"] * 4, "S101", *["C201"] * 4]
