"""A correction is dated after its issue, and not in the future."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.desk import Desk
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.rights import R504
from briefing.model.dates import day_in_words

_HELP = ("give the day the correction was made",)


class CorrectionDates:
    """Compares the day of every correction with the issue's and with today's."""

    name = "correction-dates"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """R504 at the correction."""
        today = desk.now.astimezone(desk.settings.publication.timezone).date()
        for draft in desk.drafts:
            issued = draft.front_matter.dated.date()
            for entry in draft.front_matter.corrections:
                if entry.on < issued:
                    yield R504.at(entry.span, label=f"the issue is of {day_in_words(issued)}", help=_HELP)
                elif entry.on > today:
                    yield R504.at(entry.span, label=f"today is {day_in_words(today)}", help=_HELP)
