"""The reply ledger: what came back from those an issue criticises, as it may be printed."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.clearance.credits import credit
from briefing.desk import Draft, PublicRecord, Register
from briefing.model import Reply

_WORDS = {"declined": "declined to comment", "no-reply": "did not reply"}


def replies(draft: Draft, register: Register) -> tuple[Reply, ...]:
    """One a party that the register knows and that was asked; why somebody was not is the editor's note, and is not printed."""
    return tuple(_replies(draft, register))


def _replies(draft: Draft, register: Register) -> Iterator[Reply]:
    for reply in draft.front_matter.replies:
        party, record = register.people.get(reply.party), register.sources.get(reply.source)
        if party is None:
            continue
        if isinstance(record, PublicRecord):
            text, source = f"replied: {credit(record, register, draft.front_matter.dated.date())}", record.key
        else:
            text, source = _WORDS.get(reply.outcome, ""), ""
        if text:
            yield Reply(party.name, party.id if party.index else "", text, source)
