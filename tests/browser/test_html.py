"""Every page is HTML without errors, says the Nu HTML checker."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Site

pytestmark = [pytest.mark.nu, pytest.mark.slow]

MEANT = (
    "Resource violates Content Security Policy",  # it reads files, which have no host that could be 'self'; the browser holds the policy
    "Inline script violates Content Security Policy",  # structured data, which no browser runs or blocks; for programs there is W112
    "The “list” role is unnecessary",  # Safari drops the list from its tree where the style has no markers; the role brings it back
)


def faults(nu: list[str], folder: Path) -> list[tuple[str, int, str]]:
    """File, line and message of every error and warning in the HTML files of a folder."""
    result = subprocess.run(
        [*nu, "--format", "json", "--skip-non-html", str(folder)], capture_output=True, text=True, check=False
    )
    messages: list[dict[str, Any]] = json.loads(result.stderr)["messages"]
    counted = [message for message in messages if message["type"] == "error" or message.get("subType") == "warning"]
    counted = [message for message in counted if not message["message"].startswith(MEANT)]
    return [(Path(message.get("url", "")).as_posix(), message.get("lastLine", 0), message["message"]) for message in counted]


def test_no_page_has_an_error_of_html(nu: list[str], site: Site) -> None:
    assert site.pages
    assert faults(nu, site.folder) == []


def test_a_planted_error_is_seen(nu: list[str], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<!doctype html><html lang=en><title>x</title><p><div>x</p>", encoding="utf-8")
    assert any("No “p” element in scope" in message for _, _, message in faults(nu, tmp_path))
