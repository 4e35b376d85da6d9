"""Text in ``format=flowed`` (RFC 3676) as the program that shows it unfolds it."""

from __future__ import annotations

from collections.abc import Iterator

SIGNATURE = "-- "
_MARKED = (">", " ")
"""How a line begins that is quoted or stuffed."""


def unflowed(text: str, *, delsp: bool = False) -> str:
    """The paragraphs, one a line, without quote marks (§4.5), stuffed spaces (§4.4) and soft breaks (§4.2)."""
    lines = text.replace("\r\n", "\n")
    unquoted = _unquoted(lines, "" if delsp else " ")
    return "\n".join(paragraphs(lines, delsp=delsp)) if unquoted is None else unquoted


def _unquoted(lines: str, soft: str) -> str | None:
    """The same of a text without quote marks and signature, which takes no line to be looked at by itself; None for any other."""
    text = f"\n{lines}\n"
    if "\n>" in text or "-- \n" in text or text.endswith(" \n"):
        return None
    return text.replace("\n ", "\n").replace(" \n", soft)[1:-1]


def paragraphs(text: str, *, delsp: bool) -> Iterator[str]:
    """Each of any text, found a line at a time."""
    flowing, flowing_depth = "", 0
    for raw in text.split("\n"):
        depth, line = _without_quoting(raw) if raw[:1] in _MARKED else (0, raw)
        if flowing and depth != flowing_depth:  # §4.5: a paragraph ends where the depth of quoting changes
            yield flowing
            flowing = ""
        if line.endswith(" ") and line != SIGNATURE:
            flowing, flowing_depth = flowing + (line[:-1] if delsp else line), depth
        else:
            yield flowing + line
            flowing = ""
    if flowing:
        yield flowing


def _without_quoting(line: str) -> tuple[int, str]:
    content = line.lstrip(">")
    return len(line) - len(content), content.removeprefix(" ")
