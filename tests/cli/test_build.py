from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli.commands import commands
from briefing.diagnostics.codes.files import F902
from briefing.testing.publication import EVERY_FORM, SURROUNDINGS
from briefing.testing.sites import site

ISSUE = "content/issues/2031-05-16-pilot-hours.md"
NOW = ("--now", "2031-06-01T12:00")


@dataclass(frozen=True)
class Result:
    status: int
    out: str
    err: str


def briefing(folder: Path, *arguments: str) -> Result:
    """The command in this process, as an editor runs it in the folder of the project."""
    here = Path.cwd()
    os.chdir(folder)
    try:
        result = CliRunner().invoke(commands, arguments)
    finally:
        os.chdir(here)
    return Result(result.exit_code, result.stdout, result.stderr)


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def outputs(folder: Path) -> dict[str, bytes]:
    return {f"{name}/{path}": content for name in ("site", "dist") for path, content in tree(folder / name).items()}


def edited(old: str, new: str, path: str = ISSUE) -> Mapping[str, str]:
    text = {**SURROUNDINGS, **EVERY_FORM}[path]
    assert text.count(old) == 1
    return {path: text.replace(old, new)}


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project without faults, built once; tests that change it copy its files and build anew."""
    folder = tmp_path_factory.mktemp("good")
    site(folder, EVERY_FORM)
    result = briefing(folder, "build", *NOW)
    assert result.status == 0, result.out + result.err
    return folder


def test_a_build_makes_every_edition_of_every_published_issue_and_says_so(good: Path) -> None:
    made = set(outputs(good))
    assert {"site/index.html", "site/feed.xml", "site/atom.xml", "site/feed.json", "site/404.html", "site/sitemap.xml"} <= made
    for slug in ("night-berthing", "pilot-hours"):
        assert f"site/issues/{slug}/index.html" in made
        assert {f"dist/email/{slug}/{name}" for name in ("email.html", "email.txt", "email.eml", "manifest.json")} <= made
    assert (good / "site/.build-id").read_bytes() == (good / "dist/.build-id").read_bytes()
    result = briefing(good, "build", *NOW)
    assert "3 quotations, 3 sourced; not yet checked against evidence" in result.out
    assert "website  site/index.html\nemails   dist/\n" in result.out
    assert result.err == ""


def test_nothing_of_a_withheld_issue_nor_of_the_register_reaches_an_output(good: Path) -> None:
    for path, content in outputs(good).items():
        assert b"Tugs are next" not in content, path
        assert b"anon-7k2q" not in content, path
    assert not any(path.endswith((".md", ".yml")) for path in outputs(good))


def test_the_theme_mkdocs_is_set_to_leaves_no_file(good: Path) -> None:
    assert not any("stylesheets" in path or "javascripts" in path or "material" in path for path in outputs(good))


def test_nothing_is_written_into_the_project_but_its_two_outputs(good: Path) -> None:
    assert {path.name for path in good.iterdir()} == {"content", "drafts", "sources", "mkdocs.yml", "site", "dist"}
    assert set(tree(good / "content")) | set(tree(good / "drafts")) == {
        path.partition("/")[2] for path in (*EVERY_FORM, "content/index.md")
    }


def test_two_builds_are_byte_identical(good: Path, tmp_path: Path) -> None:
    site(tmp_path, EVERY_FORM)
    assert briefing(tmp_path, "build", *NOW).status == 0
    assert outputs(tmp_path) == outputs(good)


def test_mkdocs_build_gives_the_same_bytes(tmp_path: Path) -> None:
    past = {path: text.replace("2031-", "2021-") for path, text in {**SURROUNDINGS, **EVERY_FORM}.items()}
    past = {path.replace("2031-", "2021-"): text.replace("from: 2031", "from: 2021") for path, text in past.items()}
    site(tmp_path / "ours", past)
    site(tmp_path / "theirs", past)
    assert briefing(tmp_path / "ours", "build").status == 0
    command = [str(Path(sys.executable).parent / "mkdocs"), "build", "--strict"]
    result = subprocess.run(command, cwd=tmp_path / "theirs", capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stderr
    assert "3 quotations, 3 sourced" in result.stderr
    assert outputs(tmp_path / "ours") == outputs(tmp_path / "theirs")


FAULTS: dict[str, tuple[str, Mapping[str, str]]] = {
    "a colon in the title": ("content/issues/2031-05-16-pilot-hours.md:2:", edited("title: Pilots’", "title: SIM: Pilots’")),
    "an unknown key": (f"{ISSUE}:5:1", edited("author:", "writer:")),
    "an issue number taken": (f"{ISSUE}:3:8", edited("issue: 2", "issue: 1")),
    "a dangling follows": (f"{ISSUE}:9:10", edited("follows: 1", "follows: 9")),
    "an HTML comment": (f"{ISSUE}:15:", edited("A fortnight ago", "<!-- ask again --> A fortnight ago")),
    "a script": (f"{ISSUE}:15:", edited("A fortnight ago", "<script>alert(1)</script> A fortnight ago")),
    "a message in content": ("content/reply.eml:1:1", {"content/reply.eml": "From: x\n"}),
    "an attribution that says too much": (
        f"{ISSUE}:29:",
        edited("> — Orla Venn, chair of the Harbour Board [@venn-reply]", "> — Orla Venn, harbour-master [@venn-reply]"),
    ),
    "an unclosed quotation": (f"{ISSUE}:2", edited("altered”. [@rest-report, p. 7; @guild-letter]", "altered.")),
    "a slug that climbs out": (f"{ISSUE}:9:", edited("follows: 1", "slug: ../evil\nfollows: 1")),
    "an unknown source": (f"{ISSUE}:", edited("[@anon-7k2q]", "[@anon-0000]")),
    "an unknown setting": ("mkdocs.yml:7:", edited("timezone:", "time-zone:", "mkdocs.yml")),
    "front matter MkDocs would print": ("content/about.md:2:", {"content/about.md": "---\ntitle: A: b\n---\n\nx\n"}),
    "a page at a generated address": ("site/feed.xml/index.html", {"content/feed.xml.md": "x\n"}),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_stops_the_build_with_its_place_and_the_last_good_build_stays(tmp_path: Path, fault: str) -> None:
    place, files = FAULTS[fault]
    site(tmp_path, EVERY_FORM)
    assert briefing(tmp_path, "build", *NOW).status == 0
    before, names = outputs(tmp_path), sorted(path.name for path in tmp_path.iterdir())
    site(tmp_path, {**EVERY_FORM, **files})
    result = briefing(tmp_path, "build", *NOW)
    assert result.status == 1, result.out + result.err
    assert any(line.startswith(place) and ": error[" in line for line in result.out.splitlines()), result.out
    assert "= hint: " in result.out
    assert outputs(tmp_path) == before
    assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_a_link_in_content_stops_the_build(tmp_path: Path) -> None:
    site(tmp_path, EVERY_FORM)
    (tmp_path / "content/letter.pdf").symlink_to(tmp_path / "sources/guild-letter.yml")
    result = briefing(tmp_path, "build", *NOW)
    assert result.status == 1
    assert "content/letter.pdf:1:1: error[P412]" in result.out
    assert not (tmp_path / "site").exists()


def test_a_warning_stops_a_strict_build_only(tmp_path: Path) -> None:
    site(tmp_path, {**EVERY_FORM, "content/.notes": "x"})
    strict = briefing(tmp_path, "build", "--strict", *NOW)
    assert strict.status == 1
    assert "content/.notes:1:1: warning[P406]" in strict.out
    assert "nothing was written" in strict.err
    assert not (tmp_path / "site").exists()
    assert briefing(tmp_path, "build", *NOW).status == 0


def test_a_warning_of_mkdocs_is_told_and_stops_a_strict_build_before_the_swap(tmp_path: Path) -> None:
    site(tmp_path, {**EVERY_FORM, "content/about.md": "[gone](gone.md)\n"})
    result = briefing(tmp_path, "build", "--strict", *NOW)
    assert result.status == 1
    assert "gone.md" in result.err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["content", "drafts", "mkdocs.yml", "sources"]


def test_a_site_address_with_a_path_is_kept_everywhere(tmp_path: Path) -> None:
    settings = SURROUNDINGS["mkdocs.yml"].replace("https://lantern.example/bulletin/", "https://host.example/repo/")
    about = "[the issue](issues/2031-05-16-pilot-hours.md#section-the-figures) and [home](index.md)\n"
    site(tmp_path, {**EVERY_FORM, "mkdocs.yml": settings, "content/about.md": about})
    result = briefing(tmp_path, "build", *NOW)
    assert result.status == 0, result.out + result.err
    page = (tmp_path / "site/about/index.html").read_text(encoding="utf-8")
    assert 'href="../issues/pilot-hours/#section-the-figures"' in page
    assert "https://host.example/repo/issues/pilot-hours/" in (tmp_path / "site/feed.xml").read_text(encoding="utf-8")
    assert not any(b"lantern.example/" in content for path, content in outputs(tmp_path).items() if "email" not in path)


def test_outputs_may_lie_elsewhere_and_paths_are_meant_from_where_the_editor_stands(tmp_path: Path) -> None:
    site(tmp_path / "bulletin", {**EVERY_FORM, **edited("eleven hours of rest", "eleven  hours ”of rest")})
    result = briefing(tmp_path, "build", "-f", "bulletin/mkdocs.yml", "--site-dir", "out/a", "--dist-dir", "out/b", *NOW)
    assert f"bulletin/{ISSUE}:" in result.out
    site(tmp_path / "bulletin", EVERY_FORM)
    result = briefing(tmp_path, "build", "-f", "bulletin/mkdocs.yml", "--site-dir", "out/a", "--dist-dir", "out/b", *NOW)
    assert result.status == 0, result.out + result.err
    assert "website  out/a/index.html\nemails   out/b/\n" in result.out
    assert (tmp_path / "out/a/index.html").is_file()
    assert {path.name for path in (tmp_path / "bulletin").iterdir()} == {"content", "drafts", "sources", "mkdocs.yml"}


def test_an_output_folder_of_the_editors_own_is_refused(tmp_path: Path) -> None:
    site(tmp_path, EVERY_FORM)
    for option, folder in (("--site-dir", "content"), ("--dist-dir", "sources"), ("--site-dir", ".")):
        result = briefing(tmp_path, "build", option, folder, *NOW)
        assert result.status == 1
        assert f"error[{F902.id}]" in result.out
    assert (tmp_path / ISSUE).is_file()


def test_findings_for_a_program_are_alone_on_standard_output(tmp_path: Path) -> None:
    site(tmp_path, {**EVERY_FORM, "content/.notes": "x"})
    result = briefing(tmp_path, "build", "--format", "json", *NOW)
    assert result.status == 0
    assert [row["code"] for row in json.loads(result.out)] == ["P406", "V316"]
    assert "3 quotations" in result.err


def test_a_swap_that_a_dead_run_left_half_done_is_completed_even_if_this_build_fails_later(tmp_path: Path) -> None:
    site(tmp_path, EVERY_FORM)
    assert briefing(tmp_path, "build", *NOW).status == 0
    old = outputs(tmp_path)
    site(tmp_path, {**EVERY_FORM, "content/about.md": "More.\n", **edited("eleven hours of rest", "twelve hours of rest")})
    assert briefing(tmp_path, "build", *NOW).status == 0
    new = outputs(tmp_path)
    left = tmp_path / ".dist.briefing-4194305"
    (tmp_path / "dist").rename(left)
    for path, content in old.items():
        if path.startswith("dist/"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(content)
    assert outputs(tmp_path) != new
    site(tmp_path, {"content/about.md": "[gone](gone.md)\n"})
    assert briefing(tmp_path, "build", "--strict", *NOW).status == 1
    assert outputs(tmp_path) == new
    assert not left.exists()
