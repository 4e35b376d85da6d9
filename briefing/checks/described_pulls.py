"""Words of a described source are not shown as a pull-quote."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.cited import described_records
from briefing.clearance.levels import may_be_pulled
from briefing.desk import Desk, Draft, DraftCitation, DraftPull
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.protection import P414


class DescribedPulls:
    """Finds pull-quotes inside quotations that cite a described source."""

    name = "described-pulls"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """P414 at the pull-quote."""
        for draft in desk.drafts:
            for pull in draft.pulls:
                if not all(may_be_pulled(record) for record in described_records(_citation(draft, pull), desk.register)):
                    yield P414.at(pull.span, help=("take the == away",))


def _citation(draft: Draft, pull: DraftPull) -> DraftCitation | None:
    return None if pull.quotation is None else draft.citation_of(draft.quotations[pull.quotation])
