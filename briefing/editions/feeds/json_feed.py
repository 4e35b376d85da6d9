"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import Any

from briefing.editions.feeds.entry import Entry, Feed


def json_feed(feed: Feed, self_url: str) -> bytes:
    """The feed as JSON; optional members that would be empty are left out."""
    members = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.url,
        "feed_url": self_url,
        "description": feed.description,
        "language": feed.language,
        "authors": [{"name": feed.publisher}],
        "hubs": [{"type": "WebSub", "url": feed.hub}] if feed.hub else [],
    }
    whole = _without_empty(members) | {"items": [_item(entry) for entry in feed.entries]}
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _item(entry: Entry) -> dict[str, Any]:
    return _without_empty(
        {
            "id": entry.id,
            "url": entry.url,
            "title": entry.title,
            "summary": entry.summary,
            "content_html": entry.content,
            "date_published": entry.published.isoformat(),
            "date_modified": entry.updated.isoformat(),
            "authors": [{"name": name} for name in entry.authors],
            "tags": list(entry.topics),
            "language": entry.language,
        }
    )


def _without_empty(members: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in members.items() if value}
