"""While a build runs, nothing in this process opens or lists the vault or starts a process that could.

An audit hook (PEP 578) sees what any plug-in, hook or library opens. It guards against accidents, not against code that is out to
get round it: plug-ins run with the editor's own rights.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.protection import P415

_TOUCHING = ("open", "os.", "shutil.", "glob.", "sqlite3.", "pathlib.", "tempfile.")
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
        self.busy = False

    def __call__(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self.closed or self.busy:
            return
        if event in _STARTING:
            self._refuse(f"{event}: while a vault is at hand, a build starts no process")
        if event.startswith(_TOUCHING) and any(map(self._is_inside, arguments)):
            self._refuse(f"{event}: a build never opens the vault")

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


@contextmanager
def on_our_own_behalf() -> Iterator[None]:
    """Within it we start a process ourselves: the scan, which runs apart from the build."""
    _warden.busy = True
    try:
        yield
    finally:
        _warden.busy = False


def reached_for(config: str) -> Iterator[Diagnostic]:
    """P415 for everything that was refused, even where the exception was swallowed."""
    for what in dict.fromkeys(_warden.reached):
        help_ = ("find the plug-in, hook or theme that does this and leave it out",)
        yield P415.at(Span(config), notes=(what,), help=help_)
