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
    with ExitStack() as stack:
        taking = _turns(count)
        stack.callback(os.close, taking)

        def do() -> Found[R]:
            return ((share, [work(item) for item in shares[share]]) for share in _taken(taking))

        helpers = [_start(do, stack) for _ in range(processes - 1)]
        found = dict(do())
        for helper in helpers:
            found.update(helper.found())
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
class _Fork(Generic[R]):
    """A process of its own, seen from the first one."""

    done: Connection
    """How many shares it did, as soon as it finds none any more."""
    results: int
    """A file in memory, so that they are there when they are asked for: a pipe holds but 64 KB, and both would wait for it."""

    def found(self) -> dict[int, list[R]]:
        """What it found; raises ``EOFError`` where it failed."""
        shares = self.done.recv()
        os.lseek(self.results, 0, os.SEEK_SET)
        with open(self.results, "rb", closefd=False) as results:
            return dict(pickle.load(results) for _ in range(shares))  # noqa: S301 - of a process of our own


def _start(do: Callable[[], Found[R]], stack: ExitStack) -> _Fork[R]:
    """A process that ends with ``stack`` at the latest."""
    fork = get_context("fork")
    results = os.memfd_create("results")
    stack.callback(os.close, results)
    done, telling = fork.Pipe(duplex=False)
    stack.callback(done.close)
    with telling:
        helper = fork.Process(target=_help, args=(do, results, done, telling), daemon=True)
        helper.start()
    stack.callback(helper.join)
    stack.callback(helper.kill)
    return _Fork(done, results)


def _help(do: Callable[[], Found[R]], results: int, done: Connection, telling: Connection) -> None:
    done.close()  # so that telling fails, and does not wait for ever, if the first process is gone
    gc.freeze()  # what was there before stays where it is, in memory that both processes share
    with suppress(BaseException):  # the first process sees that nothing came, and finds out why itself
        shares = 0
        with open(results, "wb", closefd=False) as file:
            for found in do():
                pickle.dump(found, file, pickle.HIGHEST_PROTOCOL)
                shares += 1
        telling.send(shares)
