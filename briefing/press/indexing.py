"""The search index, made by Pagefind of the finished issues: a program of its own, which an extra installs."""

from __future__ import annotations

import subprocess
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from briefing.model import Tree
from briefing.press.finished import Finished
from briefing.press.plugins import PluginFailedError
from briefing.press.printing import Printed
from briefing.proofs.pieces import File

EXTRA = "mkdocs-briefing[search]"
FOLDER = "pagefind"

_PROGRAM = "pagefind_bin"
_PAGES = "issues/*/index.html"
_LEFT_OUT = ("[data-search-exclude]", ".back", ".verdict", "sup", ".details", "h2.label", ".where")
"""What is not the issue's words: repeats, markers, ways back, labels."""
_UNUSED = ("*-ui.js", "*-ui.css", "pagefind-highlight.js")
"""Parts of Pagefind that our own search page needs none of."""


def is_searched(printed: Printed) -> bool:
    """Whether there is a search page, which wants an index."""
    return (Tree.SITE, "search.json") in printed.files


def can_index() -> bool:
    """Whether the program is installed."""
    try:
        return find_spec(_PROGRAM) is not None
    except ValueError:  # it has been put out of reach
        return False


def write_index(site: Path) -> dict[File, bytes]:
    """Index the issues of a finished website and return the index's files.

    The same pages give the same files, for there are no filters in the index.
    """
    program = str(import_module(_PROGRAM).get_executable())
    command = [program, "--site", str(site), "--glob", _PAGES, "--exclude-selectors", ", ".join(_LEFT_OUT), "--silent"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - the installed program and our own arguments
    if done.returncode != 0:
        raise PluginFailedError(f"Pagefind could not make the search index: {(done.stderr or done.stdout).strip()[-400:]}")
    for pattern in _UNUSED:
        for file in (site / FOLDER).glob(pattern):
            file.unlink()
    return {(tree, f"{FOLDER}/{path}"): content for (tree, path), content in Finished({Tree.SITE: site / FOLDER}).items()}
