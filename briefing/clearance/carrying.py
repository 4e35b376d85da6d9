"""Which corrections the email of an issue carries: a mail cannot be called back, so the next one must say what was wrong in the last."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.desk import Desk, Draft, DraftCorrection

_NOT_SHOWN = "typo"


def carried(desk: Desk) -> Mapping[int, tuple[tuple[Draft, DraftCorrection], ...]]:
    """By the number of the issue that carries them, the entries of earlier issues, with the draft each is of."""
    drafts = sorted(desk.published, key=lambda draft: (draft.front_matter.dated, draft.front_matter.issue))
    mailed = [draft for draft in drafts if draft.front_matter.email_send and not draft.front_matter.imported]
    found: dict[int, tuple[tuple[Draft, DraftCorrection], ...]] = {}
    for draft in drafts:
        if draft not in mailed and draft.front_matter.recalled_on is None:
            continue  # nobody had it by email
        for entry in draft.front_matter.corrections:
            number = carrier(draft, entry, mailed, desk)
            if entry.kind != _NOT_SHOWN and number is not None and number != draft.front_matter.issue:
                found[number] = (*found.get(number, ()), (draft, entry))
    return found


def carrier(draft: Draft, entry: DraftCorrection, mailed: Sequence[Draft], desk: Desk) -> int | None:
    """The number of the issue whose email has the entry: the one it went out with, else the next that has not gone out.

    An issue of the day of the correction may have gone out in the morning, so the next is one of a later day.
    """
    if entry.sent_in.isdecimal():
        return int(entry.sent_in)
    later = (one for one in mailed if one.front_matter.dated.date() > max(entry.on, draft.front_matter.dated.date()))
    numbers = (one.front_matter.issue for one in later)
    return next((number for number in numbers if not _has_gone_out(number, desk)), None)


def _has_gone_out(number: int, desk: Desk) -> bool:
    issued = desk.issued.get(number)
    return issued is not None and issued.sent is not None
