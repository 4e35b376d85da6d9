"""The search index: made of finished pages only, the same for the same pages, and missed with a word where it cannot be made."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.press.indexing import write_index
from briefing.press.plugins import PluginFailedError

PAGE = """<!doctype html><html lang="en-GB"><head><title>t</title></head><body><nav>menu</nav>
<article data-pagefind-body><h1>{title}</h1><p>The keeper watched the cill<sup>[1]</sup>.</p>
<aside data-search-exclude>repeated words</aside></article></body></html>"""


def site(folder: Path) -> Path:
    pages = {"issues/one/": "First issue", "issues/two/": "Second issue"}
    for path, title in pages.items():
        (folder / path).mkdir(parents=True)
        (folder / path / "index.html").write_text(PAGE.format(title=title), encoding="utf-8")
    (folder / "index.html").write_text(PAGE.format(title="Front"), encoding="utf-8")
    return folder


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def fragments(folder: Path) -> list[dict[str, str]]:
    packed = sorted((folder / "pagefind/fragment").iterdir())
    return [json.loads(b"{" + gzip.decompress(one.read_bytes()).partition(b"{")[2]) for one in packed]  # behind Pagefind's mark


@pytest.mark.slow
def test_the_index_holds_the_words_of_issues_and_no_repeats_markers_or_other_pages(tmp_path: Path) -> None:
    write_index(site(tmp_path))
    found = {one["url"]: one["content"] for one in fragments(tmp_path)}
    assert set(found) == {"/issues/one/", "/issues/two/"}
    assert "The keeper watched the cill" in found["/issues/one/"]
    assert not any(words in content for content in found.values() for words in ("repeated", "menu", "[1]"))


@pytest.mark.slow
def test_the_same_pages_give_the_same_index(tmp_path: Path) -> None:
    for run in ("a", "b"):
        write_index(site(tmp_path / run))
    assert files(tmp_path / "a") == files(tmp_path / "b")
    assert not [name for name in files(tmp_path / "a") if "ui" in Path(name).stem]


def test_a_program_that_fails_is_named(tmp_path: Path) -> None:
    with pytest.raises(PluginFailedError, match="Pagefind could not make the search index"):
        write_index(tmp_path / "nowhere")


@pytest.mark.slow
def test_without_the_program_the_site_is_built_without_search_and_the_editor_is_told(tmp_path: Path) -> None:
    root = Path(__file__).parents[2]
    (tmp_path / "sitecustomize.py").write_text("import sys\nsys.modules['pagefind_bin'] = None\n", encoding="utf-8")
    command = [str(Path(sys.executable).with_name("briefing")), "build", "-f", str(root / "mkdocs.yml")]
    command += ["--site-dir", str(tmp_path / "site"), "--dist-dir", str(tmp_path / "dist")]
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
    assert done.returncode == 0, done.stderr
    assert "pip install 'mkdocs-briefing[search]'" in done.stdout
    assert not (tmp_path / "site/pagefind").exists()
    assert not (tmp_path / "site/search").exists()
