"""The desk in a real browser: a change shows in every tab, a finding comes and goes, and the editor keeps their place. All is invented."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tests.cli.commanded import COMMAND, project

pytestmark = [pytest.mark.browser, pytest.mark.slow]

NOW = "2031-06-01T12:00"
HOURS = "content/issues/2031-05-16-pilot-hours.md"
TABS = ("web", "email", "text", "feed", "findings", "quotations", "words")


@contextmanager
def desk(folder: Path, now: str) -> Iterator[str]:
    """The address of a desk of the project, in a process of its own."""
    serving = subprocess.Popen(
        [COMMAND, "serve", "--port", "8123", "--now", now],
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert serving.stdout is not None
        said = serving.stdout.readline()
        assert said.startswith("the desk: http"), said
        yield said.split()[2]
    finally:
        serving.terminate()
        serving.communicate()


def sit(
    node: str, chromium: str, address: str, file: Path, issue: str, *, find: str, out: str = "", runs: int = 1
) -> dict[str, Any]:
    """What the editor reports; ``find`` is a piece of the copy before which they write."""
    url = f"{address}issue?path={quote(issue)}"
    job = {"chromium": chromium, "desk": url, "file": str(file), "find": find, "out": out, "tabs": TABS, "runs": runs}
    script = Path(__file__).with_name("desk.mjs")
    done = subprocess.run([node, str(script)], input=json.dumps(job), capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def test_an_editor_sees_what_they_write_in_every_form(node: str, chromium: str, tmp_path: Path) -> None:
    folder = project(tmp_path)
    with desk(folder, NOW) as address:
        report = sit(node, chromium, address, folder / HOURS, HOURS, find="A fortnight ago")
    assert report["complaints"] == report["elsewhere"] == report["faults"] == []
    assert set(report["times"]) == {"web", "email", "text", "feed"}
    assert report["scrolled"] == [200, 200]
    assert report["phone"] == 360
