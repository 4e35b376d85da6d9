"""Which corrections the email of an issue carries: a mail cannot be called back, so the next one must say what was wrong in the last."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence

from briefing.desk import Desk, Draft, DraftCorrection

_NOT_SHOWN = "typo"


def carried(desk: Desk) -> Mapping[int, tuple[tuple[Draft, DraftCorrection], ...]]:
    """By the number of the issue that carries them, the entries of earlier issues, with the draft each is of."""
    drafts = sorted(desk.published, key=lambda draft: (draft.front_matter.dated, draft.front_matter.issue))
    mailed = [draft for draft in drafts if draft.front_matter.email_send and not draft.front_matter.imported]
    unsent = [draft for draft in mailed if not _has_gone_out(draft.front_matter.issue, desk)]
    had_by_email = {draft.path for draft in mailed}
    found: dict[int, list[tuple[Draft, DraftCorrection]]] = {}
    for draft in drafts:
        if draft.path not in had_by_email and draft.front_matter.recalled_on is None:
            continue  # nobody had it by email
        for entry in draft.front_matter.corrections:
            number = _carrier(draft, entry, unsent)
            if entry.kind != _NOT_SHOWN and number is not None and number != draft.front_matter.issue:
                found.setdefault(number, []).append((draft, entry))
    return {number: tuple(entries) for number, entries in found.items()}


def _carrier(draft: Draft, entry: DraftCorrection, unsent: Sequence[Draft]) -> int | None:
    """The number of the issue whose email has the entry: the one it went out with, else the next that has not gone out.

    An issue of the day of the correction may have gone out in the morning, so the next is one of a later day.
    """
    if entry.sent_in.isdecimal():
        return int(entry.sent_in)
    last = max(entry.on, draft.front_matter.dated.date())
    later = bisect_right(unsent, last, key=lambda one: one.front_matter.dated.date())
    return unsent[later].front_matter.issue if later < len(unsent) else None


def _has_gone_out(number: int, desk: Desk) -> bool:
    issued = desk.issued.get(number)
    return issued is not None and issued.sent is not None
