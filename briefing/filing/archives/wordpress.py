"""WordPress's export (Tools → Export): WXR 1.2, an RSS file with everything in it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from xml.etree import ElementTree as ET

from briefing.filing.archives.post import Archived, Post, UnreadableArchiveError

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_AUTHOR = "{http://purl.org/dc/elements/1.1/}creator"
_WORDPRESS = re.compile(r"\{http://wordpress\.org/export/[0-9.]+/(?P<excerpt>excerpt/)?\}(?P<name>\w+)")
_SHORTCODE = re.compile(r"\[/?(?:caption|gallery|embed|audio|video|playlist|wp_caption)\b[^\]\n]*\]")
_BLOCK = re.compile(r"<!-- wp:|<(?:p|div|h[1-6]|ul|ol|blockquote|table|figure|pre)\b", re.IGNORECASE)
_ALONE = re.compile(r"\s*<(?:p|div|h[1-6]|ul|ol|li|blockquote|table|figure|pre|hr)\b", re.IGNORECASE)
_NEVER = frozenset({"0000-00-00 00:00:00", ""})


def read_wordpress(text: str) -> Archived:
    """Every post; pages, menus, attachments and comments stay where they are."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise UnreadableArchiveError("this file declares XML entities, which no export does")
    try:
        channel = ET.fromstring(text.encode()).find("channel")  # noqa: S314 - entities were refused
    except ET.ParseError as error:
        raise UnreadableArchiveError(f"this is no export of WordPress: {error}") from error
    if channel is None:
        raise UnreadableArchiveError("this is no export of WordPress: it has no channel")
    items = [(item, _fields(item)) for item in channel.iter("item")]
    names = {one.get("author_login", ""): one.get("author_display_name", "") for one in map(_fields, channel)}
    posts = [(item, own) for item, own in items if own.get("post_type") == "post" and own.get("status") != "trash"]
    left = len(items) - len(posts)
    made = tuple(_post(item, own, names) for item, own in posts)
    return Archived(made, (f"{left} pages, attachments, menus and deleted posts",) if left else ())


def _fields(item: ET.Element) -> dict[str, str]:
    """WordPress's own elements, by their names without the version."""
    matches = ((_WORDPRESS.fullmatch(child.tag), child.text or "") for child in item)
    return {f"{'excerpt_' if match['excerpt'] else ''}{match['name']}": text for match, text in matches if match}


def _post(item: ET.Element, own: dict[str, str], names: dict[str, str]) -> Post:
    link, login = _text(item, "link"), _text(item, _AUTHOR)
    return Post(
        system="wordpress",
        id=_text(item, "guid") or link or own.get("post_id", ""),
        title=unescape(_text(item, "title")),
        slug=own.get("post_name", ""),
        dated=_moment(own),
        url=link,
        html=_html(_text(item, _CONTENT)),
        excerpt=own.get("excerpt_encoded", ""),
        published=own.get("status") in {"publish", "future"},
        authors=tuple(filter(None, [names.get(login) or login])),
        tags=tuple(unescape(one.text or "") for one in item.findall("category")),
    )


def _text(item: ET.Element, name: str) -> str:
    return (item.findtext(name) or "").strip()


def _moment(own: dict[str, str]) -> datetime:
    """GMT where it is known; drafts have only the site's own time, or none."""
    if (gmt := own.get("post_date_gmt", "")) not in _NEVER:
        return datetime.fromisoformat(gmt).replace(tzinfo=UTC)
    local = own.get("post_date", "")
    if local in _NEVER:
        raise UnreadableArchiveError("a post of this export has no date")
    return datetime.fromisoformat(local)


def _html(content: str) -> str:
    """Without shortcodes; text of the classic editor has empty lines where paragraphs part."""
    content = _SHORTCODE.sub("", content)
    if "<!-- wp:" in content or (_BLOCK.search(content) and "<p" in content):
        return content
    parts = (part.strip() for part in re.split(r"\n\s*\n", content.replace("\r\n", "\n")))
    return "\n".join(part if _ALONE.match(part) else f"<p>{part.replace(chr(10), '<br>')}</p>" for part in parts if part)
