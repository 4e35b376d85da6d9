"""The dates of the next issues as a calendar (RFC 5545), for those who want to know when to look.

Counted from the newest issue and not from the clock, so that a rebuild changes no byte. A handful of lines need no library: what is
written here is one kind of event, in UTC, with no rule of recurrence and no time zone of its own.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time
from itertools import islice

from briefing.model import Archive, Internal
from briefing.model.rhythm import dates_after

CALENDAR = "calendar.ics"
AHEAD = 6
"""How many dates are given."""
_OCTETS = 75


def calendar(archive: Archive) -> bytes | None:
    """The calendar; None where there is no cadence to count by, or no issue to count from."""
    if not archive.publication.cadence.every or not archive.issues:
        return None
    return "".join(f"{_folded(line)}\r\n" for line in _lines(archive)).encode()


def _lines(archive: Archive) -> Iterator[str]:
    publication, newest = archive.publication, archive.issues[-1]
    yield from ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//mkdocs-briefing//EN", "METHOD:PUBLISH")
    yield f"X-WR-CALNAME:{_text(publication.title)}"
    at = time.fromisoformat(publication.cadence.at or "00:00")
    for day in islice(dates_after(publication.cadence, newest.published.date()), AHEAD):
        begins = datetime.combine(day, at, publication.timezone)
        yield from ("BEGIN:VEVENT", f"UID:{day.isoformat()}/{newest.id}", f"DTSTAMP:{_moment(newest.published)}")
        yield f"DTSTART:{_moment(begins)}"
        yield from ("DURATION:PT15M", "TRANSP:TRANSPARENT", f"SUMMARY:{_text(f'{publication.title}: an issue is due')}")
        yield from (f"URL:{publication.absolute(Internal('issues/latest/'))}", "END:VEVENT")
    yield "END:VCALENDAR"


def _moment(when: datetime) -> str:
    return f"{when.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _text(words: str) -> str:
    """A value of the type TEXT (RFC 5545, 3.3.11)."""
    plain = "".join(one if one.isprintable() else " " for one in words)
    return plain.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """Lines of at most 75 octets, a character never cut in two (RFC 5545, 3.1)."""
    pieces, length = [""], 0
    for character in line:
        size = len(character.encode(errors="replace"))
        if length + size > _OCTETS:
            pieces.append(" ")
            length = 1
        pieces[-1] += character
        length += size
    return "\r\n".join(pieces)
