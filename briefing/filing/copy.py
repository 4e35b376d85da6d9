"""A filed text becomes the copy of an issue: not a word is changed, and what was decided on the way is said."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from briefing.filing.citing import FiledQuotation, cite
from briefing.filing.curling import curl
from briefing.filing.paragraphs import Filed, Shape, literal, paragraphs
from briefing.filing.subheads import folded, subheads

_FENCE = re.compile(r"(?:```|~~~)")
_BLOCK = re.compile(r"#|>|[-*+] |\d{1,9}[.)] |\||<|    |```|~~~|\[\^?[^\]]+\]:")
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<words>.*?)[ \t#]*$")
_FOLDED = re.compile(r"[ \t\u00a0]*\u00a0[ \t\u00a0]*|[ \t]{2,}")


@dataclass(frozen=True, slots=True)
class FiledCopy:
    """What became of it."""

    title: str
    """"" where the file has no headline."""
    body: str
    paragraphs: tuple[str, ...]
    """As they stand in the body, one by one."""
    quotations: tuple[FiledQuotation, ...]
    subheads: tuple[str, ...]
    decisions: tuple[str, ...]
    """In words, for the editor."""


def from_text(text: str, marked: Collection[str] = ()) -> FiledCopy:
    """Plain text; ``marked`` are the texts that the file it comes from sets as headings."""
    found = list(paragraphs(text))
    heads = subheads(found, frozenset(folded(one) for one in marked))
    title = folded(found[0].text) if found and 0 in heads else ""
    if title:
        found, heads = found[1:], frozenset(number - 1 for number in heads if number)
    spaces = _Spaces()
    written = [_written(spaces, one, head=number in heads) for number, one in enumerate(found)]
    running = [one.shape is Shape.TEXT and number not in heads for number, one in enumerate(found)]
    return _copied(title, written, running, spaces.decisions(text))


def from_markdown(text: str) -> FiledCopy:
    """Text that is Markdown already: its mark-up stays, a first headline of the first level becomes the title."""
    blocks = _blocks(text)
    head = _HEADING.match(blocks[0]) if blocks else None
    title = head["words"] if head and blocks[0].startswith("# ") and "\n" not in blocks[0] else ""
    blocks = blocks[1:] if title else blocks
    return _copied(title, blocks, [not _BLOCK.match(one) for one in blocks], [])


def _copied(title: str, blocks: Sequence[str], running: Sequence[bool], decisions: list[str]) -> FiledCopy:
    curled = [curl(one) if _FENCE.match(one) is None else None for one in blocks]
    texts = [one.text if one else block for one, block in zip(curled, blocks, strict=True)]
    cited = cite(texts, running)
    heads = tuple(match["words"] for one in cited.paragraphs if (match := _HEADING.match(one)))
    marks, left = sum(one.curled for one in curled if one), sum(one.left for one in curled if one)
    decisions = [
        *([f"title: {title}"] if title else []),
        *([f"{_some(len(heads), 'subhead')}: {' · '.join(heads)}"] if heads else ["no subheads found"]),
        *([f"{_some(marks, 'straight mark')} curled"] if marks else []),
        *([f"{_some(left, 'straight mark')} left as filed: a check says where"] if left else []),
        *decisions,
        _quotations(cited.quotations, cited.added),
        *([f"{_some(cited.unclosed, 'quotation')} never closed: left as filed"] if cited.unclosed else []),
    ]
    body = "\n\n".join(cited.paragraphs)
    return FiledCopy(curl(title).text, f"{body}\n" if body else "", cited.paragraphs, cited.quotations, heads, tuple(decisions))


def _quotations(found: Sequence[FiledQuotation], added: int) -> str:
    over = sum(1 for one in found if one.last > one.first)
    several = f", {over} of them over several paragraphs" if over else ""
    return f"{_some(len(found), 'quotation')}{several}; {_some(added, 'citation')} to fill in"


@dataclass(slots=True)
class _Spaces:
    """Folds spaces, and counts what it folds."""

    kept: int = 0
    folded: int = 0

    def fold(self, line: str) -> str:
        """No-break spaces beside another space, and runs of spaces, are one space; a no-break space by itself is kept."""
        return _FOLDED.sub(self._one, line)

    def _one(self, match: re.Match[str]) -> str:
        if match[0] == "\u00a0":
            self.kept += 1
            return match[0]
        self.folded += 1
        return " "

    def decisions(self, text: str) -> list[str]:
        """What was done with spaces."""
        ends = sum(1 for line in text.split("\n") if line.strip() and line != line.rstrip(" \t\u00a0"))
        return [
            *([f"{_some(ends, 'line')} with blanks at the end: taken off"] if ends else []),
            *([f"{_some(self.folded, 'run')} of several spaces folded into one"] if self.folded else []),
            *([f"{_some(self.kept, 'no-break space')} kept"] if self.kept else []),
        ]


def _written(spaces: _Spaces, one: Filed, *, head: bool) -> str:
    match one.shape:
        case Shape.DIVIDER:
            return one.text
        case Shape.LIST:
            return "\n".join(f"- {literal(spaces.fold(line))}" for line in one.lines)
        case Shape.TEXT if head:
            return f"## {literal(folded_line(spaces, one))}"
        case Shape.TEXT:
            return "\n".join(literal(spaces.fold(line)) for line in one.lines)


def folded_line(spaces: _Spaces, one: Filed) -> str:
    """A subhead stands on one line."""
    return spaces.fold(" ".join(one.lines))


def _blocks(text: str) -> list[str]:
    """Blocks parted by empty lines; what is fenced stays one block."""
    return list(_grouped(text.strip("\n").split("\n")))


def _grouped(lines: Sequence[str]) -> Iterator[str]:
    group: list[str] = []
    fence = ""
    for line in lines:
        if found := _FENCE.match(line.strip()):
            fence = "" if fence == found[0] else fence or found[0]
        if line.strip() or fence:
            group.append(line.rstrip() if not line.endswith("  ") else line)
        elif group:
            yield "\n".join(group)
            group = []
    if group:
        yield "\n".join(group)


def _some(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
