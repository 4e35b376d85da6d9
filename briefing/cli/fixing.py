"""``briefing check --fix``: marks and spaces that can be set better without a word being touched, and nothing else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from briefing import press
from briefing.cli.telling import Teller, shown
from briefing.desk import Desk
from briefing.reading.typography import Mending, double_spaces, mended, spaces_before_closing, straight_marks

_BOM = "\ufeff"


def run(config: Path, now: datetime, teller: Teller) -> None:
    """Mend every issue of the project, and say what was mended where."""
    project = press.read_project(config)
    desk = press.compose(project, (), now).desk
    for draft in desk.drafts if desk else ():
        if draft.front_matter.imported:
            continue
        kinds = list(_mendings(draft.text, printed=draft.front_matter.issue in _out(desk)))
        mendings = [one for _, found in kinds for one in found]
        if mendings and _write(config.parent / draft.path, draft.text, mended(draft.text, mendings)):
            what = ", ".join(f"{len(found)} {noun}{'' if len(found) == 1 else 's'}" for noun, found in kinds if found)
            teller.say(f"{shown(config.parent / draft.path)}: mended {what}")


def _mendings(text: str, *, printed: bool) -> Iterator[tuple[str, list[Mending]]]:
    """A space before a closing mark parts two words as they are printed, so in an issue that is out it stays."""
    yield "straight mark", list(straight_marks(text))
    yield "double space", list(double_spaces(text))
    if not printed:
        yield "space before a closing mark", list(spaces_before_closing(text))


def _out(desk: Desk | None) -> frozenset[int]:
    return frozenset(desk.issued) if desk else frozenset()


def _write(place: Path, old: str, new: str) -> bool:
    """Replace the file in its own line ends, unless it changed since it was read or mixes them."""
    filed = place.read_bytes().decode("utf-8")
    end = "\r\n" if "\r\n" in filed else "\n"
    if filed.removeprefix(_BOM) != old.replace("\n", end):
        click.echo(f"{shown(place)}: left as it is, for its line ends are mixed", err=True)
        return False
    whole = place.with_name(f".{place.name}.new")
    whole.write_bytes(((_BOM if filed.startswith(_BOM) else "") + new.replace("\n", end)).encode("utf-8"))
    whole.replace(place)
    return True
