"""Every span in double marks has a source."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checks.cited import public_keys
from briefing.desk import Desk, Draft, DraftQuotation
from briefing.diagnostics import Diagnostic, Severity
from briefing.diagnostics.codes.citations import C202

LEAST_FOR_AN_ERROR = 4
"""Shorter spans are often a term or a name, so they only warn."""
MOST_SUGGESTED = 2

_WORD = re.compile(r"\w[^\s…—]*")


class UnsourcedQuotations:
    """Finds quotations that no citation covers; those listed in ``not-quotations`` are not read as any."""

    name = "unsourced-quotations"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """C202 at the quotation, from its first mark to its last."""
        citable = frozenset(public_keys(desk.register))
        for draft in desk.drafts:
            if draft.front_matter.imported:
                continue
            yield from (
                _finding(draft, quoted, citable)
                for quoted in draft.quotations
                if quoted.citation is None and quoted.closed and not quoted.miscited
            )


def _finding(draft: Draft, quoted: DraftQuotation, citable: frozenset[str]) -> Diagnostic:
    count = len(_WORD.findall(quoted.words))
    nearby = _cited_nearby(draft, quoted, citable)
    return C202.at(
        quoted.span,
        label=f"{count} word{'' if count == 1 else 's'} in quotation marks, no citation after them",
        help=("add [@key] at the end of the sentence" + (f"; cited nearby: {', '.join(nearby)}" if nearby else ""),),
        notes=("not a quotation? add it to not-quotations: in the front matter",),
        severity=Severity.ERROR if count >= LEAST_FOR_AN_ERROR else Severity.WARNING,
    )


def _cited_nearby(draft: Draft, quoted: DraftQuotation, citable: frozenset[str]) -> list[str]:
    """The nearest keys, in the order of the copy; only such as a finding may mention."""
    items = (item for citation in draft.citations for item in citation.items if item.key in citable)
    places = sorted(items, key=lambda item: abs(item.span.start - quoted.span.end))
    nearest = tuple(dict.fromkeys(item.key for item in places))[:MOST_SUGGESTED]
    in_order = (item.key for citation in draft.citations for item in citation.items)
    return list(dict.fromkeys(key for key in in_order if key in nearest))
