"""What the lock says of every quotation on the desk, so that a build needs no vault."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.clearance.feed_id import issue_id
from briefing.desk import VERDICTS, Checked, Desk, Draft, Unchecked
from briefing.reading.quotes_lock import Covered, Record, covering


def checked_quotations(desk: Desk, records: Iterable[Record]) -> dict[str, tuple[Checked | Unchecked, ...]]:
    """By each draft's path, for its quotations in order, the record about these very words, if there is one."""
    by_issue: dict[str, list[Record]] = {}
    for record in records:
        by_issue.setdefault(record.issue, []).append(record)
    drafts = ((draft, issue_id(draft, desk)) for draft in desk.drafts)
    return {draft.path: _checked_of(draft, issue, by_issue.get(issue, ())) for draft, issue in drafts}


def _checked_of(draft: Draft, issue: str, records: Iterable[Record]) -> tuple[Checked | Unchecked, ...]:
    cited = [
        (number, item.key) for number, keys in enumerate(map(draft.citation_of, draft.quotations)) if keys for item in keys.items
    ]
    covered = covering(records, issue, [(key, draft.quotations[number]) for number, key in cited])
    said: list[list[Covered]] = [[] for _ in draft.quotations]
    for (number, _), one in zip(cited, covered, strict=True):
        said[number].append(one)
    return tuple(map(_checked, said))


def _checked(said: Sequence[Covered]) -> Checked | Unchecked:
    """Of several sources cited at once, the one that has the words."""
    record = next((one.record for one in said if one.record and one.record.verdict in VERDICTS), None)
    if record is None:
        return Unchecked(stale=any(one.stale for one in said))
    return Checked(record.source, record.verdict, record.flags, record.accepted)
