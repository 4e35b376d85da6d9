"""House style: an abbreviation is explained where it is first used."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.desk import Desk, Draft
from briefing.diagnostics import Code, Diagnostic, Severity, Span

DIGEST101 = Code(
    id="DIGEST101",
    severity=Severity.WARNING,
    title="this abbreviation is not explained",
    what="Looks at the first use of each run of three to six capitals in our own words; quotations are left as they were said.",
    why="Readers outside the trade stop at it.",
    example="The PTC has not replied.",
    instead="The Pilots’ Training Council (PTC) has not replied.",
)

_ABBREVIATION = re.compile(r"(?<![\w/.@#-])[A-Z]{3,6}\b")
KNOWN = frozenset({"BBC", "NATO", "NHS", "USA"})
"""Better known than what they stand for."""


class UnexplainedAbbreviations:
    """Finds abbreviations that stand in the copy before they are explained in brackets: ``Pilots’ Training Council (PTC)``."""

    name = "unexplained-abbreviations"
    codes = (DIGEST101,)

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """DIGEST101 at the first use of each."""
        for draft in desk.drafts:
            seen = set(KNOWN)
            for found in _ABBREVIATION.finditer(draft.text, _body_start(draft)):
                span = Span(draft.path, found.start(), found.end())
                if found[0] in seen or _is_quoted(draft, span):
                    continue
                seen.add(found[0])
                if not draft.text[: found.start()].endswith("("):
                    yield DIGEST101.at(span, help=(f"write it out, and add ({found[0]}) if it comes again",))


def _body_start(draft: Draft) -> int:
    """Where the front matter ends."""
    end = draft.text.find("\n---", 3)
    return max(end, 0)


def _is_quoted(draft: Draft, span: Span) -> bool:
    parts = (part.span for quotation in draft.quotations for part in quotation.parts)
    return any(part.start <= span.start and span.end <= part.end for part in parts)
