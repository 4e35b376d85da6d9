"""Characters that mark a copy, so that whoever passed it on can be found (a canary trap)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.desk import Desk
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.protection import P408
from briefing.reading.characters import unusual

_INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u2060-\u2064\ufeff"
_LATIN_LOOKALIKES = "АВЕКМНОРСТУХасеорухѕіјһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
"""Cyrillic and Greek letters that look like Latin ones; not µ, α and others that science writes beside Latin letters."""
_EMOJI = "\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
_MARKS = re.compile(
    rf"(?<=[{_EMOJI}])\u200d(?=[{_EMOJI}])"  # part of one emoji, not a mark
    rf"|(?P<invisible>[{_INVISIBLE}]+)"
    rf"|(?P<lookalike>(?<=[A-Za-z])[{_LATIN_LOOKALIKES}]|[{_LATIN_LOOKALIKES}](?=[A-Za-z]))"
)
_SUSPECT = re.compile(f"[{_INVISIBLE}{_LATIN_LOOKALIKES}]")
"""Every mark holds one: a copy without any, as nearly all are, need not be looked through for marks."""
_LABELS = {"invisible": "an invisible character here", "lookalike": "a letter of another alphabet here"}


class CopyMarks:
    """Finds what the scanner lets pass because it prints well: joiners, direction marks, lookalike letters."""

    name = "copy-marks"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """P408 at each run of them."""
        for draft in desk.drafts:
            if _SUSPECT.search(unusual(draft.text)) is None:
                continue
            for mark in _MARKS.finditer(draft.text):
                if mark.lastgroup is not None:
                    span = Span(draft.path, mark.start(), mark.end())
                    yield P408.at(span, label=_LABELS[mark.lastgroup], help=("type the word again; better, put it in your own",))
