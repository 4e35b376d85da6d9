"""The person after ``by`` speaks in the source."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from briefing.checks.cited import cited_sources
from briefing.desk import Desk, PublicRecord
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.citations import C206


class UnknownSpeakers:
    """Looks the person after ``by`` up among the speakers and authors of the source."""

    name = "unknown-speakers"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """C206 at the key; a described source has no speakers to look among, and P411 refuses one there."""
        for _, item in cited_sources(desk):
            record = desk.register.sources.get(item.key)
            if not item.by or not isinstance(record, PublicRecord):
                continue
            voices = (*record.speakers, *record.authors)
            if item.by not in voices:
                nearest = get_close_matches(item.by, voices, n=1)
                label = f"did you mean by {nearest[0]}?" if nearest else f"{item.by} is neither a speaker nor an author of it"
                yield C206.at(
                    item.span, label=label, help=("name one of its speakers: or authors, or add the person to its register file",)
                )
