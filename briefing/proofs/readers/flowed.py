"""Text in ``format=flowed`` (RFC 3676) as the program that shows it unfolds it."""

from __future__ import annotations

from collections.abc import Iterator

SIGNATURE = "-- "
_MARKED = (">", " ")
"""How a line begins that is quoted or stuffed."""


def unflowed(text: str, *, delsp: bool = False) -> str:
    """The paragraphs, one a line, without quote marks (§4.5), stuffed spaces (§4.4) and soft breaks (§4.2)."""
    return "\n".join(_paragraphs(text, delsp=delsp))


def _paragraphs(text: str, *, delsp: bool) -> Iterator[str]:
    flowing, flowing_depth = "", 0
    for raw in text.replace("\r\n", "\n").split("\n"):
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
