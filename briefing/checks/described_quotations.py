"""A described source is quoted only where that was agreed."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.cited import covered_quotations
from briefing.clearance.levels import may_be_quoted
from briefing.desk import DescribedRecord, Desk
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.protection import P407


class DescribedQuotations:
    """Finds double marks over the words of a described source without ``direct-quote: agreed``."""

    name = "described-quotations"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """P407 at the quotation, also where another source is cited with it: whose words they are is then open."""
        sources = desk.register.sources.items()
        unquotable = {key for key, record in sources if isinstance(record, DescribedRecord) and not may_be_quoted(record)}
        for _, quoted, citation in covered_quotations(desk.drafts):
            if not unquotable.isdisjoint([item.key for item in citation.items]):
                yield P407.at(
                    quoted.span,
                    help=(
                        "say it in your own words, without marks",
                        "or, if the source agreed to be quoted, set direct-quote: agreed in its register file",
                        "or, if the words are another source's, cite the described source after a sentence of its own",
                    ),
                )
