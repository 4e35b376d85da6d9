"""What ``briefing`` can do to keep secret what is to stay secret. Imports of the work wait, as in ``commands``."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NoReturn

import click

from briefing.cli.commands import CLEAN, FOUND, commands
from briefing.cli.commands import _config as config_option
from briefing.cli.commands import _format as format_option
from briefing.cli.commands import _vault as vault_option
from briefing.cli.failing import GuardedGroup, traceback_option


@commands.command()
@config_option
@vault_option
@click.option("--staged", is_flag=True, help="Look at what the next commit would hold, and at nothing else.")
@click.option("--commits", metavar="RANGE", default="", help="Look at every commit of a range, as in origin/main..HEAD.")
@click.option("--show", is_flag=True, help="Say which string stands where; on a terminal only.")
@format_option
@traceback_option
def scan(config: Path, vault: Path | None, commits: str, form: str, *, staged: bool, show: bool) -> NoReturn:
    """Look for names, addresses and numbers of confidential sources in copy, outputs and commits; they are not printed."""
    from briefing.cli.scanning import Wanted, run  # noqa: PLC0415  # imported only where it is used

    sys.exit(CLEAN if run(config.absolute(), vault, Wanted(staged, commits, show, form)) else FOUND)


@commands.command()
@click.argument("key")
@config_option
@vault_option
@traceback_option
def jigsaw(key: str, config: Path, vault: Path | None) -> NoReturn:
    """Put together everything ever said of the source KEY, as somebody would who wants to find out who it is; on a terminal only."""
    from briefing.cli.puzzling import run  # noqa: PLC0415  # as above

    sys.exit(CLEAN if run(config.absolute(), vault, key) else FOUND)


@commands.group(cls=GuardedGroup)
def vault() -> None:
    """Make the vault, and note in it what nobody may print."""


@vault.command("init")
@click.argument("place", metavar="PATH", type=click.Path(file_okay=False, path_type=Path))
@config_option
@traceback_option
def init(place: Path, config: Path) -> NoReturn:
    """Make a vault at PATH, outside the project, and remember it for this user: BRIEFING_VAULT need not be set."""
    from briefing.cli.vaulting import make  # noqa: PLC0415  # as above

    sys.exit(CLEAN if make(config.absolute(), place) else FOUND)


@vault.command("edit")
@click.argument("key")
@config_option
@vault_option
@traceback_option
def edit(key: str, config: Path, vault: Path | None) -> NoReturn:
    """Open in your editor what the vault keeps of the source KEY (sealed/NAME for one that is nowhere else), and check it."""
    from briefing.cli.vaulting import edit as run  # noqa: PLC0415  # as above

    sys.exit(CLEAN if run(config.absolute(), vault, key) else FOUND)
