"""The README shows what the tool really does: its copy is the sample's, its findings are what is printed."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from tests.architecture.copies import ROOT, run

README = (ROOT / "README.md").read_text(encoding="utf-8")
ISSUE = "content/issues/2026-10-23-ferrow-report.md"


def fenced(language: str) -> list[str]:
    """The README's code blocks in one language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample publication that is not out yet: what is out may not be changed as the README does."""
    for name in ("content", "sources"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("ids.lock"))
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def test_the_findings_shown_are_the_findings_printed(sample: Path) -> None:
    issue = sample / ISSUE
    copy = issue.read_text(encoding="utf-8")
    for old, new in ((" [@ferrow-report, p. 31]", ""), ("[@solley-interview-2026-10]", "[@soley-interview-2026-10]")):
        assert copy.count(old) == 1
        copy = copy.replace(old, new)
    issue.write_text(copy, encoding="utf-8")
    status, output = run(sample, "briefing", "check")
    assert status == 1
    (shown,) = fenced("text")
    assert shown in output, output


def test_the_copy_shown_is_copy_that_passes(sample: Path) -> None:
    (shown,) = fenced("markdown")
    (sample / ISSUE).write_text(shown, encoding="utf-8")
    (sample / "sources/quotes.lock").unlink()  # it speaks of the whole issue, and the README shows the start of it
    status, output = run(sample, "briefing", "check")
    errors = [line for line in output.splitlines() if line.startswith(ISSUE) and "error" in line]
    assert errors == [], output
    assert status in {0, 1}, "other issues of the sample may lean on what the README leaves out"


def test_the_settings_shown_are_settings_that_build(sample: Path) -> None:
    (shown,) = [block for block in fenced("yaml") if block.startswith("site_name")]
    (sample / "mkdocs.yml").write_text(shown, encoding="utf-8")
    shutil.rmtree(sample / "content" / "issues")
    status, output = run(sample, "briefing", "build")
    assert status == 0, output


def test_every_file_the_readme_leads_to_exists() -> None:
    targets = [target for target in re.findall(r"\]\(([^)#]+)\)", README) if "://" not in target]
    assert targets
    assert [target for target in targets if not (ROOT / target).exists()] == []
