"""The command as a process: its status, and that nothing is lost of what it said or had still to do."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

_CODE = """
import atexit, sys
import briefing.cli.program as program
sys.argv[0] = "briefing"
{before}
program.run()
"""


def _run(*arguments: str, before: str = "") -> subprocess.CompletedProcess[str]:
    command = (sys.executable, "-c", _CODE.format(before=before), *arguments)
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}  # or nothing would wait in it
    return subprocess.run(command, capture_output=True, text=True, check=False, env=environment)  # our own command


@pytest.mark.parametrize(
    ("arguments", "status"), [(("--version",), 0), (("check", "-f", __file__), 1), (("no-such-command",), 2)]
)
def test_the_status_is_the_command_s(arguments: tuple[str, ...], status: int) -> None:
    assert _run(*arguments).returncode == status


def test_all_that_was_said_comes_through_a_pipe() -> None:
    ended = _run(before="program.main = lambda: (print('said'), sys.exit(0))")
    assert (ended.returncode, ended.stdout) == (0, "said\n")


def test_nothing_is_taken_apart_when_all_is_said() -> None:
    late = (
        "class Late:\n    def __del__(self): sys.stderr.write('apart')\nprogram.late = Late()\nprogram.late.itself = program.late"
    )
    assert "apart" not in _run("--version", before=late).stderr


def test_what_else_waits_for_the_end_is_done() -> None:
    waiting = "def waiting():\n    atexit.register(print, 'done')\n    sys.exit(3)\nprogram.main = waiting"
    ended = _run(before=waiting)
    assert (ended.returncode, ended.stdout) == (3, "done\n")


def test_a_traceback_is_shown_as_always() -> None:
    broken = "def broken():\n    raise ValueError('what')\nprogram.main = broken"
    failed = _run(before=broken)
    assert failed.returncode == 1
    assert "ValueError: what" in failed.stderr
