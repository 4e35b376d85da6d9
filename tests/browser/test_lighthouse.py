"""Lighthouse: an issue on a phone in every run; with the profile ``prove`` every kind of page on phone and desktop, five times, with speed."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from tests.browser.conftest import Site, tool
from tests.browser.lighthouse import FORMS, PAGES, judge

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def lighthouse(node: str) -> str:
    """Node, with Lighthouse in place."""
    tool(Path(__file__).parent / "node_modules" / "lighthouse", "lighthouse")
    return node


def test_an_issue_on_a_phone_is_accessible_sound_found_and_light(lighthouse: str, chromium: str, sample: Site) -> None:
    (found,) = judge(lighthouse, chromium, sample.folder, pages=(PAGES[1],), forms=("mobile",), runs=0)
    assert found.is_good, str(found)
    assert 10_000 < found.transferred < 60_000


@pytest.mark.skipif(
    settings.get_current_profile_name() != "prove",
    reason="takes a quarter of an hour: make prove, or python -m tests.browser.lighthouse",
)
def test_every_kind_of_page_is_fast_everywhere(lighthouse: str, chromium: str, sample: Site) -> None:
    found = judge(lighthouse, chromium, sample.folder, pages=PAGES, forms=FORMS, runs=5)
    assert [str(one) for one in found if not one.is_good] == []


def test_a_planted_fault_is_seen(lighthouse: str, chromium: str, tmp_path: Path) -> None:
    page = '<!doctype html><html lang="en"><title>x</title><p style="color:#aaa;background:#bbb">pale</p><img src="https://elsewhere.example/x.png">'
    (tmp_path / "index.html").write_text(page, encoding="utf-8")
    (found,) = judge(lighthouse, chromium, tmp_path, base="https://bulletin.example/", pages=("",), forms=("mobile",), runs=0)
    assert not found.is_good
    assert {"color-contrast", "image-alt", "meta-description"} <= set(found.failed)
    assert found.foreign == ("https://elsewhere.example/x.png",)
