"""``briefing email support``: the matrix of features and programs, and the reviewed list."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime

import click

from briefing.diagnostics.rendering import render_text
from briefing.press.clients import load_clients
from briefing.proofs.clients import CLIENTS, ClientData
from briefing.proofs.preflight.support import limits, unknown, used_features

OLDEST = 366
"""Days after which the data should be looked up again."""

_MARKS = {"y": "●", "a": "◐", "n": "○", "u": "?"}


def run(*, everything: bool) -> bool:
    """Whether every limit is reviewed."""
    reading = load_clients()
    if reading.value is None:
        click.echo(render_text(reading.findings, {}))
        return False
    click.echo("\n".join(_matrix(reading.value, everything=everything)))
    click.echo("\n".join(_reviewed(reading.value)))
    if (age := (datetime.now(UTC).date() - reading.value.updated).days) > OLDEST:
        click.echo(f"\nThe data are {age} days old: update mkdocs-briefing, or run make caniemail in its checkout.")
    return not unknown(reading.value) and all(limit.reason for limit in limits(reading.value))


def _matrix(data: ClientData, *, everything: bool) -> Iterator[str]:
    used = [slug for slug in used_features() if slug in data.features]
    width = max(map(len, used))
    yield f"caniemail, {data.updated.isoformat()} (MIT licence): ● supported, ◐ partly, ○ not, ? never tested"
    for number, client in enumerate(CLIENTS):
        yield f"{' ' * width}  {'│ ' * number}┌ {client}"
    hidden = 0
    for slug in used:
        marks = [_MARKS[support.status] for support in data.features[slug].support]
        if not everything and set(marks) == {_MARKS["y"]}:
            hidden += 1
            continue
        yield f"{slug:<{width}}  {' '.join(marks)}"
    if hidden:
        yield f"and {hidden} features that all of them support in full (--all)"


def _reviewed(data: ClientData) -> Iterator[str]:
    """Each limit once, with the reason why it does no harm."""
    found: dict[tuple[str, str], list[str]] = {}
    for limit in limits(data):
        found.setdefault((limit.feature, limit.reason), []).append(limit.client)
    yield "\nReviewed:"
    for (feature, reason), clients in found.items():
        yield f"  {feature}: {reason or 'NOT REVIEWED'} ({len(clients)} of {len(CLIENTS)} programs)"
