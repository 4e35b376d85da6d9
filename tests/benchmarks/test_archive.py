"""The archive that builds are measured on: the same every time, and copy that nothing is found in."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from benchmarks import archive, peers
from briefing import press


def test_one_seed_gives_one_archive_and_more_issues_change_none_of_the_first() -> None:
    small, large = archive.generate(3), archive.generate(5)
    assert large.issues[:3] == small.issues
    assert small == archive.generate(3)
    assert small != archive.generate(3, seed=2)


def test_issues_are_as_long_as_those_of_a_bulletin() -> None:
    words = [len(peers.plain(issue.body).split()) for issue in archive.generate(20).issues]
    assert 900 < sum(words) / len(words) < 1_150


def test_generated_copy_has_every_form_and_no_fault(tmp_path: Path) -> None:
    content = archive.generate(12)
    archive.write(content, tmp_path / "project")
    project = press.read_project(tmp_path / "project" / "mkdocs.yml")
    composition = press.compose(project, press.find_checks(), datetime(2026, 1, 2, tzinfo=UTC))
    assert [finding.code for finding in composition.findings] == ["V316"]  # there is no evidence to check it against
    assert composition.desk is not None
    for draft in composition.desk.published:
        assert len(draft.quotations) > 8
        assert any(quotation.displayed for quotation in draft.quotations)
        assert any(len(quotation.parts) > 1 and not quotation.displayed for quotation in draft.quotations)
        assert draft.pulls
        assert draft.footnotes
        assert draft.assets


def test_other_generators_get_the_same_words_without_citations(tmp_path: Path) -> None:
    content = archive.generate(2)
    for peer in (peers.MKDOCS, peers.HUGO):
        peer.write(content, tmp_path / peer.program)
        text = (tmp_path / peer.program / peer.issues / content.issues[1].file).read_text(encoding="utf-8")
        assert "[@" not in text
        assert "==" not in text
        assert peer.issue_link.replace(r"\1", content.issues[0].file).replace(r"\2", content.issues[0].slug) in text
