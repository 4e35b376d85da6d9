"""The sample as different readers use it in a real browser: by mouse, keyboard and touch, without scripts, on paper, small and enlarged."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

READERS = ("mouse", "keyboard", "touch", "search", "unscripted", "paper", "light", "dark", "narrow", "enlarged")
ISSUE = "issues/ferrow-report/"
TITLE = "Ferrow report clears the operator and faults the desk he sat at"

Report = dict[str, Any]


def read(node: str, chromium: str, site: Site, out: Path, readers: tuple[str, ...] = READERS) -> Report:
    """What the readers report of a site."""
    folders = {page.partition("/")[0]: page for page in site.pages if 'http-equiv="refresh"' not in html(site, page)}
    job = {
        "chromium": chromium,
        "site": str(site.folder),
        "base": site.base,
        "issue": ISSUE if (site.folder / ISSUE).exists() else "",
        "pages": [*folders.values(), ISSUE, "archive/2026/", "sources/", "people/osric-venning/"],
        "words": "counting observation",
        "speaker": "Ingrith Solley",
        "out": str(out),
        "readers": readers,
    }
    script = Path(__file__).with_name("reading.mjs")
    done = subprocess.run([node, str(script)], input=json.dumps(job), capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    report: Report = json.loads(done.stdout)
    return report


def html(site: Site, page: str) -> str:
    return (site.folder / (f"{page}index.html" if page.endswith("/") or not page else page)).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("reading")


@pytest.fixture(scope="module")
def report(sample: Site, node: str, chromium: str, out: Path) -> Report:
    return read(node, chromium, sample, out)


def test_nothing_complains(report: Report) -> None:
    assert [(name, report[name]["complaints"]) for name in READERS if report[name]["complaints"]] == []


@pytest.mark.parametrize("name", ["mouse", "search"])
def test_what_scripts_show_is_accessible(report: Report, name: str) -> None:
    assert report[name]["inaccessible"] == []


def test_a_note_is_shown_at_its_mark_and_its_quotation_can_be_linked_to(report: Report) -> None:
    mouse = report["mouse"]
    assert mouse["note"] in mouse["shown"]
    assert mouse["copied"].startswith(f"{report['here']}{ISSUE}#q-")
    assert mouse["left"] == 0


def test_the_keyboard_gets_everywhere_and_sees_where_it_is(report: Report) -> None:
    keyboard = report["keyboard"]
    assert (keyboard["first"], keyboard["skipped"]) == ("Skip to the content", "_content")
    assert set(keyboard["stops"]) == {"solid"}
    assert keyboard["inside"]
    assert keyboard["left"] == 0
    assert keyboard["back"] == keyboard["mark"]


def test_a_finger_opens_a_note_first_and_follows_it_then(report: Report) -> None:
    touch = report["touch"]
    assert (touch["shown"], touch["stayed"]) == (1, "")
    assert touch["followed"] == touch["note"]


def test_searching_loads_nothing_before_it_begins_and_finds_by_words_and_speaker(report: Report) -> None:
    search = report["search"]
    assert search["before"] == []
    assert TITLE in search["byWords"]["titles"]
    assert search["marked"] > 0
    assert TITLE in search["narrowed"]["titles"]
    assert set(search["narrowed"]["titles"]) <= set(search["byWords"]["titles"])
    assert TITLE in search["bySpeaker"]["titles"]
    assert search["again"] == search["bySpeaker"]


def test_without_scripts_marks_lead_to_notes_and_search_to_lists(report: Report) -> None:
    unscripted = report["unscripted"]
    assert unscripted["followed"].startswith("#note-")
    assert (unscripted["form"], unscripted["browse"]) == (False, True)


def test_an_issue_prints_with_its_sources_and_without_what_only_a_screen_needs(report: Report, out: Path) -> None:
    assert (report["paper"]["navigation"], report["paper"]["notes"]) == (False, True)
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(out / "issue.pdf").pages).split())
    assert "Ferrow report clears the operator" in text
    assert "Locks & Levels" in text
    assert "Subscribe" not in text


def test_dark_is_dark(report: Report) -> None:
    light, dark = (sum(map(int, report[name]["paper"][4:-1].split(","))) for name in ("light", "dark"))
    assert light > 600
    assert dark < 150


@pytest.mark.parametrize("name", ["narrow", "enlarged"])
def test_no_page_is_wider_than_the_narrowest_window(report: Report, name: str) -> None:
    assert report[name]["wide"] == []


def test_a_planted_fault_is_seen(node: str, chromium: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=en><title>x</title><div style='width:900px'>wide</div><script src=gone.js></script></html>",
        encoding="utf-8",
    )
    for page in ("archive/2026/", "sources/", "people/osric-venning/", ISSUE):
        (tmp_path / page).mkdir(parents=True)
        (tmp_path / page / "index.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")
    found = read(node, chromium, Site(tmp_path, "https://bulletin.example/"), tmp_path, ("narrow",))
    assert [name for name, _ in found["narrow"]["wide"]] == [""]
    assert found["narrow"]["complaints"]
