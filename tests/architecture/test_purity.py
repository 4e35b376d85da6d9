"""The guard that keeps the core pure is itself seen to catch."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from briefing.model import Tree
from briefing.press.finished import Finished
from tests.purity import CORE, PACKAGE, ImpureError, pure_core

ROOT = Path(__file__).parents[2]


def planted(room: str, body: str) -> Callable[[], object]:
    """A function that looks to Python as if it stood in a module of ``room``."""
    namespace: dict[str, Callable[[], object]] = {}
    code = compile(f"def planted():\n    {body}\n", f"{PACKAGE}/{room}/planted.py", "exec")
    exec(code, dict(namespace), namespace)  # noqa: S102 - the text is this test's own
    return namespace["planted"]


@pytest.mark.parametrize("room", CORE)
def test_a_room_of_the_core_that_opens_a_file_is_caught(room: str) -> None:
    code = planted(room, "return open('/dev/null')")
    with pytest.raises(ImpureError, match=f"{room}/planted.py:2: open"), pure_core():
        code()


@pytest.mark.parametrize(
    "body",
    [
        "import pathlib; pathlib.Path('/dev/null').read_bytes()",
        "import socket; socket.socket().close()",
        "import socket; socket.getaddrinfo('bulletin.example', 443)",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "import os; os.listdir('/')",
        "import urllib.request; urllib.request.urlopen('http://bulletin.example/')",
        "import tempfile; tempfile.mkdtemp()",
    ],
)
def test_every_way_out_of_the_core_is_caught(body: str) -> None:
    code = planted("editions", body)
    with pytest.raises(ImpureError), pure_core():
        code()


def test_swallowing_the_exception_does_not_hide_it() -> None:
    code = planted("checks", "exec('try:\\n  open(\"/dev/null\")\\nexcept Exception:\\n  pass')")
    with pytest.raises(ImpureError, match="checks/planted"), pure_core():
        code()


def test_an_import_and_a_time_zone_are_no_input() -> None:
    sys.modules.pop("colorsys", None)
    ZoneInfo.clear_cache()
    with pure_core():
        planted("reading", "import colorsys")()
        planted("reading", "from zoneinfo import ZoneInfo; ZoneInfo('Asia/Kathmandu')")()


def test_code_outside_the_core_may_open_files() -> None:
    with pure_core():
        code = compile("open('/dev/null').close()", f"{PACKAGE}/press/planted.py", "exec")
        exec(code, {})  # noqa: S102 - the text is this test's own


def test_the_core_gets_the_finished_files_it_was_given_and_no_others(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"words")
    files = Finished({Tree.SITE: tmp_path})
    namespace: dict[str, object] = {"files": files, "page": (Tree.SITE, "index.html")}
    code = "files[page]\nopen('/dev/null')"
    with pytest.raises(ImpureError, match=r"proofs/planted\.py:2: open"), pure_core():
        exec(compile(code, f"{PACKAGE}/proofs/planted.py", "exec"), namespace)  # noqa: S102 - the text is this test's own


def halves(makefile: str) -> list[str]:
    """The folders of tests that ``make core`` runs."""
    return sorted(" ".join(re.findall(r"^(?:ONE|OTHER) +:= (.+)$", makefile, re.MULTILINE)).split())


def test_make_core_runs_the_tests_of_each_room_of_the_core_once() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    expected = sorted(("casebook", "properties", *(room for room in CORE if (ROOT / "tests" / room).is_dir())))
    assert halves(makefile) == expected
    assert halves(makefile.replace(" proofs", "")) != expected
    assert halves(makefile.replace(" proofs", " proofs reading")) != expected
