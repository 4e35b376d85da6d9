"""Emails as a browser shows them, with and without their style element: accessible, never too wide, HTML without errors."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from briefing.model import BulletList, CodeBlock, External, Issue, Link, Paragraph, Table, Text
from tests.browser.test_html import faults
from tests.editions.email.long_issue import long_issue
from tests.editions.email.mailed import UNSUBSCRIBE, html_of, of_blocks, sample_issue

pytestmark = [pytest.mark.slow]

VIEWS = [
    {"scheme": scheme, "width": width, "audited": width in {375, 600}}
    for scheme in ("light", "dark")
    for width in (320, 375, 414, 600, 800)
]


def wide_issue() -> Issue:
    """Whatever could make an email wider than a telephone."""
    deep: BulletList | Paragraph = Paragraph("", (Text("deep words that go on"),))
    for _ in range(20):
        deep = BulletList(((Paragraph("", (Text("a level"),)), deep),))
    cells = tuple((Text("Incomprehensibilities"),) for _ in range(8))
    address = f"https://e.example/{'y' * 900}"
    return of_blocks(
        Paragraph("", (Text("x" * 900), Link(External(address), (Text(address),)))),
        CodeBlock("z" * 300),
        deep,
        Table((), cells, (cells,)),
        title="On the unpronounceableness of Donaudampfschifffahrtsgesellschaftskapitaensmuetzen",
    )


def emails() -> dict[str, str]:
    """By name; a placeholder is no address yet, so one stands in for it."""
    issues = {"sample": sample_issue(), "long": long_issue(), "wide": wide_issue()}
    return {name: html_of(issue).replace(UNSUBSCRIBE, "https://lantern.example/unsubscribe") for name, issue in issues.items()}


def look(node: str, chromium: str, shown: dict[str, str]) -> list[dict[str, Any]]:
    """What the browser reports of some emails in every view."""
    script = Path(__file__).with_name("emails.mjs")
    job = json.dumps({"chromium": chromium, "emails": shown, "views": VIEWS})
    result = subprocess.run([node, str(script)], input=job, capture_output=True, text=True, check=False, timeout=400)
    assert result.returncode == 0, result.stderr
    reports: list[dict[str, Any]] = json.loads(result.stdout)
    return reports


@pytest.mark.browser
def test_no_email_is_too_wide_or_has_a_fault_of_accessibility(node: str, chromium: str) -> None:
    shown = emails()
    reports = look(node, chromium, shown)
    assert len(reports) == 2 * len(shown) * len(VIEWS)
    audited = [report for report in reports if "passed" in report]
    assert len(audited) == len(shown) * 4
    assert all(report["passed"] > 5 for report in audited), "axe-core looked at next to nothing"
    assert [(report["name"], report["view"], report["overflow"]) for report in reports if report["overflow"] > 0] == []
    assert [report for report in audited if report["violations"]] == []


@pytest.mark.browser
def test_a_planted_fault_is_seen(node: str, chromium: str) -> None:
    sample = emails()["sample"]
    reports = look(node, chromium, {"planted": sample.replace("<h1 ", '<p style="width:900px;color:#cccccc">pale</p><h1 ', 1)})
    assert all(report["overflow"] > 0 for report in reports if report["view"].endswith("320"))
    assert {one["id"] for report in reports for one in report.get("violations", [])} >= {"color-contrast"}


@pytest.mark.nu
def test_no_email_has_an_error_of_html(nu: list[str], tmp_path: Path) -> None:
    for name, document in emails().items():
        (tmp_path / f"{name}.html").write_text(document, encoding="ascii")
    # what mail programs need of layout tables is obsolete on the web
    assert [message for _, _, message in faults(nu, tmp_path) if "is obsolete" not in message] == []
