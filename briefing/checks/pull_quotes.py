"""A pull-quote is short, and one piece of what was said."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.desk import Desk
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.quotations import Q107

MOST_WORDS = 30
_CUT = "…"


class PullQuotes:
    """Counts the words of pull-quotes and looks for cuts inside them; the scanner sees that they are whole words."""

    name = "pull-quotes"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """Q107 at the pull-quote."""
        for draft in desk.drafts:
            for pull in draft.pulls:
                count = len(pull.words.split())
                if _CUT in pull.words or "..." in pull.words:
                    yield Q107.at(
                        pull.span, "a pull-quote may not run across a cut", help=("pull the words on one side of the …",)
                    )
                if count > MOST_WORDS:
                    label = f"{count} words"
                    yield Q107.at(pull.span, f"a pull-quote has at most {MOST_WORDS} words", label=label, help=("mark fewer",))
