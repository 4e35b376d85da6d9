"""Citations by their grammar: ``[@board-paper, p. 14; @port-hearing by orla-venn]``."""

from __future__ import annotations

import re

from briefing.desk import CitedSource, DraftCitation
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.citations import C203
from briefing.reading.layout import Run

_KEY = r"[a-z0-9][a-z0-9-]{1,47}"
_WHERE = r"pp?\. ?\d+(?:[-–]\d+)?|paras? ?\d+(?:[-–]\d+)?|lines? ?\d+(?:[-–]\d+)?|Q\d+|\d{1,2}:\d{2}(?::\d{2})?"
_ITEM = re.compile(rf"\s*(@({_KEY}))(?:,\s*({_WHERE}))?(?:\s+by\s+({_KEY}))?\s*$")
GRAMMAR = "write [@key], [@key, p. 3] or [@key by person]; several are joined by semicolons"


def read_citation(path: str, run: Run, start: int, end: int) -> DraftCitation | Diagnostic:
    """The citation whose brackets stand at ``start`` and ``end - 1`` of the run, or why it is none."""
    items = []
    at = start + 1
    for piece in run.text[start + 1 : end - 1].split(";"):
        match = _ITEM.match(piece)
        if match is None:
            return _unreadable(path, run, at, at + len(piece))
        key, where, by = match.group(2), match.group(3) or "", match.group(4) or ""
        items.append(CitedSource(key, run.span(path, at + match.start(1), at + match.end(1)), where, by))
        at += len(piece) + 1
    return DraftCitation(tuple(items), run.span(path, start, end))


def _unreadable(path: str, run: Run, start: int, end: int) -> Diagnostic:
    piece = run.text[start:end]
    help_ = GRAMMAR
    if re.match(r"\s*@[^\s,;]*[A-Z_][^\s,;]*", piece):
        help_ = "keys are lower-case letters, digits and hyphens"
    lead = len(piece) - len(piece.lstrip())
    return C203.at(run.span(path, start + lead, max(end, start + lead + 1)), label="cannot be read", help=[help_])
