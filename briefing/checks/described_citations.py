"""A citation says no more of a described source than was agreed."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.cited import cited_sources
from briefing.desk import DescribedRecord, Desk
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.protection import P411


class DescribedCitations:
    """Finds a place in the source, or a speaker, after the key of a described source."""

    name = "described-citations"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """P411 at the key."""
        for _, item in cited_sources(desk):
            if (item.where or item.by) and isinstance(desk.register.sources.get(item.key), DescribedRecord):
                yield P411.at(item.span, help=("cite the key alone",))
