"""Folders of Markdown files: Jekyll's ``_posts`` and Pelican's ``content``."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

import markdown
import yaml

from briefing.filing.archives.post import Archived, Post, UnreadableArchiveError
from briefing.reading.front_matter_block import body_start

_DATED = re.compile(r"(?P<date>\d{4}-\d{1,2}-\d{1,2})-(?P<slug>.+)")
_LIQUID = re.compile(r"\{%-?\s*(?P<end>/?\w+).*?-?%\}", re.DOTALL)
_POST_URL = re.compile(r"\{%-?\s*(?:post_url|link)\s+(?P<path>\S+)\s*-?%\}")
_BASE = re.compile(r"\{\{-?\s*(?:site\.(?:baseurl|url)|page\.url)\s*-?\}\}")
_META = re.compile(r"(?P<key>[A-Za-z_]+):[ \t]*(?P<value>.*)")
_JEKYLL = {
    "date": "/:categories/:year/:month/:day/:title:output_ext",
    "pretty": "/:categories/:year/:month/:day/:title/",
    "ordinal": "/:categories/:year/:y_day/:title:output_ext",
    "none": "/:categories/:title:output_ext",
}
_PELICAN_SETTING = re.compile(r"""^(?P<name>SITEURL|ARTICLE_URL)\s*=\s*(?P<mark>["'])(?P<value>.*?)(?P=mark)""", re.MULTILINE)
_PELICAN_LINK = re.compile(r"\{(?:filename|static|attach)\}/?")


def read_jekyll(files: Mapping[str, str]) -> Archived:
    """``files``: texts by path from the folder that holds ``_config.yml``; the posts lie in ``_posts`` and ``_drafts``."""
    config = _yaml(files.get("_config.yml", ""))
    pattern = str(config.get("permalink") or "date")
    site = f"{str(config.get('url') or '').rstrip('/')}{str(config.get('baseurl') or '').rstrip('/')}"
    posts = [_jekyll(path, text, _JEKYLL.get(pattern, pattern), site) for path, text in sorted(files.items()) if _is_post(path)]
    return Archived(tuple(post for post in posts if post is not None), tuple(_undated(files)))


def _is_post(path: str) -> bool:
    return bool({"_posts", "_drafts"}.intersection(path.split("/"))) and path.endswith((".md", ".markdown", ".html"))


def _undated(files: Mapping[str, str]) -> Iterator[str]:
    for path, text in sorted(files.items()):
        if _is_post(path) and not _DATED.match(posixpath.basename(path)) and "date" not in _yaml_head(text):
            yield f"{path}: it has no date"


def _jekyll(path: str, text: str, pattern: str, site: str) -> Post | None:
    head, body = _yaml_head(text), text[body_start(text) :]
    stem, suffix = posixpath.splitext(posixpath.basename(path))
    named = _DATED.match(stem)
    if not named and "date" not in head:
        return None
    dated = _moment(head.get("date") or (named["date"] if named else ""))
    slug = str(head.get("slug") or (named["slug"] if named else stem))
    categories = _words(head.get("categories") or head.get("category"))
    url = str(head.get("permalink") or "") or _permalink(pattern, dated, slug, categories)
    body = _LIQUID.sub("", _POST_URL.sub(lambda match: match["path"], _BASE.sub(site, body)))
    return Post(
        system="jekyll",
        id=f"{site}{url}",
        title=str(head.get("title") or slug.replace("-", " ").capitalize()),
        slug=slug,
        dated=dated,
        url=f"{site}{url}",
        html=body if suffix == ".html" else _html(body),
        excerpt=str(head.get("description") or head.get("excerpt") or ""),
        published=head.get("published") is not False and "_drafts" not in path.split("/"),
        authors=_words(head.get("author") or head.get("authors"), split=False),
        tags=(*categories, *_words(head.get("tags"))),
    )


def _permalink(pattern: str, dated: datetime, slug: str, categories: tuple[str, ...]) -> str:
    parts = {
        "categories": "/".join(one.lower() for one in categories),
        "year": f"{dated:%Y}",
        "short_year": f"{dated:%y}",
        "month": f"{dated:%m}",
        "i_month": str(dated.month),
        "day": f"{dated:%d}",
        "i_day": str(dated.day),
        "y_day": f"{dated:%j}",
        "title": slug,
        "slug": slug,
        "output_ext": ".html",
    }
    names = "|".join(sorted(parts, key=len, reverse=True))
    return re.sub(r"/{2,}", "/", re.sub(rf":({names})", lambda match: parts[match[1]], f"/{pattern}"))


def read_pelican(files: Mapping[str, str]) -> Archived:
    """``files``: texts by path from the folder that holds ``pelicanconf.py``; a file with a title and a date is an article."""
    settings = {
        match["name"]: match["value"]
        for path in ("pelicanconf.py", "publishconf.py")
        for match in _PELICAN_SETTING.finditer(files.get(path, ""))
    }
    site, pattern = settings.get("SITEURL", "").rstrip("/"), settings.get("ARTICLE_URL", "{slug}.html")
    posts, left = [], []
    for path, text in sorted(files.items()):
        if path.endswith(".rst"):
            left.append(f"{path}: reStructuredText is not read; convert it to Markdown first")
        elif path.endswith((".md", ".markdown")):
            head, body = _pelican_head(text)
            if "title" in head and "date" in head and "pages" not in path.split("/"):
                posts.append(_pelican(path, head, body, site, pattern))
            else:
                left.append(f"{path}: a page, or a file without title and date")
    return Archived(tuple(posts), tuple(left))


def _pelican(path: str, head: Mapping[str, Any], body: str, site: str, pattern: str) -> Post:
    title, dated = str(head["title"]), _moment(head["date"])
    slug = str(head.get("slug") or _slug(title))
    folder = posixpath.basename(posixpath.dirname(path))
    category = str(head.get("category") or (folder if folder not in {"content", ""} else ""))
    try:
        address = str(head.get("url") or "") or pattern.format(
            slug=slug, date=dated, category=_slug(category), lang=head.get("lang", "en")
        )
    except (KeyError, ValueError, IndexError, AttributeError) as error:
        raise UnreadableArchiveError(f"ARTICLE_URL of this site cannot be followed: {error}") from error
    path_then = f"/{address.lstrip('/')}"
    host = re.sub(r"^https?://", "", site) or "localhost"
    return Post(
        system="pelican",
        id=f"tag:{host.partition('/')[0]},{dated:%Y-%m-%d}:{path_then}",
        title=title,
        slug=slug,
        dated=dated,
        url=f"{site}{path_then}",
        html=_html(_PELICAN_LINK.sub(f"{site}/", body)),
        excerpt=str(head.get("summary") or ""),
        published=str(head.get("status", "published")).lower() == "published",
        authors=_words(head.get("authors") or head.get("author"), split=False),
        tags=tuple(filter(None, (category, *_words(head.get("tags"), split=False)))),
    )


def _pelican_head(text: str) -> tuple[Mapping[str, Any], str]:
    """YAML between dashes, or lines ``Title: …`` up to the first empty one."""
    if start := body_start(text):
        return {key.lower(): value for key, value in _yaml_head(text).items()}, text[start:]
    head: dict[str, str] = {}
    rest = text.removeprefix("\ufeff")
    while match := _META.match(rest):
        head[match["key"].lower()] = match["value"].strip()
        rest = rest[match.end() :].removeprefix("\n")
    return head, rest


def _yaml_head(text: str) -> Mapping[str, Any]:
    start = body_start(text)
    return (
        _yaml(re.sub(r"\A\ufeff?---[ \t]*\n|^(?:---|\.\.\.)[ \t]*\n?\Z", "", text[:start], flags=re.MULTILINE)) if start else {}
    )


def _yaml(text: str) -> Mapping[str, Any]:
    try:
        value = yaml.safe_load(text)
    except (yaml.YAMLError, ValueError) as error:
        raise UnreadableArchiveError(f"YAML that cannot be read: {error}") from error
    return {str(key): inner for key, inner in value.items()} if isinstance(value, dict) else {}


def _moment(value: object) -> datetime:
    if isinstance(value, datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - it has no zone, and gets the publication's
    words = re.sub(r"\s+([+-]\d{2}):?(\d{2})$", r"\1:\2", str(value).strip())
    words = re.sub(r"^(\d{4})-(\d{1,2})-(\d{1,2})", lambda match: f"{match[1]}-{int(match[2]):02}-{int(match[3]):02}", words)
    try:
        return datetime.fromisoformat(words)
    except ValueError as error:
        raise UnreadableArchiveError(f"this is no date: {words[:40]}") from error


def _words(value: object, *, split: bool = True) -> tuple[str, ...]:
    if isinstance(value, list):
        return tuple(str(one) for one in value)
    parts = str(value or "").split() if split and "," not in str(value) else str(value or "").split(",")
    return tuple(part.strip() for part in parts if part.strip())


def _slug(words: str) -> str:
    return "-".join(re.findall(r"[a-z0-9]+", re.sub(r"['’]", "", words.lower())))


def _html(body: str) -> str:
    """Markdown as these systems read it: with HTML, tables, fences and footnotes in it."""
    return markdown.markdown(body, extensions=["tables", "fenced_code", "footnotes", "sane_lists", "attr_list"])
