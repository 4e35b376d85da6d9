"""The command as it is installed, in a process of its own, and a small project to run it in."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from briefing.testing import EVERY_FORM, site

COMMAND = Path(sys.executable).with_name("briefing")


@dataclass(frozen=True)
class Finished:
    """How a command ended, and what it printed."""

    status: int
    out: str
    err: str


def briefing(folder: Path, *arguments: str, path: Path | None = None) -> Finished:
    """Run ``briefing`` in ``folder``; packages in ``path`` are installed, too."""
    environment = {name: value for name, value in os.environ.items() if name not in {"CI", "PYTHONPATH", "NO_COLOR"}}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(
        [COMMAND, *arguments], cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=60
    )
    return Finished(done.returncode, done.stdout, done.stderr)


def project(folder: Path, files: Mapping[str, str] = EVERY_FORM) -> Path:
    """Write an invented publication; returns its folder."""
    return site(folder, files).parent
