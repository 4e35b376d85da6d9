"""``briefing jigsaw``: every piece that was ever given away of one source, side by side."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from pathlib import Path

import click

from briefing.cli.showing import only_for_eyes
from briefing.cli.telling import Teller
from briefing.cli.vaulted import Vaulted, with_vault
from briefing.desk import DescribedRecord, Draft
from briefing.diagnostics.screen import visible
from briefing.press import known_vault, vault_findings
from briefing.verification.waivers import PRIVATE

_WIDTH = 100
_QUESTION = "Who, of those who could know all of this, fits every piece? The tool cannot tell; you may."


def run(config: Path, vault: Path | None, key: str) -> bool:
    """Whether there was anything to put together."""
    only_for_eyes("jigsaw")
    ready = with_vault(config, vault or known_vault(config.parent), Teller(config, "text"))
    if ready is None:
        return False
    if vault_findings(ready.vault, ready.project) or key not in ready.desk.register.sources:
        raise click.UsageError(f"the register has no source {key}")
    for line in _lines(ready, key):
        click.echo(visible(line) if line else "")
    return True


def _lines(ready: Vaulted, key: str) -> Iterator[str]:
    record = ready.desk.register.sources[key]
    words = record.describe if isinstance(record, DescribedRecord) else "named in print"
    yield f"{key}: {words}"
    private = ready.vault / key / PRIVATE
    if private.is_file():
        yield ""
        yield "What the vault says"
        yield from (f"  {line}" for line in private.read_text(encoding="utf-8").splitlines() if line.strip())
    pieces = [(draft, piece) for draft in _by_date(ready) for piece in _pieces(draft, key)]
    yield ""
    yield f"What readers were told, in {len({draft.path for draft, _ in pieces})} issues, {len(pieces)} times"
    for draft, piece in pieces:
        front = draft.front_matter
        yield ""
        yield f"  {front.dated:%Y-%m-%d}, issue {front.issue}: {front.title} ({draft.path})"
        yield from textwrap.wrap(piece, _WIDTH, initial_indent="    ", subsequent_indent="    ")
    yield ""
    yield _QUESTION


def _by_date(ready: Vaulted) -> list[Draft]:
    return sorted(ready.desk.drafts, key=lambda draft: draft.front_matter.dated)


def _pieces(draft: Draft, key: str) -> Iterator[str]:
    """The paragraphs that cite it, as filed; a paragraph that cites it twice is one piece."""
    spans = [citation.span for citation in draft.citations if any(item.key == key for item in citation.items)]
    bounds = ((draft.text.rfind("\n\n", 0, span.start), draft.text.find("\n\n", span.end)) for span in spans)
    for start, end in dict.fromkeys(bounds):
        yield " ".join(draft.text[max(start, 0) : None if end == -1 else end].split())
