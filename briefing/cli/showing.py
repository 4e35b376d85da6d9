"""``briefing verify --show``: a quotation beside its evidence, on a terminal and nowhere else."""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import replace
from difflib import get_close_matches
from pathlib import Path

import click

from briefing.cli.telling import Teller
from briefing.cli.vaulted import LIMIT, Vaulted, with_vault
from briefing.desk import Draft, DraftQuotation
from briefing.diagnostics.screen import visible
from briefing.verification.beside import Passage, passages
from briefing.verification.checking import Checked
from briefing.verification.comparing import Stretch
from briefing.verification.verifying import examine

_WIDEST = 100
_LABEL = 11
_OURS, _THEIRS, _END = "\x01", "\x02", "\x03"
"""Mark words in text that is still to be wrapped; nothing that is shown can hold them."""
_SIGNS = {_OURS: ("{+", "+}", "32"), _THEIRS: ("[-", "-]", "31")}


def run(config: Path, vault: Path | None, quotation: str, issue: int | None) -> bool:
    """Whether the words are in the evidence; what is shown goes to the eyes of whoever sits there."""
    only_for_eyes("--show")
    teller = Teller(config, "text")
    ready = with_vault(config, vault, teller)
    if ready is None:
        return False
    draft, wanted = _wanted(ready, quotation, issue)
    teller.progress("reading the evidence")
    examined = examine(ready.desk, ready.vault, draft, wanted)
    teller.progress("")
    if examined is None:
        raise click.UsageError(f"{quotation} cites no source of the register")
    one, kept = examined
    colour = not os.environ.get("NO_COLOR")
    for line in _lines(one, passages(one, kept), colour=colour):
        click.echo(line, color=colour)
    teller.findings(replace(one, described=False).findings(), ready.project.texts)
    teller.say(LIMIT)
    return not one.judgement.verdict.failed


def only_for_eyes(what: str) -> None:
    """Refuse to show evidence where it could end in a log or a file."""
    if os.environ.get("CI") or not sys.stdout.isatty():
        raise click.UsageError(f"{what} shows what the vault keeps: it goes to a terminal only, never to a file, a log or CI")


def _wanted(ready: Vaulted, quotation: str, issue: int | None) -> tuple[Draft, DraftQuotation]:
    """The one quotation with that id."""
    drafts = [draft for draft in ready.desk.drafts if issue in {None, draft.front_matter.issue}]
    found = [(draft, one) for draft in drafts for one in draft.quotations if one.id == quotation]
    if len(found) > 1:
        numbers = ", ".join(str(draft.front_matter.issue) for draft, _ in found)
        raise click.UsageError(f"several issues have {quotation}: say which with --issue ({numbers})")
    if not found:
        near = get_close_matches(quotation, [one.id for draft in drafts for one in draft.quotations], n=1, cutoff=0.7)
        hint = f"did you mean {near[0]}?" if near else "sources/quotes.lock has the ids of all that were verified, under q"
        raise click.UsageError(f"no quotation is {quotation} now; {hint}")
    return found[0]


def _lines(one: Checked, shown: Iterable[Passage], *, colour: bool) -> Iterator[str]:
    flags = (flag.value for flag in one.judgement.flags)
    source = "a described source" if one.described else one.source
    yield " · ".join((one.quotation.id, one.judgement.verdict.value, *flags, source))
    marked = False
    for passage in shown:
        yield ""
        place = ", ".join(visible(part) for part in (passage.file, passage.place, passage.author) if part)
        yield from _part("file", place if not one.described else "its notes", colour=colour)
        yield from _part("issue", _marked(passage.ours, _OURS), colour=colour)
        yield from _part("evidence", _marked(passage.theirs, _THEIRS), colour=colour)
        yield from _part("before it", f"… {visible(passage.before)}" if passage.before else "(nothing)", colour=colour)
        yield from _part("behind it", f"{visible(passage.behind)} …" if passage.behind else "(nothing)", colour=colour)
        marked = marked or any(stretch.alone for stretch in (*passage.ours, *passage.theirs))
    yield ""
    if marked:
        yield "{+only in the issue+}  [-only in the evidence-]"


def _marked(stretches: Iterable[Stretch], sign: str) -> str:
    def shown(stretch: Stretch) -> str:
        words = visible(re.sub(r"\s+", " ", stretch.text))
        return f"{sign}{words}{_END}" if stretch.alone else words

    return "".join(map(shown, stretches))


def _part(label: str, text: str, *, colour: bool) -> Iterator[str]:
    """A label and its text beside it, wrapped to the terminal."""
    width = min(shutil.get_terminal_size().columns, _WIDEST) - 1
    blank = " " * (_LABEL + 3)
    lines = textwrap.wrap(text, max(width, 40), initial_indent=f"  {label:<{_LABEL}} ", subsequent_indent=blank)
    yield _signed("\n".join(lines), colour=colour)


def _signed(text: str, *, colour: bool) -> str:
    """Differences in signs, and in colour too where that is wanted: colour alone would not do for everybody."""

    def signed(match: re.Match[str]) -> str:
        opening, closing, style = _SIGNS[match[1]]
        words = f"{opening}{match[2]}{closing}"
        return re.sub(r"[^\n]+", lambda line: f"\x1b[{style}m{line[0]}\x1b[0m", words) if colour else words

    return re.sub(rf"([{_OURS}{_THEIRS}])([^{_END}]*){_END}", signed, text)
