"""Ghost's JSON export (Settings → Export content), versions 1 to 6."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

from briefing.filing.archives.post import Archived, Post, UnreadableArchiveError

_HOST = "__GHOST_URL__"


def read_ghost(text: str) -> Archived:
    """Every post, with the tags and authors that its tables give it."""
    data = _data(text)
    tags, users = _named(data, "tags"), _named(data, "users")
    tagged, written = _joined(data, "posts_tags", "tag_id", tags), _joined(data, "posts_authors", "author_id", users)
    host = next((str(row.get("value") or "") for row in _rows(data, "settings") if row.get("key") == "url"), "")
    posts = [row for row in _rows(data, "posts") if (row.get("type") or ("page" if row.get("page") else "post")) == "post"]
    pages = len(_rows(data, "posts")) - len(posts)
    made = tuple(_post(row, host, tagged, written, users) for row in posts)
    return Archived(made, (f"{pages} pages: write them as pages of the content folder",) if pages else ())


def _data(text: str) -> Mapping[str, Any]:
    try:
        whole = json.loads(text)
        data = whole["db"][0]["data"] if "db" in whole else whole["data"]
        return {"posts": data["posts"], **data}
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        raise UnreadableArchiveError("this is no export of Ghost: it has no posts") from error


def _rows(data: Mapping[str, Any], table: str) -> list[Mapping[str, Any]]:
    return [row for row in data.get(table) or () if isinstance(row, dict)]


def _named(data: Mapping[str, Any], table: str) -> dict[str, str]:
    return {str(row.get("id")): str(row.get("name") or "") for row in _rows(data, table)}


def _joined(data: Mapping[str, Any], table: str, key: str, names: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for row in sorted(_rows(data, table), key=lambda row: int(row.get("sort_order") or 0)):
        post, name = str(row.get("post_id")), names.get(str(row.get(key)), "")
        found[post] = (*found.get(post, ()), *((name,) if name else ()))
    return found


def _post(
    row: Mapping[str, Any],
    host: str,
    tagged: Mapping[str, tuple[str, ...]],
    written: Mapping[str, tuple[str, ...]],
    users: Mapping[str, str],
) -> Post:
    key, slug = str(row.get("id") or row.get("uuid")), str(row.get("slug") or "")
    html = row.get("html") or "".join(f"<p>{line}</p>" for line in _plain(row))
    return Post(
        system="ghost",
        id=key,
        title=str(row.get("title") or ""),
        slug=slug,
        dated=_moment(row.get("published_at") or row.get("created_at")),
        url=f"{host.rstrip('/')}/{slug}/",
        html=str(html).replace(_HOST, host.rstrip("/")),
        excerpt=str(row.get("custom_excerpt") or row.get("meta_description") or ""),
        published=row.get("status") in {"published", "sent"},
        authors=written.get(key) or tuple(filter(None, [users.get(str(row.get("author_id")), "")])),
        tags=tagged.get(key, ()),
    )


def _plain(row: Mapping[str, Any]) -> Iterator[str]:
    """Posts of some versions have their text only beside an editor's own format."""
    for line in str(row.get("plaintext") or "").split("\n"):
        if line.strip():
            yield line.replace("&", "&amp;").replace("<", "&lt;")


def _moment(value: object) -> datetime:
    """Ghost keeps UTC, as text, and long ago as milliseconds."""
    if isinstance(value, int):
        return datetime.fromtimestamp(value / 1000, UTC)
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError as error:
        raise UnreadableArchiveError("a post of this export has no date") from error
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
