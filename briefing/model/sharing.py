"""How work that falls into independent parts may be done: by whoever calls, one part after the other, or by several processors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

T = TypeVar("T")
R = TypeVar("R")


class Share(Protocol):
    """``work`` on each of ``items``, in their order; it must depend on nothing but its argument and change nothing."""

    def __call__(self, work: Callable[[T], R], items: Sequence[T], /) -> list[R]:
        """What came of each item, in their order."""


def one_by_one(work: Callable[[T], R], items: Sequence[T], /) -> list[R]:
    """The plain way: no share at all."""
    return [work(item) for item in items]
