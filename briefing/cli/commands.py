"""What ``briefing`` can do. Imports of the work itself wait until it is asked for, so that ``--help`` costs nothing."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import click

from briefing import __version__
from briefing.cli.email_commands import email as email_commands
from briefing.cli.failing import GuardedGroup, traceback_option

CLEAN, FOUND = 0, 1
"""Exit statuses; 2 is wrong usage (click's own), 3 a bug (``failing``)."""


class _Moment(click.ParamType):  # type: ignore[type-arg]  # generic only in newer versions of click
    """``2026-11-22T07:00``; without an offset it is meant in the publication's time zone."""

    name = "date and time"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """The moment; an editor's typing error is wrong usage."""
        try:
            return datetime.fromisoformat(value)
        except ValueError:
            self.fail("write it as 2026-11-22T07:00", param, ctx)


_config = click.option(
    "-f",
    "--config-file",
    "config",
    default="mkdocs.yml",
    show_default=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The settings of the publication.",
)
_folder = click.Path(file_okay=False, path_type=Path)
_strict = click.option("--strict", is_flag=True, help="Warnings count, too.")
_format = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
_vault = click.option(
    "--vault",
    type=_folder,
    help="Where the evidence is kept  [default: what BRIEFING_VAULT says, else what briefing vault init noted]",
)
_issue = click.option("--issue", type=int, help="The number of the issue, where several have a quotation of this id.")
_release = click.option("--release", is_flag=True, help="For readers: warnings count, and every quotation must be checked.")
_now = click.option("--now", type=_Moment(), help="Publish what is due at this moment instead of now.")


@click.group(cls=GuardedGroup, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(__version__, prog_name="briefing")
def commands() -> None:
    """Markdown issues in; website, feeds and email out, with every quotation accounted for."""


@commands.command()
@_config
@click.option("--site-dir", "site", type=_folder, help="Where the website goes  [default: as in the settings, else site]")
@click.option("--dist-dir", "dist", type=_folder, help="Where emails go  [default: as in the settings, else dist]")
@_now
@_strict
@_release
@_format
@traceback_option
def build(
    config: Path, site: Path | None, dist: Path | None, now: datetime | None, form: str, *, strict: bool, release: bool
) -> NoReturn:
    """Build the website, its feeds and the emails; write them only if everything is proven."""
    from briefing.cli.building import Request, run  # noqa: PLC0415  # MkDocs is imported only for a build

    request = Request(config.absolute(), site and site.absolute(), dist and dist.absolute(), now, form, strict, release)
    sys.exit(CLEAN if run(request) else FOUND)


@commands.command()
@_config
@_now
@_strict
@_release
@_format
@click.option("--email", is_flag=True, help="Hold every email to the preflight, too.")
@click.option("--since", metavar="REV", help="Tell only what this revision of the repository did not have already.")
@click.option(
    "--fix", is_flag=True, help="First mend straight marks, double spaces and spaces before closing marks; nothing else."
)
@traceback_option
def check(
    config: Path,
    now: datetime | None,
    form: str,
    since: str | None,
    *,
    strict: bool,
    release: bool,
    email: bool,
    fix: bool,
) -> NoReturn:
    """Check the copy and the register; write nothing, unless --fix asks for it."""
    from briefing.cli.checking import run  # noqa: PLC0415  # as above

    counts = {"strict": strict, "release": release, "email": email, "fix": fix}
    sys.exit(CLEAN if run(config.absolute(), now, form, since=since, **counts) else FOUND)


@commands.command()
@_config
@_vault
@click.option("--show", metavar="Q", help="Show the quotation Q beside its evidence, on a terminal only; write nothing.")
@_issue
@_format
@traceback_option
def verify(config: Path, vault: Path | None, show: str | None, issue: int | None, form: str) -> NoReturn:
    """Compare every quotation with the evidence in the vault, and write what came of it to sources/quotes.lock."""
    from briefing.cli import showing, verifying  # noqa: PLC0415  # as above

    if show is None:
        sys.exit(CLEAN if verifying.run(config.absolute(), vault, form) else FOUND)
    sys.exit(CLEAN if showing.run(config.absolute(), vault, show, issue) else FOUND)


@commands.command()
@click.argument("code")
@click.argument("quotation", metavar="Q")
@_config
@_vault
@_issue
@traceback_option
def accept(code: str, quotation: str, config: Path, vault: Path | None, issue: int | None) -> NoReturn:
    """Let a finding CODE on the quotation Q stand, after a look at it: it is noted in the vault and in the lock."""
    from briefing.cli.accepting import run  # noqa: PLC0415  # as above

    sys.exit(CLEAN if run(config.absolute(), vault, code, quotation, issue) else FOUND)


@commands.command()
@click.argument("key")
@click.argument("words", nargs=-1)
@_config
@_vault
@click.option("--exact", is_flag=True, help="Print these words alone, not the whole sentences they stand in.")
@traceback_option
def quote(key: str, words: tuple[str, ...], config: Path, vault: Path | None, *, exact: bool) -> NoReturn:
    """Print the sentences of the source KEY that WORDS stand in as copy to paste, curled and cited; without WORDS, all of it.

    “FIRST WORDS … LAST WORDS” prints all from the ones to the others.
    """
    from briefing.cli.quoting import run  # noqa: PLC0415  # as above

    sys.exit(CLEAN if run(config.absolute(), vault, key, " ".join(words), exact=exact) else FOUND)


@commands.command()
@_config
@click.option("--title", default="", help="The headline; the file is named after it.")
@click.option(
    "--date",
    "on",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="YYYY-MM-DD",
    help="When it comes out  [default: the next date of the cadence]",
)
@click.option("--dry-run", is_flag=True, help="Show the draft; write nothing.")
@click.option("--now", type=_Moment(), help="Count the next date from this moment instead of now.")
@traceback_option
def new(config: Path, title: str, on: datetime | None, now: datetime | None, *, dry_run: bool) -> NoReturn:
    """Begin the next issue: a draft with its number and its date."""
    from briefing.cli.drafting import Wanted, run  # noqa: PLC0415  # as above

    sys.exit(CLEAN if run(config.absolute(), Wanted(title, on and on.date(), now, dry_run)) else FOUND)


@commands.command()
@click.argument("code")
@traceback_option
def explain(code: str) -> None:
    """Say what a finding's CODE means, why it matters, and what to write instead."""
    from briefing.cli.explaining import run  # noqa: PLC0415  # as above

    run(code)


@commands.command()
@traceback_option
def plugins() -> NoReturn:
    """List every edition, check and other part that is installed, and where it comes from."""
    from briefing.cli.listing import run  # noqa: PLC0415  # as above

    sys.exit(CLEAN if run() else FOUND)


commands.add_command(email_commands)


def main() -> NoReturn:
    """Where the installed command begins."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")  # a terminal that lacks a letter is no reason to fail
    commands(prog_name="briefing")
    sys.exit(CLEAN)
