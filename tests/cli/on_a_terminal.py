"""The command as a person sees it who sits at a terminal."""

from __future__ import annotations

import os
import pty
import subprocess
from pathlib import Path

from tests.cli.commanded import COMMAND, Finished


def on_a_terminal(project: Path, *arguments: str, **environment: str) -> Finished:
    """The command with standard output on a terminal of 100 columns."""
    ours, theirs = pty.openpty()
    kept = {name: value for name, value in os.environ.items() if name not in {"CI", "NO_COLOR"}}
    with os.fdopen(ours, "rb", buffering=0) as screen:
        done = subprocess.Popen(
            [COMMAND, *arguments],
            cwd=project,
            stdout=theirs,
            stderr=subprocess.PIPE,
            env={**kept, "COLUMNS": "100", **environment},
        )
        os.close(theirs)
        seen = b""
        while True:
            try:
                piece = screen.read(4096)
            except OSError:  # Linux says so where others give no bytes
                break
            if not piece:
                break
            seen += piece
        _, err = done.communicate()
    return Finished(done.returncode, seen.decode().replace("\r\n", "\n"), err.decode())
