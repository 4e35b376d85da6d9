"""What one command costs: wall time, CPU seconds and peak memory, as the system counted them for that process."""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_KILOBYTE = 1024


class CommandFailedError(Exception):
    """A measured command ended badly, so its time says nothing."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of one run, or the median of several."""

    wall: float
    """Seconds."""
    cpu: float
    """Seconds of all its processes and threads, user and system together."""
    peak: float
    """Megabytes resident, of its largest process."""


def measure(command: tuple[str, ...], folder: Path) -> Cost:
    """Run ``command`` in ``folder`` once."""
    started = time.perf_counter()
    with (folder / "output.log").open("wb") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env=os.environ | {"PYTHONHASHSEED": "0"})  # noqa: S603 - our own commands
        _, status, used = os.wait4(process.pid, 0)  # the usage of this child alone, and of what it waited for
    wall = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise CommandFailedError(
            f"{' '.join(command)}: status {process.returncode}\n{(folder / 'output.log').read_text()[-2000:]}"
        )
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / _KILOBYTE)  # in kilobytes on Linux


def middle(costs: Iterable[Cost]) -> Cost:
    """The median of each figure; ``costs`` must not be empty."""
    listed = list(costs)
    return Cost(median(one.wall for one in listed), median(one.cpu for one in listed), median(one.peak for one in listed))
