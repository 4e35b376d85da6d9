"""The import rules hold, and each of them is seen to catch what it is there for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.architecture.copies import ROOT, copy_package, run

pytestmark = pytest.mark.slow

ONE_WAY = "the data flows one way"
APART = "no edition knows another"
CLEARED = "editions, proofs and the model never reach what is not cleared"
SHELLS = "only the shells know MkDocs"
VAULT = "only verification opens the vault"
PURE = "the core does no input or output"

PLANTED = {
    "an edition reaches the desk": ("editions/web/__init__.py", "import briefing.desk", CLEARED),
    "an edition reaches the desk through another module": (
        "editions/email/planted.py",
        "from briefing.desk import draft",
        CLEARED,
    ),
    "the model reaches what reads copy": ("model/words.py", "import briefing.reading", CLEARED),
    "a proof reaches clearance": ("proofs/__init__.py", "import briefing.clearance", CLEARED),
    "an edition knows another": ("editions/feeds/__init__.py", "import briefing.editions.web", APART),
    "reading reaches back to the press": ("reading/__init__.py", "import briefing.press", ONE_WAY),
    "a check opens files": ("checks/__init__.py", "import os", PURE),
    "clearance asks the clock": ("clearance/__init__.py", "import time", PURE),
    "an edition reaches the network": ("editions/feeds/__init__.py", "import socket", PURE),
    "a proof logs": ("proofs/__init__.py", "import logging", PURE),
    "the press opens the vault": ("press/__init__.py", "import briefing.verification.vault", VAULT),
    "the plug-in sees what is private": ("mkdocs_plugin.py", "from briefing.verification.scan.private import Private", VAULT),
    "a check looks into the vault": ("checks/__init__.py", "import briefing.verification", VAULT),
    "the press knows MkDocs": ("press/__init__.py", "import mkdocs.config", SHELLS),
}


def plant(folder: Path, module: str, line: str) -> None:
    """Add a line at the end of a module of a copy of the package; a new module if there is none."""
    planted = copy_package(folder) / module
    planted.parent.mkdir(exist_ok=True)
    with planted.open("a", encoding="utf-8") as file:
        file.write(f"\n{line}\n")


def test_the_rules_hold() -> None:
    status, output = run(ROOT, "lint-imports", "--no-cache")
    assert status == 0, output


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_violation_is_caught(fault: str, tmp_path: Path) -> None:
    module, line, rule = PLANTED[fault]
    plant(tmp_path, module, line)
    status, output = run(tmp_path, "lint-imports", "--no-cache")
    assert status == 1
    assert f"{rule} BROKEN" in output, output


def test_a_room_that_nobody_placed_is_caught(tmp_path: Path) -> None:
    plant(tmp_path, "attic/__init__.py", '"""In no layer."""')
    status, output = run(tmp_path, "lint-imports", "--no-cache")
    assert status == 1
    assert "attic" in output, output
