"""Put a finished folder in the place of another at once, so that nobody ever sees half of it."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_UNSUPPORTED = frozenset({errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV})


def swap(new: Path, target: Path) -> None:
    """Afterwards ``target`` is what ``new`` was; ``new`` holds what ``target`` was, or is gone if there was nothing."""
    if not target.exists():
        new.rename(target)
    elif not exchange(new, target):
        rename_aside(new, target)


def exchange(one: Path, other: Path) -> bool:
    """Let two folders change names in one step (renameat2(2), Linux); False where the platform or file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except AttributeError:  # a C library older than glibc 2.28, or musl before 1.2.5
        return False
    if renameat2(_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _UNSUPPORTED:
        return False
    raise OSError(code, os.strerror(code), str(other))


def rename_aside(new: Path, target: Path) -> None:
    """The same in three steps; after a crash between them the next run finds all pieces (``writing.settle``)."""
    aside = new.with_name(f"{new.name}-old")
    target.rename(aside)
    new.rename(target)
    aside.rename(new)
