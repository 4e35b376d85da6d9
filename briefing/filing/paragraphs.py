"""A filed text cut into paragraphs, and written so that Markdown reads the same words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum


class Shape(Enum):
    """What a paragraph of plain text is."""

    TEXT = "text"
    LIST = "list"
    DIVIDER = "divider"


@dataclass(frozen=True, slots=True)
class Filed:
    """One paragraph as filed: its lines without blanks at their ends."""

    lines: tuple[str, ...]
    shape: Shape = Shape.TEXT

    @property
    def text(self) -> str:
        """Its lines, joined by line feeds."""
        return "\n".join(self.lines)


_BLANK = " \t\u00a0"
_BULLET = re.compile(r"(?:[-*•·▪])[ \t\u00a0]+(?=\S)")
_RULE = re.compile(r"(?:[-*_#~=][ \t]?){3,}")
_ESCAPED = re.compile(
    r"[\\`*|]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underscore inside a word means nothing
    r"|={2,}|~{2,}"
    r"|!?\[(?=[@^])|\](?=[(\[]|[ ]+\()|\)(?=\[)|\^(?=\[)|\[(?=[ xX]\])"
    r"|<(?=[A-Za-z/!?])"
    r"|&(?=#?\w+;)"
    r"|\{(?=[ ]?[:.#])"
)
_BEGINS = re.compile(r"^([#>+~:-]|!(?=!!)|\?(?=\?\?)|\[(?=[^\]]*\]:))|^(\d{1,9})([.)])(?=\s)")


def paragraphs(text: str) -> tuple[Filed, ...]:
    """The paragraphs: parted by empty lines, or, where there is none, a line each."""
    lines = [line.strip(_BLANK) for line in text.replace("\f", "\n\n").split("\n")]
    while lines and not lines[-1]:
        lines.pop()
    parted = "" in lines
    groups: list[list[str]] = [[]]
    for line in lines:
        if not line or not parted:
            groups.append([])
        if line:
            groups[-1].append(line)
    return tuple(_shaped(tuple(group)) for group in groups if group)


def _shaped(lines: tuple[str, ...]) -> Filed:
    if len(lines) == 1 and _RULE.fullmatch(lines[0]):
        return Filed(("---",), Shape.DIVIDER)
    if all(_BULLET.match(line) for line in lines):
        return Filed(tuple(_BULLET.sub("", line, count=1) for line in lines), Shape.LIST)
    return Filed(lines)


def literal(line: str) -> str:
    """A line of plain text in Markdown: what would be read as mark-up is escaped, nothing else is touched."""
    escaped = _ESCAPED.sub(lambda match: "".join(f"\\{character}" for character in match[0]), line)
    return _BEGINS.sub(lambda match: f"\\{match[1]}" if match[1] else f"{match[2]}\\{match[3]}", escaped)
