"""Feeds as feedsmith reads them, a parser that shares nothing with the ones of the other tests."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from briefing.editions.feeds import FeedsEdition
from briefing.model import Theme
from briefing.testing import sample_archive
from briefing.testing.variants import hostile
from tests.browser.conftest import HERE, Site, tool

pytestmark = [pytest.mark.browser, pytest.mark.slow]


def parsed(node: str, files: list[Path]) -> list[dict[str, Any]]:
    """What feedsmith finds in the files."""
    tool(HERE / "node_modules" / "feedsmith", "feedsmith")
    done = subprocess.run([node, str(HERE / "feeds.mjs"), *map(str, files)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def assert_the_same(node: str, folder: Path) -> None:
    """Every feed says of every entry what feed.json says, which is read here without any library."""
    known = {item["id"]: item for item in json.loads((folder / "feed.json").read_text(encoding="utf-8"))["items"]}
    files = sorted((*folder.rglob("feed.xml"), folder / "atom.xml", folder / "feed.json"))
    for file, feed in zip(files, parsed(node, files), strict=True):
        assert feed["format"] == {"feed.json": "json", "atom.xml": "atom"}.get(file.name, "rss")
        assert feed["title"]
        for entry in feed["entries"]:
            item = known[entry["id"]]
            assert (entry["title"], entry["link"]) == (item["title"], item["url"])
            assert entry["authors"] == [author["name"] for author in item.get("authors", ())]
            assert entry["topics"] == item.get("tags", [])
    assert len(known) > 1


def test_feedsmith_reads_what_was_meant(node: str, site: Site) -> None:
    assert_the_same(node, site.folder)


def test_feedsmith_reads_what_was_meant_whatever_the_texts_hold(node: str, tmp_path: Path) -> None:
    for artifact in FeedsEdition().render(hostile(sample_archive()), Theme({}, {}, {})).artifacts:
        place = tmp_path / artifact.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(artifact.content)
    assert_the_same(node, tmp_path)
