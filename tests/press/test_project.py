from __future__ import annotations

from pathlib import Path

import pytest

from briefing.diagnostics import Diagnostic
from briefing.press.project import Project, read_project
from briefing.testing.publication import SURROUNDINGS
from briefing.testing.sites import site

ISSUE = "content/issues/2031-05-16-tugs.md"


def codes(project: Project) -> list[tuple[str, str]]:
    return [(finding.code, finding.span.path) for finding in project.findings]


def with_setting(line: str) -> dict[str, str]:
    return {"mkdocs.yml": SURROUNDINGS["mkdocs.yml"].replace("docs_dir: content\n", f"docs_dir: content\n{line}\n")}


def test_issues_pages_sources_and_people_are_told_apart(tmp_path: Path) -> None:
    files = {
        ISSUE: "one",
        "drafts/2031-06-01-two.md": "two",
        "content/about.md": "three",
        "sources/quotes.lock": "x",
        "drafts/n.txt": "x",
    }
    project = read_project(site(tmp_path, files))
    assert sorted(project.issues) == [ISSUE, "drafts/2031-06-01-two.md"]
    assert sorted(project.pages) == ["content/about.md", "content/index.md"]
    assert list(project.people) == ["sources/people.yml"]
    assert "sources/anon-7k2q.yml" in project.sources
    assert project.lock == {"sources/quotes.lock": "x"}
    assert codes(project) == []


def test_text_is_read_without_a_mark_at_its_start_and_with_equal_line_ends(tmp_path: Path) -> None:
    config = site(tmp_path, {ISSUE: ""})
    (tmp_path / ISSUE).write_bytes("\ufeffa\r\nb\rc\n".encode())
    assert read_project(config).issues[ISSUE] == "a\nb\nc\n"


def test_bytes_that_are_no_text_are_a_finding_that_names_the_line(tmp_path: Path) -> None:
    config = site(tmp_path, {ISSUE: ""})
    (tmp_path / ISSUE).write_bytes(b"one\n\x93two\x94\n")
    project = read_project(config)
    assert codes(project) == [("F901", ISSUE)]
    assert project.findings[0].notes == ("line 2: byte 0x93 is not UTF-8",)
    assert ISSUE not in project.issues


def test_settings_that_cannot_be_read_stop_everything_else(tmp_path: Path) -> None:
    project = read_project(site(tmp_path, {"mkdocs.yml": "site_name: [", ISSUE: "x"}))
    assert project.settings is None
    assert project.issues == {}
    assert project.findings


def test_missing_settings_and_a_missing_content_folder_are_findings(tmp_path: Path) -> None:
    assert codes(read_project(tmp_path / "mkdocs.yml")) == [("F903", "mkdocs.yml")]
    config = site(tmp_path, {"mkdocs.yml": SURROUNDINGS["mkdocs.yml"].replace("docs_dir: content", "docs_dir: contents")})
    (finding,) = read_project(config).findings
    assert (finding.code, finding.span.path) == ("F903", "mkdocs.yml")
    assert finding.span.start > 0


def test_an_issue_in_a_folder_below_is_an_error(tmp_path: Path) -> None:
    assert codes(read_project(site(tmp_path, {"content/issues/2031/05-16-tugs.md": "x"}))) == [
        ("F906", "content/issues/2031/05-16-tugs.md")
    ]


def test_links_among_sources_and_drafts_are_refused(tmp_path: Path) -> None:
    config = site(tmp_path, {"vault/letter.yml": "kind: letter", "drafts/x.md": ""})
    (tmp_path / "sources/letter.yml").symlink_to(tmp_path / "vault/letter.yml")
    (tmp_path / "drafts/letter.md").symlink_to(tmp_path / "vault/letter.yml")
    project = read_project(config)
    assert codes(project) == [("P412", "drafts/letter.md"), ("P412", "sources/letter.yml")]
    assert "sources/letter.yml" not in project.sources


def unsafe(folder: Path, line: str) -> tuple[Diagnostic, ...]:
    project = read_project(site(folder, with_setting(line)))
    return tuple(finding for finding in project.findings if finding.code == "F902")


@pytest.mark.parametrize(
    "line",
    [
        "site_dir: .",
        "site_dir: ..",
        "site_dir: /",
        "site_dir: content",
        "site_dir: content/site",
        "site_dir: sources",
        "site_dir: drafts/out",
        "site_dir: dist",
        "site_dir: dist/site",
        "site_dir: code",
        "site_dir: page",
        "site_dir: worktree",
    ],
)
def test_an_output_folder_that_a_build_would_destroy_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "code").mkdir()
    (tmp_path / "code/mine.py").write_text("x")
    (tmp_path / "page").write_text("x")
    (tmp_path / "worktree/.git").mkdir(parents=True)
    finding, *_ = unsafe(tmp_path, line)
    assert finding.span.path == "mkdocs.yml"
    assert finding.help


def test_a_dist_folder_with_files_of_another_tool_is_refused(tmp_path: Path) -> None:
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/package.whl").write_text("x")
    assert unsafe(tmp_path, "")


def test_folders_that_a_build_wrote_are_replaced(tmp_path: Path) -> None:
    for name in ("index.html", "sitemap.xml"):
        (tmp_path / "site").mkdir(exist_ok=True)
        (tmp_path / "site" / name).write_text("x")
    (tmp_path / "dist").mkdir()
    (tmp_path / "dist/.build-id").write_text("x")
    assert unsafe(tmp_path, "") == ()


def test_a_link_to_the_content_folder_is_seen_through(tmp_path: Path) -> None:
    (tmp_path / "content").mkdir()
    (tmp_path / "published").symlink_to(tmp_path / "content")
    assert unsafe(tmp_path, "site_dir: published")
