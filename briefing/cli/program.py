"""``briefing`` as a process of its own."""

from __future__ import annotations

import atexit
import os
import sys

from briefing.cli import main


def run() -> None:
    """The command; when all is said, the process ends at once.

    The system frees its memory in an instant; Python would first take a whole archive apart, object by object, which took a second.
    """
    ended: list[int] = []
    atexit.register(_end, ended)  # before the work begins, so that whatever else is to be done at the end comes first
    try:
        main()
    except SystemExit as leaving:
        if isinstance(leaving.code, int):
            ended.append(leaving.code)
        raise


def _end(ended: list[int]) -> None:
    """With the status of the command; a process that ends in another way (a traceback) ends as always."""
    for status in ended:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(status)
