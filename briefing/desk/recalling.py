"""An issue that was taken back: nothing is left of it but its headline, its day, and a notice that says when and why."""

from __future__ import annotations

from dataclasses import replace

from briefing.desk.draft import Draft, DraftCorrection
from briefing.diagnostics import Span
from briefing.model.dates import day_in_words

RECALL = "recall"
"""The kind of correction that a recall is shown as."""


def without_what_was_recalled(draft: Draft) -> Draft:
    """The draft as it is read where nobody took it back; else one without copy, for no edition can then show any of it."""
    front = draft.front_matter
    if front.recalled_on is None:
        return draft
    span = front.spans.get("recalled", Span(draft.path))
    notice = DraftCorrection(front.recalled_on, RECALL, span, "major", front.recalled_why, sent_in=front.recalled_sent_in)
    emptied = replace(
        front,
        description=f"This issue was recalled on {day_in_words(front.recalled_on)}.",
        kicker="",
        email_subject="",
        email_send=False,
        replies=(),
        corrections=(notice,),
    )
    return replace(
        draft, front_matter=emptied, body=(), quotations=(), citations=(), pulls=(), footnotes=(), headed=(), assets=()
    )
