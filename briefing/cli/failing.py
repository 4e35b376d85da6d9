"""What a person is told when the tool itself fails."""

from __future__ import annotations

import platform
import sys
import traceback
from importlib import metadata
from typing import Any

import click

from briefing import __version__

BUG = 3
_SHOW = "briefing.traceback"

traceback_option = click.option(
    "--traceback",
    is_flag=True,
    expose_value=False,
    callback=lambda ctx, _param, value: ctx.meta.__setitem__(_SHOW, value),
    help="Show where a bug in briefing happened; it may show copy.",
)


class GuardedCommand(click.Command):
    """A command whose unexpected exceptions are reported as what they are."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run it; findings and wrong usage are no exceptions here, so what is left is a bug or the machine's fault."""
        try:
            return super().invoke(ctx)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Exception as error:  # noqa: BLE001  # whatever it is, an editor must learn that it is not their fault
            if _of_somebody_else(error):
                click.echo(f"briefing: {error}", err=True)
                sys.exit(1)
            _report(error, show=bool(ctx.meta.get(_SHOW)))
            sys.exit(BUG)


def _of_somebody_else(error: Exception) -> bool:
    """Whether a plug-in or the machine failed, which the error's own message says."""
    from briefing.press import PluginFailedError  # noqa: PLC0415  # the press is imported only where it is used
    from briefing.verification.choosing import ReaderFailedError  # noqa: PLC0415  # as above
    from briefing.verification.evidence_lock import VaultError  # noqa: PLC0415  # as above

    return isinstance(error, (PluginFailedError, ReaderFailedError, VaultError, OSError))


class GuardedGroup(click.Group):
    """A group of such commands."""

    command_class = GuardedCommand


def _report(error: Exception, *, show: bool) -> None:
    """Say that it is a bug. The exception's own words are not shown unasked: they may quote copy into a log."""
    if show:
        click.echo("".join(traceback.format_exception(error)), err=True)
    frames = traceback.extract_tb(error.__traceback__)
    place = f"{frames[-1].name}, line {frames[-1].lineno}" if frames else "an unknown place"
    click.echo(
        f"briefing: this is a bug in briefing, not in your copy: {type(error).__name__} in {place}\n"
        f"  {_versions()}\n"
        "  please report these two lines and what you did as an issue of the project's repository, without any real copy\n"
        + ("" if show else "  --traceback shows where it happened"),
        err=True,
    )


def _versions() -> str:
    parts = ("mkdocs", "mkdocs-material", "markdown")
    installed = ", ".join(f"{part} {metadata.version(part)}" for part in parts if _is_installed(part))
    return f"briefing {__version__}, {installed}, Python {platform.python_version()}, {platform.system()}"


def _is_installed(distribution: str) -> bool:
    try:
        metadata.version(distribution)
    except metadata.PackageNotFoundError:
        return False
    return True
