"""``briefing import`` of archives: exports of four systems, made in their real formats. Everything in them is invented."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

from briefing.model.words import IMPORTED_LINE
from tests.cli import archives
from tests.cli.commanded import briefing, project

NOW = "--now=2031-06-01T12:00"


@dataclass(frozen=True)
class System:
    """What is to come in."""

    make: Callable[[Path], Path]
    issues: Mapping[str, tuple[str, str]]
    """By file: the old address, and the old id as ids.lock must have it ("" where it is no URI)."""
    draft: str


SYSTEMS = {
    "ghost": System(
        archives.ghost,
        {"2020-03-02-night-berthing-4.md": ("/night-berthing/", ""), "2020-05-02-2020-post.md": ("/2020/", "")},
        "2020-04-02-tugs-5.md",
    ),
    "wordpress": System(
        archives.wordpress,
        {
            "2020-03-02-night-berthing-4.md": ("/2020/03/night-berthing/", "https://old.example/?p=1"),
            "2020-03-03-classic.md": ("/2020/03/classic/", "https://old.example/?p=2"),
        },
        "2020-04-02-tugs-6.md",
    ),
    "jekyll": System(
        archives.jekyll,
        {
            "2020-03-02-night-berthing-4.md": (
                "/safety/2020/03/02/night-berthing/",
                "https://old.example/safety/2020/03/02/night-berthing/",
            ),
            "2020-03-05-own.md": ("/own/place.html", "https://old.example/own/place.html"),
        },
        "2020-04-02-tugs-6.md",
    ),
    "pelican": System(
        archives.pelican,
        {
            "2020-03-02-night-berthing-4.md": (
                "/posts/2020/night-berthing.html",
                "tag:old.example,2020-03-02:/posts/2020/night-berthing.html",
            ),
            "2020-03-05-own.md": ("/posts/2020/own.html", "tag:old.example,2020-03-05:/posts/2020/own.html"),
        },
        "2020-04-02-tugs-6.md",
    ),
}


def files(folder: Path) -> dict[str, bytes]:
    return {place.relative_to(folder).as_posix(): place.read_bytes() for place in folder.rglob("*") if place.is_file()}


@pytest.mark.slow
@pytest.mark.parametrize("name", SYSTEMS)
def test_every_post_date_address_and_id_comes_in_the_site_builds_and_a_second_time_nothing_changes(
    name: str, tmp_path: Path
) -> None:
    system, folder = SYSTEMS[name], project(tmp_path / "project")
    archive = system.make(tmp_path)
    done = briefing(folder, "import", str(archive), NOW)
    assert (done.status, done.err) == (0, "")
    lock = (folder / "sources" / "ids.lock").read_text(encoding="utf-8") if (folder / "sources" / "ids.lock").exists() else ""
    for file, (alias, identity) in system.issues.items():
        front = yaml.safe_load((folder / "content" / "issues" / file).read_text(encoding="utf-8").split("---\n")[1])
        assert (front["archive"], str(front["date"])[:10], front["aliases"]) == ("imported", file[:10], [alias])
        assert identity in lock
        assert front["x-imported-id"].startswith(f"{name} ")
    assert "draft: true\n" in (folder / "drafts" / system.draft).read_text(encoding="utf-8")
    before = files(folder)
    again = briefing(folder, "import", str(archive), "--now=2031-07-01T12:00")
    assert "0 of 3 posts written; 3 were here already" in again.out
    assert files(folder) == before
    built = briefing(folder, "build", NOW)
    assert (built.status, "0 errors, 0 warnings" in built.out) == (0, True), built.out
    for alias, identity in system.issues.values():
        target = alias.strip("/") + ("" if alias.endswith(".html") else "/index.html")
        assert "http-equiv" in (folder / "site" / target).read_text(encoding="utf-8")
        assert identity in (folder / "site" / "feed.xml").read_text(encoding="utf-8")
    for file in system.issues:
        page = (folder / "site" / "issues" / file[11:-3] / "index.html").read_text(encoding="utf-8")
        assert IMPORTED_LINE in page
    assert IMPORTED_LINE in (folder / "site" / "feed.xml").read_text(encoding="utf-8")
    assert IMPORTED_LINE not in (folder / "site" / "issues" / "pilot-hours" / "index.html").read_text(encoding="utf-8")
    site = "".join(place.read_text(encoding="utf-8") for place in (folder / "site" / "issues").rglob("*.html"))
    assert not [word for word in ("alert(1)", "steal()", "wp:paragraph", "kg-card", "<iframe", "a comment") if word in site]


@pytest.mark.slow
def test_an_archive_that_is_none_is_wrong_usage_and_nothing_is_written(tmp_path: Path) -> None:
    folder = project(tmp_path / "project")
    before = files(folder)
    bad = {
        "a.json": "{",
        "b.json": '{"db": [{"data": {}}]}',
        "c.xml": "<rss>",
        "d.xml": '<!DOCTYPE x [<!ENTITY a "b">]><rss/>',
        "e.xml": "<rss><channel><item/></channel></rss>",
        "folder/x.md": "no",
    }
    for name, text in bad.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    for name in ("a.json", "b.json", "c.xml", "d.xml", "folder"):
        done = briefing(folder, "import", str(tmp_path / name))
        assert (done.status, done.out) == (2, ""), name
        assert "Traceback" not in done.err
    assert briefing(folder, "import", str(tmp_path / "e.xml")).out.startswith("0 of 0 posts written")
    assert files(folder) == before


PICTURES = (
    '<figure><a href="/big.png"><img src="/images/Rests%20by%20month-300x200.png" alt="Rests [by] month"></a><figcaption>By “month”</figcaption></figure>'
    '<p><img src="https://old.example/images/tugs.png" alt="Two tugs"></p><p><img src="/images/tugs.png"></p><p>Words <img src="/images/tugs.png" alt="x"></p>'
    '<p><img src="/../secret.png" alt="out"></p><p><img src="/images/gone.png" alt="gone"></p><p><img src="/images/fake.png" alt="fake"></p>'
    '<p><img src="https://other.example/images/tugs.png" alt="theirs"></p>'
)


@pytest.mark.slow
@pytest.mark.parametrize("below", ["", "content"])
def test_pictures_come_in_where_the_archive_has_their_files_and_stay_links_where_not(below: str, tmp_path: Path) -> None:
    folder, archive = project(tmp_path / "project"), tmp_path / "archive"
    picture = (folder / "content/assets/rests.png").read_bytes()
    images = archive / below / "images"
    images.mkdir(parents=True)
    for place in (images / "Rests by month.png", images / "tugs.png", tmp_path / "secret.png"):
        place.write_bytes(picture)
    (images / "fake.png").write_text("no picture", encoding="utf-8")
    export = archives.jekyll(tmp_path)
    for place in (*export.rglob("*.md"), *export.rglob("*.html")):
        place.unlink()
    (export / "_posts").mkdir(exist_ok=True)
    (export / "_posts/2020-03-02-rests.html").write_text(f"---\ntitle: Rests\n---\n{PICTURES}", encoding="utf-8")
    (archive / below / "images").rename(export / "images") if not below else (archive / below).rename(export / below)
    done = briefing(folder, "import", str(export), NOW)
    assert "2 × picture brought in" in done.out
    assert "6 × picture as a link to where it was" in done.out
    issue = next((folder / "content/issues").glob("2020-03-02-*.md")).read_text(encoding="utf-8")
    assert "![Two tugs](<../assets/imported/" in issue
    assert "[out](<" in issue
    assert not list(folder.rglob("*secret*"))
    before = files(folder)
    assert "0 of 1 posts written" in briefing(folder, "import", str(export), NOW).out
    assert files(folder) == before
    built = briefing(folder, "build", NOW)
    assert (built.status, "0 errors, 0 warnings" in built.out) == (0, True), built.out
    shown = sorted(place.name for place in (folder / "site/assets/imported").rglob("*.png"))
    assert len(shown) == 2
    assert shown[1] == "tugs.png"
