"""Independent work, shared out to as many processes as there are processors.

A forked process has everything already that it needs; only what it found comes back. Whatever goes wrong in any of them, all is done
again here, an item after the other: so results, their order and exceptions are the same with one process as with many.
"""

from __future__ import annotations

import gc
import os
import pickle
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from typing import Generic, TypeVar

from briefing.model.sharing import Share

T = TypeVar("T")
R = TypeVar("R")

_WORTH_IT = 40
"""Issues; for fewer a fork takes longer than it saves."""
_MOST_PROCESSES = 8
"""What they find is put together by one."""
_MOST_SHARES = 64
"""So many that all processes are done at about the same time, whatever each share takes."""

Found = Iterator[tuple[int, list[R]]]
"""Results by the number of the share."""


def processes_for(issues: int) -> int:
    """How many processes are worth their start for an archive of so many issues."""
    return min(len(os.sched_getaffinity(0)), _MOST_PROCESSES) if issues >= _WORTH_IT and sys.platform == "linux" else 1


def sharing(issues: int) -> Share:
    """The way to share out the work of an archive of so many issues."""
    processes = processes_for(issues)

    def share(work: Callable[[T], R], items: Sequence[T], /) -> list[R]:
        return spread(work, items, processes)

    return share


def spread(work: Callable[[T], R], items: Sequence[T], processes: int) -> list[R]:
    """``work`` on each of ``items``, in their order; it must depend on nothing but its argument and change nothing."""
    if min(processes, len(items)) > 1 and _may_fork():
        with suppress(Exception):  # it comes again below, from the first item that fails
            return _shared_out(work, items, min(processes, len(items)))
    return [work(item) for item in items]


def _may_fork() -> bool:
    """Only where no other thread can hold a lock: not during a live preview."""
    return sys.platform == "linux" and threading.active_count() == 1


def _shared_out(work: Callable[[T], R], items: Sequence[T], processes: int) -> list[R]:
    count = min(len(items), _MOST_SHARES)
    shares = [items[first::count] for first in range(count)]
    found: dict[int, list[R]] = {}
    with ExitStack() as stack:
        taking = _turns(count)
        stack.callback(os.close, taking)

        def do() -> Found[R]:
            return ((share, [work(item) for item in shares[share]]) for share in _taken(taking))

        forks = _start(do, processes - 1, stack)
        for share, results in do():
            found[share] = results
            found.update(forks.found_already())  # while this is unpacked, they do more than we
        forks.telling.close()
        while len(found) < count:
            found.update([forks.found_next()])
    return [found[place % count][place // count] for place in range(len(items))]


def _turns(count: int) -> int:
    """A pipe with a byte for each share: whoever is free takes the next, and nobody waits for anybody."""
    taking, giving = os.pipe()
    os.write(giving, bytes(range(count)))
    os.close(giving)
    return taking


def _taken(taking: int) -> Iterator[int]:
    while turn := os.read(taking, 1):
        yield turn[0]


@dataclass(frozen=True, slots=True)
class _Forks(Generic[R]):
    """Processes of their own, seen from the first one."""

    hearing: Connection
    """Who has done a share, and where in its results it lies."""
    telling: Connection
    """The other end: when everybody has closed it, nothing will come any more."""
    results: tuple[int, ...]
    """A file in memory for each, as a pipe holds but 64 KB, and whoever writes more waits for who reads."""

    def found_already(self) -> Found[R]:
        """What was found since it was last asked for."""
        while self.hearing.poll():
            yield self.found_next()

    def found_next(self) -> tuple[int, list[R]]:
        """A share and its results; raises ``EOFError`` where one of them failed."""
        helper, start, end = self.hearing.recv()
        found: tuple[int, list[R]] = pickle.loads(os.pread(self.results[helper], end - start, start))  # noqa: S301 - of a process of our own
        return found


def _start(do: Callable[[], Found[R]], count: int, stack: ExitStack) -> _Forks[R]:
    """So many processes, which end with ``stack`` at the latest."""
    fork = get_context("fork")
    hearing, telling = fork.Pipe(duplex=False)
    stack.callback(hearing.close)
    stack.callback(telling.close)
    results: list[int] = []
    for number in range(count):
        results.append(os.memfd_create("results"))
        stack.callback(os.close, results[number])
        helper = fork.Process(target=_help, args=(do, number, results[number], hearing, telling), daemon=True)
        helper.start()
        stack.callback(helper.join)
        stack.callback(helper.kill)
    return _Forks(hearing, telling, tuple(results))


def _help(do: Callable[[], Found[R]], number: int, results: int, hearing: Connection, telling: Connection) -> None:
    hearing.close()  # so that telling fails if the first process is gone
    gc.freeze()  # what was there before stays where it is, in memory that both processes share
    with (
        suppress(BaseException),
        open(results, "wb", closefd=False) as file,
    ):  # the first process misses a share, and does all itself
        for found in do():
            start = file.tell()
            pickle.dump(found, file, pickle.HIGHEST_PROTOCOL)
            file.flush()
            telling.send((number, start, file.tell()))  # so little that it is written at once, whoever else writes
