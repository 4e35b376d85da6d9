"""JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/)."""

from __future__ import annotations

import json
from typing import Any

from briefing.editions.feeds.entry import Entry, Feed
from briefing.editions.feeds.escaping import legal
from briefing.model import Archive, Internal, Issue
from briefing.model.changes import changed, changes
from briefing.model.words import correction_line

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def json_feed(feed: Feed, self_url: str) -> bytes:
    """The feed as JSON; optional members that would be empty are left out."""
    return _written(_about(feed, self_url), [_item(entry) for entry in feed.entries])


def archive_json(archive: Archive, feed: Feed, self_url: str) -> bytes:
    """Every issue there is, newest first, each with what it is and without its copy: a feed's list of all, for those who look one up."""
    return _written(_about(feed, self_url), [_listed(archive, issue) for issue in archive.newest_first])


def _about(feed: Feed, self_url: str) -> dict[str, Any]:
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
    return _without_empty(members)


def _written(about: dict[str, Any], items: list[dict[str, Any]]) -> bytes:
    """Each item on a line of its own: so they can be compared, and are written by the fast encoder."""
    lines = ",\n".join(map(_encode, items))
    return f'{_encode(about).removesuffix("}")},"items":[\n{lines}\n]}}\n'.encode()


def _listed(archive: Archive, issue: Issue) -> dict[str, Any]:
    """An issue as the archive lists it; ``_briefing`` is an extension, as the specification has them (“Extensions”)."""
    more = {
        "issue": issue.number,
        "kicker": legal(issue.kicker),
        "series": legal(issue.series),
        "follows": issue.follows,
        "corrections": [legal(correction_line(change.correction)) for change in changes(issue)],
    }
    return _without_empty(
        {
            "id": issue.id,
            "url": archive.publication.absolute(Internal(issue.path)),
            "title": legal(issue.title),
            "content_text": legal(issue.description),
            "date_published": issue.published.isoformat(),
            "date_modified": changed(issue).isoformat(),
            "authors": [{"name": legal(author.name)} for author in issue.authors],
            "tags": [legal(topic.name) for topic in issue.topics],
            "language": issue.language,
            "_briefing": _without_empty(more),
        }
    )


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
