"""Every page, as a browser sees it: accessible in light and dark, on phone and desktop; alone, quiet, and not too wide."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Site

pytestmark = [pytest.mark.browser, pytest.mark.slow]

VIEWS = [
    {"scheme": "light", "width": 1280, "height": 900},
    {"scheme": "dark", "width": 1280, "height": 900},
    {"scheme": "light", "width": 360, "height": 740},
    {"scheme": "dark", "width": 360, "height": 740},
]

_RECORD = re.compile(r"^(authors|people|series|sources|topics)/[^/]+/")
Reports = list[dict[str, Any]]


def look(node: str, chromium: str, site: Site, pages: list[str]) -> Reports:
    """What the browser reports of some pages of a site, in every view."""
    job = {"chromium": chromium, "site": str(site.folder), "base": site.base, "pages": pages, "views": VIEWS}
    script = Path(__file__).with_name("axe.mjs")
    result = subprocess.run([node, str(script)], input=json.dumps(job), capture_output=True, text=True, check=False, timeout=400)
    assert result.returncode == 0, result.stderr
    reports: Reports = json.loads(result.stdout)
    return reports


@pytest.fixture(scope="module")
def reports(site: Site, node: str, chromium: str) -> Reports:
    """What the browser reports of the pages; redirects lead to pages that are looked at anyway."""
    pages = without_repeats(site, [name for name in site.pages if 'http-equiv="refresh"' not in read(site, name)])
    assert pages
    found = look(node, chromium, site, pages)
    assert len(found) == len(pages) * len(VIEWS)
    return found


def without_repeats(site: Site, pages: list[str]) -> list[str]:
    """The pages, but of the many sources, people, documents and lists only the two longest of each: one template makes them all."""
    kinds: dict[str, list[str]] = {}
    for name in pages:
        kinds.setdefault(_RECORD.sub(r"\1/…/", name), []).append(name)
    longest = (
        sorted(names, key=lambda name: len(read(site, name)))[-2:] if "…" in kind else names for kind, names in kinds.items()
    )
    return sorted(name for names in longest for name in names)


def read(site: Site, name: str) -> str:
    """The HTML of a page."""
    return (site.folder / (f"{name}index.html" if name.endswith("/") or not name else name)).read_text(encoding="utf-8")


def test_no_page_has_a_fault_of_accessibility(reports: Reports) -> None:
    assert all(report["passed"] > 5 for report in reports), "axe-core looked at next to nothing"
    assert [report for report in reports if report["violations"]] == []


def test_no_page_asks_another_host_for_anything_or_stores_anything(reports: Reports) -> None:
    assert [(report["page"], report["foreign"]) for report in reports if report["foreign"]] == []
    assert [report["page"] for report in reports if report["stored"]] == []


def test_no_page_asks_for_a_file_that_is_not_there(reports: Reports) -> None:
    assert [(report["page"], report["missing"]) for report in reports if report["missing"]] == []


def test_no_page_complains(reports: Reports) -> None:
    assert [(report["page"], report["console"]) for report in reports if report["console"]] == []


def test_no_page_scrolls_sideways(reports: Reports) -> None:
    assert [(report["page"], report["view"], report["overflow"]) for report in reports if report["overflow"] > 0] == []


def test_a_planted_fault_is_seen(node: str, chromium: str, tmp_path: Path) -> None:
    """Grey on grey, an image without words, a file of another host: else the tests above would prove nothing."""
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=en><title>x</title><main><h1>x</h1><p style='color:#999;background:#aaa'>hard to read</p>"
        "<img src=gone.png><img alt='' src='https://elsewhere.example/x.png'><div style='width:3000px'>wide</div></main></html>",
        encoding="utf-8",
    )
    report = look(node, chromium, Site(tmp_path, "https://bulletin.example/"), [""])[0]
    assert {fault["id"] for fault in report["violations"]} >= {"color-contrast", "image-alt"}
    assert report["foreign"] == ["https://elsewhere.example/x.png"]
    assert "gone.png" in report["missing"]
    assert report["console"]
    assert report["overflow"] > 0
