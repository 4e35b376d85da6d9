"""Where the front matter of an issue begins and ends.

As MkDocs and Pandoc have it: a line ``---`` at the very beginning, closed by a line ``---`` or ``...``.
"""

from __future__ import annotations

import re

from briefing.diagnostics import Reading, Span
from briefing.diagnostics.codes.front_matter import F301, F302, F303
from briefing.reading.yaml_faults import YamlText

_OPENING = re.compile(r"\ufeff?---[ \t]*(?:\r\n?|\n)")
_CLOSING = re.compile(r"[\r\n](---|\.\.\.)[ \t]*(?:\r\n?|\n|\Z)")
_LATE_OPENING = re.compile(r"\ufeff?\s+---[ \t]*(?:\r\n?|\n)")


def body_start(text: str) -> int:
    """The offset of the first character after the front matter's closing line; 0 if there is none."""
    opening = _OPENING.match(text)
    closing = _closing(text, opening) if opening else None
    return closing.end() if closing else 0


def _closing(text: str, opening: re.Match[str]) -> re.Match[str] | None:
    """The closing line, with the line end before it."""
    return _CLOSING.search(text, opening.end() - 1)


def front_matter_block(path: str, text: str) -> Reading[YamlText]:
    """The YAML between the two lines."""
    opening = _OPENING.match(text)
    if opening is None:
        late = _LATE_OPENING.match(text)
        if late is not None:
            place = late.end() - len(late[0].lstrip("\ufeff \t\r\n"))
            return Reading(None, (F302.at(Span(path, 0, place), help=(F302.instead,)),))
        return Reading(None, (F301.at(Span(path), help=(F301.instead,)),))
    closing = _closing(text, opening)
    if closing is None:
        line = Span(path, opening.start(), opening.start() + len(opening[0].rstrip()))
        return Reading(None, (F303.at(line, label="opened here", help=(F303.instead,)),))
    return Reading(YamlText(path, text[opening.end() : closing.start(1)], opening.end()))
