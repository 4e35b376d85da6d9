"""The scan of a finished build, started by the build and run apart from it: the build never learns what was looked for."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.protection import P417
from briefing.verification.scan.searching import Hit, told

_KEPT = ("PATH", "SYSTEMROOT", "VIRTUAL_ENV", "PYTHONPATH", "LANG", "LC_ALL", "HOME", "TMPDIR")
_WHERE = "on the machine with the vault: briefing scan, which says where"


def scan_apart(vault: Path, trees: Iterable[tuple[str, Path]], public: str) -> tuple[Diagnostic, ...]:
    """P403 for every finished file that may name a confidential source; ``public`` is what the register names openly."""
    wanted = {"vault": str(vault), "public": public, "trees": [[shown, str(folder)] for shown, folder in trees]}
    environment = {key: os.environ[key] for key in _KEPT if key in os.environ}
    command = [sys.executable, "-X", "utf8", "-m", "briefing.verification.scan.child"]
    done = subprocess.run(  # noqa: S603  # our own module
        command, input=json.dumps(wanted).encode(), capture_output=True, check=False, env=environment
    )
    if done.returncode:
        return (_unscanned("the scan stopped: nothing is published that was not looked through"),)
    answer = json.loads(done.stdout)
    faults = (_unscanned("part of the vault cannot be understood"),) if answer["faults"] else ()
    return (*faults, *told(Hit(*hit) for hit in answer["hits"])[0])


def _unscanned(why: str) -> Diagnostic:
    """Nothing of the vault is named here: a build's findings may be kept in a log."""
    return P417.at(Span("vault"), why, help=(_WHERE,))
