"""Work shared out to several processes: the same results, in the same order, and the same exceptions."""

from __future__ import annotations

import os
import select
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path

import pytest

from briefing.press.spreading import processes_for, spread

forks = pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="work is shared out on Linux only")


@pytest.fixture(autouse=True)
def _by_itself() -> None:
    """Work is shared out only where no other thread runs, and a server of an earlier test may still be taking leave of its readers."""
    until = time.monotonic() + 40
    while threading.active_count() > 1 and time.monotonic() < until:
        time.sleep(0.05)


@pytest.mark.parametrize("processes", [1, 2, 3, 7])
@pytest.mark.parametrize("size", [0, 1, 2, 5, 64, 200])
def test_results_come_back_in_order_however_many_processes_there_are(processes: int, size: int) -> None:
    assert spread(lambda number: number * number, range(size), processes) == [number * number for number in range(size)]


@forks
def test_every_process_does_what_it_finds_time_for() -> None:
    def work(_: int) -> int:
        time.sleep(0.02)
        return os.getpid()

    assert len(set(spread(work, range(9), 3))) == 3


@pytest.mark.parametrize("processes", [1, 2, 3])
def test_the_exception_is_that_of_the_first_item_that_fails(processes: int) -> None:
    def work(number: int) -> int:
        if number in {3, 4, 5}:
            raise LookupError(f"item {number}")
        return number

    with pytest.raises(LookupError, match="item 3"):
        spread(work, range(8), processes)


@forks
def test_what_a_process_that_dies_had_to_do_is_done_here() -> None:
    first = os.getpid()

    def work(number: int) -> int:
        if os.getpid() != first:
            os.kill(os.getpid(), signal.SIGKILL)
        time.sleep(0.02)
        return number

    assert spread(work, range(5), 2) == [0, 1, 2, 3, 4]


@forks
def test_results_that_cannot_be_handed_over_are_found_here() -> None:
    def work(number: int) -> Callable[[], int]:
        time.sleep(0.02)
        return lambda: number

    assert [result() for result in spread(work, range(4), 2)] == [0, 1, 2, 3]


@forks
@pytest.mark.parametrize("processes", [2, 4])
def test_no_process_and_no_pipe_is_left_whatever_happens(processes: int) -> None:
    first, before = os.getpid(), set(Path("/proc/self/fd").iterdir())

    def work(number: int) -> None:
        if os.getpid() != first:
            time.sleep(3600)
        raise LookupError(number)

    assert len(spread(lambda number: b"x" * 200_000 * number, range(8), processes)) == 8
    with pytest.raises(LookupError):
        spread(work, range(8), processes)
    assert set(Path("/proc/self/fd").iterdir()) == before
    assert not active_children()


@forks
def test_a_process_whose_first_one_is_killed_ends_too() -> None:
    """It would otherwise wait for ever to say what it found."""
    running, held = os.pipe()
    if not (first := os.fork()):
        first = os.getpid()

        def work(_: int) -> bytes:
            time.sleep(0.02)
            if os.getpid() == first:
                os.kill(first, signal.SIGKILL)
            return b"x" * 1_000_000

        spread(work, range(30), 3)
        os._exit(1)
    os.close(held)
    os.waitpid(first, 0)
    ended, _, _ = select.select([running], [], [], 10)  # readable at its end: when no process holds the other end any more
    os.close(running)
    assert ended


def test_nothing_forks_beside_another_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert set(spread(lambda _: os.getpid(), range(4), 2)) == {os.getpid()}


@forks
def test_a_small_archive_is_not_worth_a_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(64)))
    assert (processes_for(7), processes_for(1_000)) == (1, 8)
