"""Words of the code as Markdown: what would be taken for markup is escaped, names of things stay names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

MADE = "<!-- Made from the code by `make docs`: change it there. -->"

_CODE = re.compile(r"``([^`]+)``|`([^`]+)`")
_MARKUP = re.compile(r"([\\<>*_\[\]|])")


def prose(words: str) -> str:
    """Text with its names of things in backticks."""
    pieces: list[str] = []
    at = 0
    for name in _CODE.finditer(words):
        pieces += [_MARKUP.sub(r"\\\1", words[at : name.start()]), f"`{name[1] or name[2]}`"]
        at = name.end()
    return "".join((*pieces, _MARKUP.sub(r"\\\1", words[at:])))


def fenced(text: str) -> str:
    """Text as it stands; the fence is longer than any run of backticks in it."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall(r"`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; cells hold Markdown already."""
    lines = (header, ["---"] * len(header), *rows)
    return "\n".join(f"| {' | '.join(cell.replace(chr(10), ' ') for cell in line)} |" for line in lines)


def page(*parts: str) -> str:
    """Paragraphs, tables and headings, an empty line between two."""
    return "\n\n".join((MADE, *parts)) + "\n"
