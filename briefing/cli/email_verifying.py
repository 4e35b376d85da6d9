"""``briefing email verify``: a message as received against the one that was built."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.press.received import UnreadableError, compared


def run(received: Path, built: Path) -> bool:
    """Whether it arrived as it was built, but for what providers do."""
    try:
        found = tuple(compared(received.read_bytes(), built.read_bytes()))
    except UnreadableError as error:
        click.echo(f"this is no message that can be compared: {error}")
        return False
    for difference in sorted(found, key=lambda one: not one.matters):
        click.echo(f"{'DIFFERS ' if difference.matters else 'provider'}  {difference.what}")
    same = not any(difference.matters for difference in found)
    click.echo("the words, links and headers are those that were built" if same else "it is not the message that was built")
    return same
