"""The process in which finished trees are looked through before they are swapped in: the build itself never opens the vault.

Run as ``python -m briefing.verification.scan.child``, with what to look at as JSON on standard input; hits go to standard output.
"""

from __future__ import annotations

import json
import sys
from dataclasses import astuple
from pathlib import Path

from briefing.verification.scan.dossiers import read_dossiers
from briefing.verification.scan.files import tree_files
from briefing.verification.scan.private import Opener
from briefing.verification.scan.searching import needles_of, search


def main() -> int:
    """Reads ``{vault, public, trees: [[shown, folder], …]}``, writes ``{hits, faults}``."""
    wanted = json.load(sys.stdin)
    dossiers = read_dossiers(Path(wanted["vault"]))
    needles = needles_of(dossiers, Opener(), wanted["public"])
    files = (file for shown, folder in wanted["trees"] for file in tree_files(Path(folder), f"{shown}/"))
    hits = [astuple(hit) for file in files for hit in search(file.path, file.content, needles)]
    json.dump({"hits": hits, "faults": len(dossiers.findings)}, sys.stdout)
    return 0


if __name__ == "__main__":
    sys.exit(main())
