"""What ``briefing`` can do once an issue is out: correct it, take it back, note that it was sent. Imports wait, as in ``commands``."""

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

_day = click.DateTime(["%Y-%m-%d"])
_now = click.option("--now", type=Moment(), help="Count as today the day of this moment.")


@commands.command()
@click.argument("issue")
@config_option
@click.option(
    "--kind",
    type=click.Choice(["correction", "clarification", "apology", "update", "typo"]),
    help="What it is; a typo changes nothing for readers, and is shown to nobody.",
)
@click.option("--text", help="What was wrong, in a sentence for readers; with it, nothing is asked.")
@click.option("--was", help="What the issue said; never where the error exposed a source.")
@click.option("--is", "says", help="What it says now.")
@click.option("--major/--minor", default=None, help="Above the text, or below it.")
@click.option("--affects", default="", metavar="Q", help="The id of the quotation that was wrong.")
@click.option("--on", type=_day, metavar="YYYY-MM-DD", help="The day of the correction  [default: today]")
@_now
@traceback_option
def correct(
    issue: str,
    config: Path,
    *,
    kind: str | None,
    text: str | None,
    was: str | None,
    says: str | None,
    major: bool | None,
    affects: str,
    on: datetime | None,
    now: datetime | None,
) -> NoReturn:
    """Say what was wrong in ISSUE (its number, slug or file): the entry is written into its front matter."""
    from briefing.cli.correcting import Said, correct  # noqa: PLC0415  # imported only where it is used

    said = Said(kind, text, was, says, major, affects, on and on.date())
    sys.exit(CLEAN if correct(config.absolute(), issue, said, now) else FOUND)


@commands.command()
@click.argument("issue")
@config_option
@click.option("--why", help="Why, in a sentence for readers  [default: it is asked]")
@click.option("--on", type=_day, metavar="YYYY-MM-DD", help="The day of the recall  [default: today]")
@_now
@traceback_option
def recall(issue: str, config: Path, why: str | None, on: datetime | None, now: datetime | None) -> NoReturn:
    """Take ISSUE back: a notice stands in its place, in the feeds and in the next email."""
    from briefing.cli.correcting import recall  # noqa: PLC0415  # as above

    sys.exit(CLEAN if recall(config.absolute(), issue, why, on and on.date(), now) else FOUND)


@commands.command()
@click.argument("issue")
@config_option
@click.option("--on", type=_day, metavar="YYYY-MM-DD", help="The day it went out  [default: today]")
@_now
@traceback_option
def mark_sent(issue: str, config: Path, on: datetime | None, now: datetime | None) -> NoReturn:
    """Note that the email of ISSUE went out, and with it the corrections that it carried."""
    from briefing.cli.sending import mark_sent  # noqa: PLC0415  # as above

    sys.exit(CLEAN if mark_sent(config.absolute(), issue, on and on.date(), now) else FOUND)
