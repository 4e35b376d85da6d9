"""An audit hook that lets nothing below the press touch a file, a process or the network while a test runs.

The import rules keep ``os`` and ``socket`` out of the core's own modules; this catches what comes in by another way: the built-in
``open``, a library that reads a file, a lazy download. The hook cannot be removed once it is there (that is what audit hooks are
for), so it is installed once and armed only around the body of each test.
"""

from __future__ import annotations

import sys
import zoneinfo
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from types import FrameType

import briefing

PACKAGE = str(Path(briefing.__file__).parent)
CORE = ("diagnostics", "media", "model", "desk", "reading", "clearance", "checks", "editions", "proofs")

_CORE_FOLDERS = tuple(f"{PACKAGE}/{room}/" for room in CORE)
_SHARING = f"{PACKAGE}/model/sharing.py"
"""Only calls what it was given."""
_SPREADING = f"{PACKAGE}/press/spreading.py"
"""Starts processes for whoever shares out work; what that work does there is held to the same rule."""
_FINISHED = f"{PACKAGE}/press/finished.py"
"""Reads the files that the press gives to the proofs when they ask for them: what they were given, not what they reached for."""
_EFFECTS = ("os.", "socket.", "subprocess.", "shutil.", "tempfile.", "urllib.", "http.", "ftplib.", "smtplib.")
_TZDATA = find_spec("tzdata")  # where the platform has no time zones, and where it lacks the one that is asked for
_TIME_ZONES = tuple(f"{folder}/" for folder in (*zoneinfo.TZPATH, *(_TZDATA.submodule_search_locations or () if _TZDATA else ())))


class ImpureError(RuntimeError):
    """Code of the core reached for something outside its arguments."""


class _Guard:
    """What the hook needs to know between two audit events."""

    def __init__(self) -> None:
        self.armed = False
        self.installed = False
        self.seen: list[str] = []

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.armed or not (event == "open" or event.startswith(_EFFECTS)):
            return
        place = _core_frame(sys._getframe(1))
        if place is None or _is_time_zone(event, arguments):
            return
        self.seen.append(f"{place}: {event} {arguments[:1]!r}")
        raise ImpureError(self.seen[-1])


_guard = _Guard()


def _core_frame(frame: FrameType | None) -> str | None:
    """The place in the core on whose behalf something happens; None for imports, which read modules, and for what the press does."""
    while frame is not None:
        name = frame.f_code.co_filename
        if name.startswith("<frozen importlib") or name in {_SPREADING, _FINISHED}:
            return None
        if name.startswith(_CORE_FOLDERS) and name != _SHARING:
            return f"{name.removeprefix(PACKAGE + '/')}:{frame.f_lineno}"
        frame = frame.f_back
    return None


def _is_time_zone(event: str, arguments: tuple[object, ...]) -> bool:
    """Time zones are the platform's data: ``ZoneInfo("Europe/London")`` reads them on first use."""
    return event == "open" and str(arguments[0]).startswith(_TIME_ZONES)


@contextmanager
def pure_core() -> Iterator[None]:
    """Within it, the core may do no input or output; what it tried is an error even if it caught the exception."""
    if not _guard.installed:
        sys.addaudithook(_guard)
        _guard.installed = True
    outside = _guard.armed, _guard.seen
    _guard.armed, _guard.seen = True, []
    try:
        yield
        seen = _guard.seen
    finally:
        _guard.armed, _guard.seen = outside
    if seen:
        raise ImpureError("\n".join(seen))
