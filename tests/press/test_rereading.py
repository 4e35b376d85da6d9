"""A file that was not written since is not opened again; one that was, is."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from briefing import press
from briefing.diagnostics import Reading
from briefing.press.images import Picture, picture
from briefing.press.project import Means
from briefing.press.rereading import Rereading, Understanding
from briefing.press.text_files import read_text
from tests.cli.commanded import project

ISSUE = "content/issues/2031-05-16-pilot-hours.md"


@dataclass
class Opened:
    """Reads files, and notes which."""

    paths: list[str] = field(default_factory=list)

    def text(self, place: Path, path: str) -> Reading[str]:
        self.paths.append(path)
        return read_text(place, path)

    def image(self, place: Path, path: str) -> Picture:
        self.paths.append(path)
        return picture(place, path)

    def taken(self) -> list[str]:
        paths, self.paths = self.paths, []
        return paths


@pytest.mark.slow
def test_only_what_changed_is_read_again_and_the_project_is_the_same(tmp_path: Path) -> None:
    folder, opened = project(tmp_path), Opened()
    config, means = folder / "mkdocs.yml", Means(Rereading(opened.text), Rereading(opened.image))
    assert press.read_project(config, means=means) == press.read_project(config)
    assert {ISSUE, "sources/people.yml", "content/assets/rests.png"} <= set(opened.taken())
    assert press.read_project(config, means=means) == press.read_project(config)
    assert opened.taken() == []
    (folder / ISSUE).write_text("something else\n", encoding="utf-8")
    (folder / "content/assets/rests.png").write_bytes(b"")
    (folder / "sources/people.yml").unlink()
    assert press.read_project(config, means=means) == press.read_project(config)
    assert sorted(opened.taken()) == ["content/assets/rests.png", ISSUE]


def test_a_file_of_the_same_size_and_time_that_was_put_in_its_place_is_read(tmp_path: Path) -> None:
    read, place = Rereading(read_text), tmp_path / "x.md"
    place.write_text("one", encoding="utf-8")
    assert read(place, "x.md").value == "one"
    (other := tmp_path / "x.tmp").write_text("two", encoding="utf-8")
    stat = place.stat()
    os.utime(other, ns=(stat.st_atime_ns, stat.st_mtime_ns))
    other.replace(place)
    assert read(place, "x.md").value == "two"
    place.unlink()
    assert [one.code for one in read(place, "x.md").findings] == ["F903"]


def test_a_text_is_understood_anew_only_where_it_changed() -> None:
    asked: list[tuple[str, str]] = []

    def read(path: str, text: str) -> int:
        asked.append((path, text))
        return len(text)

    understanding = Understanding(read)
    said = [understanding(*given) for given in (("a", "one"), ("a", "one"), ("b", "one"), ("b", "three"), ("a", "one"))]
    assert (said, len(asked)) == ([3, 3, 3, 5, 3], 4)
