"""While a build runs, nothing in this process opens or lists the vault or starts a process that could.

An audit hook (PEP 578) sees what any plug-in, hook or library opens. It guards against accidents, not against code that is out to
get round it: plug-ins run with the editor's own rights.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from pathlib import Path
from types import FrameType

import briefing
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.protection import P415

_TOUCHING = ("open", "os.", "shutil.", "glob.", "sqlite3.", "pathlib.", "tempfile.")
_PYTHON = str(Path(os.__file__).parent) + os.sep
_OURS = str(Path(briefing.__file__).parent) + os.sep
"""The scan and the search index run as processes of their own; neither is told of the vault by its environment."""
_STARTING = frozenset(
    {"subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.startfile/2", "pty.spawn"}
)


class VaultClosedError(PermissionError):
    """Something in a build reached for the vault; the message says what it did, never where to."""


class _Warden:
    """The hook itself; like every audit hook it stays as long as the process, and so does what it watches."""

    def __init__(self) -> None:
        self.closed: tuple[str, ...] = ()
        self.reached: tuple[str, ...] = ()
        self.installed = False

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.closed:
            return
        if event in _STARTING and not (who := _who(sys._getframe(1))).startswith(_OURS):  # noqa: SLF001  # the only way to ask on whose behalf
            self._refuse(f"{event}: while a vault is at hand, a build starts no process of a plug-in; asked for by {who}")
        if event.startswith(_TOUCHING) and any(map(self._is_inside, arguments)):
            who = _who(sys._getframe(1))  # noqa: SLF001  # as above
            self._refuse(f"{event}: a build never opens the vault; asked for by {who}")

    def _is_inside(self, argument: object) -> bool:
        """Whether it is a path that leads into the vault, through links, too."""
        if not isinstance(argument, (str, bytes, os.PathLike)):
            return False
        try:
            real = os.path.realpath(os.fsdecode(argument))
        except (ValueError, OSError):  # no path at all
            return False
        return any(real == vault or real.startswith(f"{vault}{os.sep}") for vault in self.closed)

    def _refuse(self, what: str) -> None:
        self.reached = (*self.reached, what)
        raise VaultClosedError(what)


def _who(frame: FrameType | None) -> str:
    """The innermost code that is not Python's own: the plug-in, hook or library that did it."""
    while frame is not None:
        name = frame.f_code.co_filename
        if "site-packages" in name or not name.startswith((_PYTHON, "<frozen")):
            return f"{name}, line {frame.f_lineno}"
        frame = frame.f_back
    return "Python itself"


_warden = _Warden()


def close_vault(vault: Path) -> None:
    """From now on, this process does not get into ``vault``."""
    if not _warden.installed:
        sys.addaudithook(_warden)
        _warden.installed = True
    _warden.closed = tuple({*_warden.closed, str(vault.resolve())})


def open_vault_again(vault: Path) -> None:
    """For commands and tests that go on after a build."""
    _warden.closed = tuple({*_warden.closed} - {str(vault.resolve())})
    _warden.reached = ()


def reached_for(config: str) -> Iterator[Diagnostic]:
    """P415 for everything that was refused, even where the exception was swallowed."""
    for what in dict.fromkeys(_warden.reached):
        help_ = ("find the plug-in, hook or theme that does this and leave it out",)
        yield P415.at(Span(config), notes=(what,), help=help_)
