"""``briefing import``: a filed text becomes a draft; not a word is changed, nothing is overwritten, and what was decided is said."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

import click

from briefing import press
from briefing.cli.drafting import Wanted, draft_text, next_issue, write_new
from briefing.cli.telling import Teller, shown
from briefing.desk import Desk
from briefing.diagnostics import Severity, worst
from briefing.diagnostics.screen import visible
from briefing.filing.attributing import candidates, speaker
from briefing.filing.copy import FiledCopy, from_markdown, from_text
from briefing.model.dates import day_in_words
from briefing.reading.front_matter_block import body_start
from briefing.verification.decoding import decoded
from briefing.verification.evidence import Evidence, Standing, UnreadableError
from briefing.verification.readers import HtmlReader, WordReader, web_headings, word_headings

_SHOWN = 60
_LARGEST = 64 * 2**20


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as copy, and what its reader has to say."""

    copy: FiledCopy
    notices: tuple[str, ...] = ()


def run(config: Path, filed: Path, wanted: Wanted) -> bool:
    """Whether the draft was written, or in a dry run would have been."""
    settings = press.read_config(config)
    if worst(settings.findings) is Severity.ERROR:
        Teller(config, "text").findings(settings.findings, settings.texts)
        return False
    project = press.read_project(config)
    desk = press.compose(project, (), wanted.now or datetime.now(UTC)).desk
    if desk is None or project.folders is None:
        raise RuntimeError("settings without an error have a desk and folders")
    read = _read(filed)
    new = next_issue(desk, project, replace(wanted, title=wanted.title or read.copy.title))
    slug = new.slug if new.title else _slug(filed.stem) or new.slug
    place = project.folders.drafts / replace(new, slug=slug).file_name
    _refuse_second(place, (_slug(new.title) if new.title else "") or slug)
    text = f"{draft_text(new, desk.settings)}{read.copy.body}"
    click.echo(f"{shown(place)}: issue {new.number}, {new.on:%A}, {day_in_words(new.on)}")
    for line in _report(read, text, desk):
        click.echo(f"  {visible(line)}")
    if wanted.dry_run:
        click.echo(f"\n{text}\nnothing was written")
    else:
        write_new(place, text)
        click.echo("next: briefing check says what is to be filled in; the file itself was not touched")
    return True


def _refuse_second(place: Path, slug: str) -> None:
    """Nothing is overwritten, and a text that was imported before, under another date perhaps, is not imported again."""
    for there in sorted({place, *place.parent.glob(f"[0-9]*-{slug}.md")}):
        if there.exists():
            raise click.UsageError(f"{shown(there)} is there already: nothing was written")


def _slug(stem: str) -> str:
    """A file's name in letters that an address can have."""
    return "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", stem.lower())))[:_SHOWN].strip("-")


def _report(read: _Read, text: str, desk: Desk) -> Iterator[str]:
    yield from read.notices
    yield from read.copy.decisions
    lines = _lines(text, read.copy)
    for number, quotation in enumerate(read.copy.quotations, 1):
        named = " ".join(f"@{key}" for key in candidates(quotation, read.copy.paragraphs, desk.register))
        said = speaker(quotation, read.copy.paragraphs)
        guess = ", ".join(part for part in (f"{said}?" if said else "", named) if part) or "nobody is named beside it"
        words = " ".join(quotation.words.split())
        yield f"  {number}. line {lines[quotation.first]}: {words[:_SHOWN]}{'…' if len(words) > _SHOWN else ''}  → {guess}"


def _lines(text: str, copy: FiledCopy) -> Mapping[int, int]:
    """On which line of the new file each paragraph begins."""
    found: dict[int, int] = {}
    at = len(text) - len(copy.body)
    for number, paragraph in enumerate(copy.paragraphs):
        at = text.index(paragraph, at)
        found[number] = text.count("\n", 0, at) + 1
        at += len(paragraph)
    return found


def _read(filed: Path) -> _Read:
    """The file by its kind; one that nothing can be read from is wrong usage."""
    reader = _READERS.get(filed.suffix.lower())
    if reader is None:
        raise click.UsageError(f"{visible(filed.name)}: a filed text is one of {', '.join(sorted(_READERS))}")
    if filed.stat().st_size > _LARGEST:
        raise click.UsageError(f"{visible(filed.name)} is too large for a text")
    try:
        return reader(filed.read_bytes())
    except UnreadableError as error:
        raise click.UsageError(f"{visible(filed.name)}: {error.reason}; {error.hint}") from error


def _plain(content: bytes) -> _Read:
    text = decoded(content)
    return _Read(from_text(text.text), (text.notice,) if text.notice else ())


def _markdown(content: bytes) -> _Read:
    text = decoded(content)
    begins = body_start(text.text)
    left = ("its front matter was left out: briefing check knows other keys",) if begins else ()
    return _Read(from_markdown(text.text[begins:]), (*left, *((text.notice,) if text.notice else ())))


def _word(content: bytes) -> _Read:
    return _extracted(WordReader().read(content), word_headings(content))


def _web(content: bytes) -> _Read:
    return _extracted(HtmlReader().read(content), web_headings(content))


def _extracted(evidence: Evidence, headings: tuple[str, ...]) -> _Read:
    """What stands in the file for a reader; what was struck, deleted, commented or hidden is left out, and that is said."""
    text = "".join(one.text for one in evidence.segments if one.standing is Standing.PLAIN)
    left = sum(1 for one in evidence.segments if one.standing is not Standing.PLAIN and one.text.strip())
    notice = f"{left} struck, hidden or commented {'passage' if left == 1 else 'passages'} left out" if left else ""
    looks = "links, emphasis and pictures are not brought over: the words are"
    return _Read(from_text(text, headings), tuple(filter(None, (*evidence.notices, notice, looks))))


_READERS: Mapping[str, Callable[[bytes], _Read]] = {
    ".txt": _plain,
    ".text": _plain,
    ".md": _markdown,
    ".markdown": _markdown,
    ".docx": _word,
    ".html": _web,
    ".htm": _web,
}
