"""A citation's page or time against the place of a passage."""

from __future__ import annotations

import re

_PAGES = re.compile(r"pp?\.\s*(\d+)(?:\s*[-–]\s*(\d+))?")
_TIME = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})")


def within(where: str, place: str) -> bool:
    """Whether a passage at ``place`` is where the citation says; False where either does not say."""
    pages, page = _PAGES.search(where), _PAGES.search(place)
    if pages and page:
        return int(pages[1]) <= int(page[1]) <= int(pages[2] or pages[1])
    asked, said = _TIME.search(where), _TIME.search(place)
    return bool(asked and said and _seconds(asked) == _seconds(said))


def _seconds(time: re.Match[str]) -> int:
    return int(time[1] or 0) * 3600 + int(time[2]) * 60 + int(time[3])
