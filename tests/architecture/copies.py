"""Copies of the package in which a fault can be planted."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import briefing

ROOT = Path(__file__).parents[2]
PACKAGE = Path(briefing.__file__).parent


def copy_package(folder: Path) -> Path:
    """The package and its configuration in ``folder``; returns the package's own folder there."""
    copy = folder / "briefing"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return copy


def run(folder: Path, tool: str, *arguments: str) -> tuple[int, str]:
    """Exit status and output of a tool of this environment, started in ``folder`` with the copy first on the path."""
    command = [str(Path(sys.executable).with_name(tool)), *arguments]
    result = subprocess.run(
        command, cwd=folder, env={**os.environ, "PYTHONPATH": str(folder)}, capture_output=True, text=True, check=False
    )
    return result.returncode, result.stdout + result.stderr
