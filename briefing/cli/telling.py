"""Findings, progress and summary, each to where it belongs: what a program may read to standard output, the rest beside it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from briefing.diagnostics import Diagnostic
from briefing.diagnostics.rendering import Format, render


class Teller:
    """Speaks to one person, or one program, about one project."""

    def __init__(self, config: Path, form: str) -> None:
        self._form = Format(form)
        self._folder = _from_here(config.parent)

    def findings(self, findings: Iterable[Diagnostic], texts: Mapping[str, str]) -> None:
        """Print findings in the form that was asked for."""
        colour = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
        text = render(findings, texts, self._form, folder=self._folder, colour=colour)
        if text:
            click.echo(text, nl=self._form is Format.TEXT, color=colour or None)

    def say(self, line: str) -> None:
        """A line for people: beside the findings, where those are for a program."""
        click.echo(line, err=self._form is not Format.TEXT)

    def progress(self, step: str) -> None:
        """What is done now, on a terminal only; the next step overwrites it."""
        if sys.stderr.isatty():
            click.echo(f"\r\x1b[K{step} …" if step else "\r\x1b[K", nl=False, err=True)


def shown(path: Path) -> str:
    """A path as a person would type it from where they stand: relative, if it lies below."""
    relative = Path(os.path.relpath(path))
    return (path if ".." in relative.parts else relative).as_posix()


def _from_here(folder: Path) -> str:
    here = shown(folder)
    return "" if here == "." else f"{here}/"
