"""The example plug-in does what its README says, and keeps the contract it is an example of."""

from __future__ import annotations

import os
import re
import shutil
import site
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from briefing_digest.check import UnexplainedAbbreviations
from briefing_digest.edition import DigestEdition

from briefing.testing import EVERY_FORM, archive, assert_check_contract, assert_edition_contract

ROOT = Path(__file__).parents[2]
EXAMPLE = Path("examples/briefing-digest")
PARTS = (
    "briefing",
    "theme",
    "docs/schemas",
    "content",
    "sources",
    "drafts",
    "examples",
    "mkdocs.yml",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "NOTICE",
)
_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)


def test_the_edition_keeps_the_contract() -> None:
    assert_edition_contract(DigestEdition())
    assert_edition_contract(DigestEdition(), archive(EVERY_FORM))


def test_the_check_keeps_the_contract() -> None:
    assert_check_contract(UnexplainedAbbreviations(), faulty="The PTC has not replied.\n")


def commands() -> list[list[str]]:
    """The commands of the README, a console block a list."""
    blocks = _CONSOLE.findall((ROOT / EXAMPLE / "README.md").read_text(encoding="utf-8"))
    return [[line.removeprefix("$ ") for line in block.splitlines()] for block in blocks]


def checkout(folder: Path) -> Path:
    """What somebody has who cloned the project; returns the folder of the example in it."""
    ignored = shutil.ignore_patterns("__pycache__", "node_modules", ".venv", "site", "dist")
    for part in PARTS:
        place = ROOT / part
        if place.is_dir():
            shutil.copytree(place, folder / part, ignore=ignored)
        else:
            shutil.copy(place, folder / part)
    return folder / EXAMPLE


def clean(environment: Mapping[str, str]) -> dict[str, str]:
    """Without what would lead back to this checkout; packages of others come from this environment, so nothing is downloaded."""
    kept = {name: value for name, value in environment.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV", "CI"}}
    return {
        **kept,
        "PIP_NO_DEPS": "1",
        "PIP_NO_BUILD_ISOLATION": "0",
        "PIP_NO_INDEX": "1",
        "PIP_NO_CACHE_DIR": "1",
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
    }


def lend_packages(venv: Path) -> None:
    """Let a new environment see the packages of this one, behind its own."""
    folders = [folder for folder in site.getsitepackages() if Path(folder).is_dir()]
    (own,) = venv.glob("lib/python*/site-packages")
    lines = [f"import site; site.addsitedir({folder!r})" for folder in folders]
    (own / "lent.pth").write_text("\n".join(lines) + "\n", encoding="utf-8")


def run(command: str, folder: Path) -> str:
    """What a command prints, both streams together."""
    finished = subprocess.run(
        ["/bin/sh", "-c", command], cwd=folder, env=clean(os.environ), capture_output=True, text=True, check=False, timeout=300
    )
    output = finished.stdout + finished.stderr
    assert finished.returncode == 0, f"$ {command}\n{output}"
    return output


@pytest.mark.slow
def test_a_reader_of_the_readme_gets_what_it_promises(tmp_path: Path) -> None:
    folder = checkout(tmp_path)
    (first, *rest), (install_pytest, test) = commands()
    assert first == "python3 -m venv .venv"
    run(f"{sys.executable} -m venv .venv", folder)
    lend_packages(folder / ".venv")
    printed = {command: run(command, folder) for command in rest}

    listed = printed[".venv/bin/briefing plugins"]
    assert re.search(r"digest\s.*briefing-digest 0\.1\.0", listed)
    assert re.search(r"unexplained-abbreviations\s.*briefing-digest 0\.1\.0", listed)
    assert re.search(r"digest \d+ KB in \d+ files", printed[".venv/bin/briefing build -f ../../mkdocs.yml"])
    files = printed["ls ../../dist/digest"].split()
    assert "index.json" in files
    assert len(files) == 1 + len(list((tmp_path / "content" / "issues").glob("*.md")))
    (tmp_path / "sources/ids.lock").unlink()  # as if nothing had been out: published words may not change
    assert "DIGEST101" in run(
        "printf '\\nThe PTC and the RTX met.\\n' >> ../../content/issues/2026-11-20-winter-list.md; "
        ".venv/bin/briefing check -f ../../mkdocs.yml",
        folder,
    )

    assert install_pytest == ".venv/bin/pip install pytest"
    assert " passed" in run(test, folder)
