"""What ``briefing`` can do for an editor's day: bring copy in, see how things stand. Imports of the work wait, as in ``commands``."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import NoReturn

import click

from briefing.cli.commands import CLEAN, FOUND, commands
from briefing.cli.commands import _config as config_option
from briefing.cli.commands import _Moment as Moment
from briefing.cli.failing import traceback_option


@commands.command("import")
@click.argument("filed", metavar="FILE", type=click.Path(exists=True, path_type=Path))
@config_option
@click.option("--title", default="", help="The headline  [default: the text's own, if it has one]")
@click.option(
    "--date",
    "on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="When it comes out  [default: the next date of the cadence]",
)
@click.option("--dry-run", is_flag=True, help="Show the draft; write nothing.")
@click.option("--now", type=Moment(), help="Count the next date from this moment instead of now.")
@traceback_option
def import_(filed: Path, config: Path, title: str, on: datetime | None, now: datetime | None, *, dry_run: bool) -> NoReturn:
    """Make a draft of a filed text, or issues of an archive; nothing is overwritten.

    FILE is a filed text (.txt, .docx, .html, .md): not a word is changed, and every quotation gets a citation to fill in. Or it is an
    archive: an export of Ghost (.json) or WordPress (.xml), or the folder of a Jekyll or Pelican site; --title and --date are not for it.
    """
    from briefing.cli import archiving, importing  # noqa: PLC0415  # imported only where it is used
    from briefing.cli.drafting import Wanted  # noqa: PLC0415  # as above

    if archiving.is_archive(filed):
        sys.exit(CLEAN if archiving.run(config.absolute(), filed, now, dry_run=dry_run) else FOUND)
    sys.exit(CLEAN if importing.run(config.absolute(), filed, Wanted(title, on and on.date(), now, dry_run)) else FOUND)


@commands.command()
@click.argument("what", metavar="WHAT", type=click.Choice(["markdown", "issues", "csl", "schemas"]))
@config_option
@click.option(
    "--to",
    type=click.Path(path_type=Path),
    help="Where it goes  [default: markdown.zip, issues.json, sources.csl.json, schemas/]",
)
@click.option("--force", is_flag=True, help="Replace what is there.")
@click.option("--now", type=Moment(), help="Export what is published at this moment instead of now.")
@traceback_option
def export(config: Path, what: str, to: Path | None, now: datetime | None, *, force: bool) -> NoReturn:
    """Write published issues as a zip of Markdown or as data, the register as CSL-JSON for completing keys, or the JSON Schemas.

    WHAT is markdown, issues, csl or schemas.
    """
    from briefing.cli.exporting import run  # noqa: PLC0415  # as above

    sys.exit(CLEAN if run(config.absolute(), what, to, now, force=force) else FOUND)


@commands.command()
@config_option
@click.option("--now", type=Moment(), help="How things stand at this moment instead of now.")
@traceback_option
def status(config: Path, now: datetime | None) -> NoReturn:
    """Say how things stand: what is due, drafts, embargoes, unchecked quotations, missing replies, the next date."""
    from briefing.cli.status import run  # noqa: PLC0415  # as above

    sys.exit(CLEAN if run(config.absolute(), now) else FOUND)


@commands.command()
@config_option
@traceback_option
def doctor(config: Path) -> NoReturn:
    """Look whether this machine and this project are set up, and say what to do where they are not."""
    from briefing.cli.doctor import run  # noqa: PLC0415  # as above

    sys.exit(CLEAN if run(config.absolute()) else FOUND)


@commands.command()
@config_option
@click.option("--port", type=click.IntRange(1, 65535), default=8010, show_default=True, help="Where on this machine.")
@click.option("--embargoed", is_flag=True, help="Show embargoed issues, too.")
@click.option("--now", type=Moment(), help="How things stand at this moment instead of now.")
@traceback_option
def serve(config: Path, port: int, now: datetime | None, *, embargoed: bool) -> NoReturn:
    """Show issues and drafts on this machine as readers, subscribers and the checks will see them, while they are written."""
    from briefing.cli.serving import run  # noqa: PLC0415  # as above

    sys.exit(CLEAN if run(config.absolute(), port, now, embargoed=embargoed) else FOUND)
