"""``briefing email``: what there is to do with the emails of a build. Imports of the work itself wait, as in ``commands``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from briefing.cli.failing import GuardedGroup, traceback_option

CLEAN, FOUND = 0, 1
_file = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group(cls=GuardedGroup)
def email() -> None:
    """What mail programs support, and whether a message arrived as it was built."""


@email.command()
@click.option("--all", "everything", is_flag=True, help="Features that every program supports in full, too.")
@traceback_option
def support(*, everything: bool) -> NoReturn:
    """Print what sixteen mail programs make of everything our emails use, and why each loss is harmless."""
    from briefing.cli.email_support import run  # noqa: PLC0415  # as above

    sys.exit(CLEAN if run(everything=everything) else FOUND)


@email.command()
@click.argument("received", metavar="FILE.EML", type=_file)
@click.option("--against", "built", type=_file, required=True, help="The email.eml of the build that was sent.")
@traceback_option
def verify(received: Path, built: Path) -> NoReturn:
    """Compare a message as it was received with the one that was built: words, links and headers."""
    from briefing.cli.email_verifying import run  # noqa: PLC0415  # as above

    sys.exit(CLEAN if run(received, built) else FOUND)
