"""A plug-in has no way out while the kit runs it."""

from __future__ import annotations

import socket
import subprocess
import sys
import threading
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

import briefing.testing
from briefing.testing import ImpureError, no_way_out


def test_files_folders_sockets_and_processes_are_out_of_reach() -> None:
    for reach in (
        lambda: Path(__file__).read_text(encoding="utf-8"),
        lambda: list(Path(__file__).parent.iterdir()),
        lambda: socket.create_connection(("bulletin.example", 443)),
        lambda: subprocess.run(["true"], check=False),  # noqa: S607 - it must not be reached
    ):
        with pytest.raises(ImpureError), no_way_out():
            reach()


def test_swallowing_the_exception_does_not_hide_it() -> None:
    def swallow() -> None:
        try:
            Path(__file__).read_bytes()
        except AssertionError:
            return

    with pytest.raises(ImpureError, match="open"), no_way_out():
        swallow()


def test_an_import_and_a_time_zone_are_no_input() -> None:
    sys.modules.pop("colorsys", None)
    ZoneInfo.clear_cache()
    with no_way_out():
        import colorsys  # noqa: F401, PLC0415 - the import is what is tested

        ZoneInfo("Asia/Kathmandu")


def test_other_threads_go_about_their_business() -> None:
    content: list[bytes] = []
    thread = threading.Thread(target=lambda: content.append(Path(__file__).read_bytes()))
    with no_way_out():
        thread.start()
        thread.join()
    assert content


def test_afterwards_files_can_be_opened_again() -> None:
    with no_way_out():
        pass
    assert Path(__file__).read_bytes()


def test_the_kit_exports_what_it_says() -> None:
    assert [name for name in briefing.testing.__all__ if not hasattr(briefing.testing, name)] == []
    assert briefing.testing.__all__ == sorted(
        briefing.testing.__all__, key=lambda name: (not name.isupper(), name[0].islower(), name)
    )
