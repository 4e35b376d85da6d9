"""The lasting identity of an issue: a tag URI (RFC 4151)."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

from briefing.desk import Desk, Draft


def issue_id(draft: Draft, desk: Desk) -> str:
    """The issue's id as it was minted, else as it will be: a preview and the first release agree."""
    front = draft.front_matter
    issued = desk.issued.get(front.issue)
    return issued.id if issued else feed_id(desk.settings.publication.url, front.dated.date(), front.issue)


def feed_id(site: str, day: date, number: int) -> str:
    """``tag:<authority>,<date>:<number>``; the authority is a bare host name in ASCII and lower case (RFC 4151, 2.1)."""
    host = urlsplit(site).hostname or ""
    return f"tag:{host if host.isascii() else host.encode('idna').decode('ascii')},{day.isoformat()}:{number}"
