"""Locks as ``briefing verify`` would write them, for tests that are about what a build makes of one."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.clearance.feed_id import feed_id
from briefing.desk import Desk
from briefing.reading.quotes_lock import Record, words_digest, write_lock
from briefing.testing import desk
from briefing.testing.desks import split

LOCK = "sources/quotes.lock"


def locked(
    copy: str | Mapping[str, str], *verdicts: str, accepted: tuple[str, ...] = (), flags: tuple[str, ...] = ()
) -> dict[str, str]:
    """The files with a lock that holds a verdict for each quotation, in order; of too few, the last one counts for the rest."""
    files = split(copy) if isinstance(copy, str) else dict(copy)
    return {**files, LOCK: write_lock(records(desk(files), *verdicts, accepted=accepted, flags=flags))}


def records(read: Desk, *verdicts: str, accepted: tuple[str, ...] = (), flags: tuple[str, ...] = ()) -> tuple[Record, ...]:
    """A record for each quotation on the desk that cites a source."""
    wanted = list(verdicts or ("VERBATIM",))
    made = []
    for draft in read.drafts:
        front = draft.front_matter
        issue = feed_id(read.settings.publication.url, front.dated.date(), front.issue)
        for quotation in draft.quotations:
            if citation := draft.citation_of(quotation):
                verdict = wanted.pop(0) if len(wanted) > 1 else wanted[0]
                key = citation.items[0].key
                made.append(Record(issue, key, quotation.id, words_digest(quotation), verdict, accepted, flags=flags))
    return tuple(made)
