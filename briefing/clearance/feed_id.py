"""The lasting identity of an issue: a tag URI (RFC 4151)."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit


def feed_id(site: str, day: date, number: int) -> str:
    """``tag:<authority>,<date>:<number>``; the authority is a bare host name in ASCII and lower case (RFC 4151, 2.1)."""
    host = urlsplit(site).hostname or ""
    return f"tag:{host if host.isascii() else host.encode('idna').decode('ascii')},{day.isoformat()}:{number}"
