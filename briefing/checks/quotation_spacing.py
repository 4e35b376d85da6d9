"""Spaces inside quotation marks; they are printed as filed, so these are notes."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.desk import Desk
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.style import S101, S102

_BEFORE_CLOSING = re.compile(r'[ \u00a0]+(?=[”"]$)')
_DOUBLE = re.compile(r"(?<=\S)[ \u00a0]{2,}(?=[^\s”\"])")


class QuotationSpacing:
    """Finds a space before the closing mark, and two spaces where one would do."""

    name = "quotation-spacing"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """S101 and S102 at the spaces."""
        for draft in desk.drafts:
            for part in (part for quoted in draft.quotations for part in quoted.parts):
                filed = draft.text[part.span.start : part.span.end]
                if "  " not in filed and "\u00a0" not in filed and filed[-2:-1] != " ":
                    continue
                for code, pattern in ((S101, _BEFORE_CLOSING), (S102, _DOUBLE)):
                    for spaces in pattern.finditer(filed):
                        start = part.span.start + spaces.start()
                        yield code.at(
                            Span(draft.path, start, start + len(spaces[0])), help=("take it out, if the source does not have it",)
                        )
