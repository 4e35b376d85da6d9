"""Editions, checks and proofs, found by entry points: ours come through the same door as everyone's.

What they return is collected, never wrapped, and no order matters: they are sorted by name, and so is what they find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import metadata
from itertools import pairwise
from typing import Any, Generic, TypeVar

from briefing.desk import Check
from briefing.model import Edition, Provider
from briefing.proofs import Proof, Reader

T_co = TypeVar("T_co", covariant=True)

OURS = "mkdocs-briefing"

Finder = Callable[[str], Iterable[metadata.EntryPoint]]


class PluginFailedError(Exception):
    """A plug-in of somebody else's is broken; the message names it and its distribution."""


@dataclass(frozen=True, slots=True)
class Plugin(Generic[T_co]):
    """One part, and where it comes from."""

    part: T_co
    group: str
    name: str
    """Of the entry point."""
    distribution: str

    @property
    def described(self) -> str:
        """For messages: ``“web” (briefing.editions) of mkdocs-briefing``."""
        return f"“{self.name}” ({self.group}) of {self.distribution}"


def installed(group: str) -> Iterable[metadata.EntryPoint]:
    """The entry points of a group in this environment."""
    return metadata.entry_points(group=group)


def installed_once() -> Finder:
    """The same for one build: the environment is read only now, whatever group is asked for."""
    every = metadata.entry_points()
    return lambda group: every.select(group=group)


def find_checks(finder: Finder = installed) -> tuple[Plugin[Check], ...]:
    """Every check that is installed."""
    return _load(finder, "briefing.checks")


def find_editions(finder: Finder = installed) -> tuple[Plugin[Edition], ...]:
    """Every edition that is installed."""
    return _load(finder, "briefing.editions")


def find_providers(finder: Finder = installed) -> tuple[Plugin[Provider], ...]:
    """Every mail provider that is installed."""
    return _load(finder, "briefing.providers")


def find_proofs(finder: Finder = installed) -> tuple[Plugin[Proof], ...]:
    """Every proof that is installed."""
    return _load(finder, "briefing.proofs")


def find_readers(finder: Finder = installed) -> tuple[Plugin[Reader], ...]:
    """Every reader of finished files, ours first: of two for one media type the last counts."""
    readers = _load(finder, "briefing.readers")
    return tuple(sorted(readers, key=lambda reader: (reader.distribution != OURS, reader.name)))


@contextmanager
def blaming(plugin: Plugin[object]) -> Iterator[None]:
    """An exception of somebody else's plug-in becomes an error that names it; one of ours is a bug and stays what it is."""
    try:
        yield
    except Exception as error:
        if plugin.distribution == OURS:
            raise
        raise PluginFailedError(f"the plug-in {plugin.described} failed: {type(error).__name__}: {error}") from error


def _load(finder: Finder, group: str) -> tuple[Plugin[Any], ...]:
    plugins = sorted((_plugin(entry, group) for entry in finder(group)), key=lambda one: (one.name, one.distribution))
    for one, other in pairwise(plugins):
        if one.name == other.name:
            raise PluginFailedError(f"two plug-ins have one name: {one.described} and {other.described}")
    return tuple(plugins)


def _plugin(entry: metadata.EntryPoint, group: str) -> Plugin[Any]:
    distribution = entry.dist.name if entry.dist else "an unknown distribution"
    with blaming(Plugin(None, group, entry.name, distribution)):
        return Plugin(entry.load()(), group, entry.name, distribution)
