"""``briefing plugins``: every part that was found, by group, and which distribution it comes from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib import metadata
from itertools import groupby

import click

_PREFIX = "briefing."


def run() -> bool:
    """Whether every part that was found can be loaded, and has a name of its own."""
    entries = sorted(_found(), key=lambda entry: (entry.group, entry.name, _origin(entry)))
    named = Counter((entry.group, entry.name) for entry in entries)
    faults = [_fault(entry, twice=named[entry.group, entry.name] > 1) for entry in entries]
    width = max((len(entry.name) for entry in entries), default=0)
    for group, members in groupby(zip(entries, faults, strict=True), key=lambda member: member[0].group):
        click.echo(group)
        for entry, fault in members:
            click.echo(f"  {entry.name:<{width}}  {_origin(entry)}{f': {fault}' if fault else ''}")
    return not any(faults)


def _found() -> Iterator[metadata.EntryPoint]:
    """Of two versions of a distribution the one that is used, whose groups nobody lists as such."""
    groups = {entry.group for distribution in metadata.distributions() for entry in distribution.entry_points}
    for group in groups:
        if group.startswith(_PREFIX):
            yield from metadata.entry_points(group=group)


def _origin(entry: metadata.EntryPoint) -> str:
    return f"{entry.dist.name} {entry.dist.version}" if entry.dist else "an unknown distribution"


def _fault(entry: metadata.EntryPoint, *, twice: bool) -> str:
    """Why the part cannot be used, or ""."""
    if twice:
        return "another part of this group has the same name"
    try:
        entry.load()()
    except Exception as error:  # noqa: BLE001 - whatever a plug-in raises is what its author wants to know
        return f"it cannot be loaded: {type(error).__name__}: {error}"
    return ""
