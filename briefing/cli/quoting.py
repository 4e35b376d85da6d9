"""``briefing quote``: words of the evidence as copy to paste; copy to standard output, everything else beside it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from difflib import get_close_matches
from pathlib import Path

import click

from briefing import press
from briefing.checks.cited import public_keys
from briefing.cli.showing import only_for_eyes
from briefing.cli.telling import Teller
from briefing.cli.vaulted import vault_place
from briefing.desk import DescribedRecord, Register, SourceRecord
from briefing.diagnostics.screen import visible
from briefing.verification.held import Held
from briefing.verification.looking_up import Excerpt, everything, look_nearest, look_up, struck
from briefing.verification.quoting import paste, unquotable
from briefing.verification.vault import open_vault

_MOST = 12
"""Places of the same words that are shown."""
_DESCRIBED = (
    "a described source: its very words may give it away; print them only as it was agreed (source.yml in the vault says how)"
)


def run(config: Path, vault: Path | None, key: str, words: str, *, exact: bool) -> bool:
    """Whether there was something to print."""
    place = vault_place(vault or press.known_vault(config.parent))
    register = _register(config, place)
    if register is None:
        return False
    record = _record(key.removeprefix("@"), register)
    if why := unquotable(record):
        raise click.ClickException(why)
    if isinstance(record, DescribedRecord):
        only_for_eyes("quote, of a described source,")
        _note(_DESCRIBED)
    opened = open_vault(place, register, (record.key,))[record.key]
    for unread in opened.kept.unread:
        _note(unread)
    for notice in opened.notices:
        _note(notice)
    if not opened.kept.held:
        return False
    excerpts = _wanted(words, opened.kept.held, exact=exact)
    _print(excerpts, record, register)
    return bool(excerpts)


def _register(config: Path, vault: Path) -> Register | None:
    """The register, whatever state the copy is in: it is being written."""
    teller = Teller(config, "text")
    project = press.read_project(config)
    composition = press.compose(project, (), datetime.now(UTC))
    faults = (*press.vault_findings(vault, project), *(composition.findings if composition.desk is None else ()))
    if faults or composition.desk is None:
        teller.findings(faults, project.texts)
        return None
    return composition.desk.register


def _record(key: str, register: Register) -> SourceRecord:
    if record := register.sources.get(key):
        return record
    if key in register.unread:
        raise click.ClickException("the register file of this source has faults: briefing check names them")
    near = get_close_matches(key, public_keys(register), n=1)
    raise click.UsageError(f"the register has no such source{f'; did you mean {near[0]}?' if near else ''}")


def _wanted(words: str, held: Sequence[Held], *, exact: bool) -> Sequence[Excerpt]:
    """What is asked for; where that is not there, what comes nearest, which is said."""
    if not words.strip():
        return tuple(everything(held))
    found = look_up(words, held, exact=exact)
    if len(found) > _MOST:
        _note(f"{len(found)} places, of which the first {_MOST} are shown; more words would tell them apart")
    elif len(found) > 1:
        _note(f"{len(found)} places; more words would tell them apart")
    if found:
        return found[:_MOST]
    if struck(words, held):
        _note("these words are deleted or hidden in the file: nobody was meant to read them there (V313)")
        return ()
    near = look_nearest(words, held)
    if near is None:
        _note("these words are not in the evidence, nor anything like them")
        return ()
    _note(f"these words are not in the evidence; this comes nearest ({near.alike} of {near.words} words)")
    return (near.excerpt,)


def _print(excerpts: Sequence[Excerpt], record: SourceRecord, register: Register) -> None:
    """An empty line between two; what is to be said of one stands before it."""
    noted: set[str] = set()
    for number, excerpt in enumerate(excerpts):
        one = paste(excerpt, record, register)
        for note in one.notes:
            if note not in noted:
                _note(note)
            noted.add(note)
        click.echo(("\n" if number else "") + one.copy)


def _note(words: str) -> None:
    click.echo(f"= {visible(words)}", err=True)
