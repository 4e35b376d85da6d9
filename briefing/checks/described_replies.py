"""The reply ledger ties no described source to a name."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.desk import DescribedRecord, Desk
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.protection import P413


class DescribedReplies:
    """Finds a criticised party whose reply is said to be a described source."""

    name = "described-replies"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """P413 at the reply."""
        for draft in desk.drafts:
            for reply in draft.front_matter.replies:
                if isinstance(desk.register.sources.get(reply.source), DescribedRecord):
                    yield P413.at(reply.span, help=("register the reply as a source of its own, open or named",))
