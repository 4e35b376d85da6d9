"""A plug-in is run with no way out: what it opens, lists, starts or connects to is caught.

Audit hooks cannot be removed, so one is installed when it is first needed and is armed only while a plug-in runs.
"""

from __future__ import annotations

import sys
import threading
import zoneinfo
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_EFFECTS = ("os.", "socket.", "subprocess.", "shutil.", "tempfile.", "urllib.", "http.", "ftplib.", "smtplib.")
_TIME_ZONES = tuple(f"{folder}/" for folder in zoneinfo.TZPATH)


class ImpureError(AssertionError):
    """A plug-in reached for something outside its arguments."""


class _Hook:
    """Watches one thread at a time: the one in which the plug-in runs."""

    def __init__(self) -> None:
        self.thread: int | None = None
        self.seen: list[str] = []
        self._lock = threading.Lock()
        self._installed = False

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if self.thread is None or not (event == "open" or event.startswith(_EFFECTS)):
            return
        if self.thread == threading.get_ident() and not _is_allowed(event, arguments, sys._getframe(1)):  # noqa: SLF001 - the only way to ask on whose behalf
            self.seen.append(f"{event} {_first(arguments)}".rstrip())
            raise ImpureError(self.seen[-1])

    @contextmanager
    def armed(self) -> Iterator[None]:
        with self._lock:
            if not self._installed:
                sys.addaudithook(self)
                self._installed = True
            self.thread, self.seen = threading.get_ident(), []
            try:
                yield
            finally:
                self.thread = None


_hook = _Hook()


@contextmanager
def no_way_out() -> Iterator[None]:
    """Within it, opening a file, a socket or a process is an ``ImpureError``, even if the plug-in caught the exception."""
    with _hook.armed():
        yield
    if _hook.seen:
        raise ImpureError("; ".join(dict.fromkeys(_hook.seen)))


def _is_allowed(event: str, arguments: tuple[object, ...], frame: FrameType | None) -> bool:
    """Modules may be imported when they are first needed, and time zones are the platform's data."""
    if event == "open" and str(arguments[0]).startswith(_TIME_ZONES):
        return True
    while frame is not None:
        if frame.f_code.co_filename.startswith("<frozen importlib"):
            return True
        frame = frame.f_back
    return False


def _first(arguments: tuple[object, ...]) -> str:
    return repr(arguments[0]) if arguments else ""
