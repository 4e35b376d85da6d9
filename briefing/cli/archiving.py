"""``briefing import`` of an archive: every post becomes an issue with its date, its old address as an alias and its old id."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

import click

from briefing import press
from briefing.cli.album import Album
from briefing.cli.telling import Teller, shown
from briefing.desk import Desk, Issued
from briefing.diagnostics import Severity, worst
from briefing.diagnostics.screen import visible
from briefing.filing.archives import Archived, Post, UnreadableArchiveError
from briefing.filing.archives.ghost import read_ghost
from briefing.filing.archives.markdown_files import read_jekyll, read_pelican
from briefing.filing.archives.wordpress import read_wordpress
from briefing.filing.html import Written, markdown_of
from briefing.press.issuing import write_issued
from briefing.reading.characters import refused_characters
from briefing.reading.filed_words import entry_digests, words_digests
from briefing.reading.front_matter import RESERVED_SLUGS
from briefing.reading.ids_lock import is_id

ID = "x-imported-id"
"""Where an issue says which post it was, so that a second import knows it."""
_LONGEST = 155
_SEGMENT = re.compile(r"[\w.~@+-]+")
_TEXTS = frozenset({".md", ".markdown", ".html", ".rst", ".yml", ".py"})


@dataclass(frozen=True, slots=True)
class _Made:
    """An issue to be written."""

    post: Post
    place: Path
    text: str
    number: int
    slug: str
    pictures: Mapping[Path, Path]
    """Files to be copied, and where from."""


def run(config: Path, archive: Path, now: datetime | None, *, dry_run: bool) -> bool:
    """Whether the archive was read; a post that is here already is left as it is."""
    settings = press.read_config(config)
    if worst(settings.findings) is Severity.ERROR:
        Teller(config, "text").findings(settings.findings, settings.texts)
        return False
    project = press.read_project(config)
    desk = press.compose(project, (), now or datetime.now(UTC)).desk
    if desk is None or project.folders is None:
        raise RuntimeError("settings without an error have a desk and folders")
    try:
        archived = _read(archive)
    except UnreadableArchiveError as error:
        raise click.UsageError(f"{visible(archive.name)}: {visible(str(error))}") from error
    changed: Counter[str] = Counter()
    made = list(_issues(archived, project, desk, changed, archive if archive.is_dir() else archive.parent))
    for one in () if dry_run else made:
        one.place.parent.mkdir(parents=True, exist_ok=True)
        with one.place.open("x", encoding="utf-8", newline="\n") as file:
            file.write(one.text)
        for target, source in one.pictures.items():
            target.parent.mkdir(parents=True, exist_ok=True)
            if not target.exists():
                target.write_bytes(source.read_bytes())
    kept = 0 if dry_run else _keep_ids(config, made, now)
    for line in _report(archived, made, kept, changed, dry_run=dry_run):
        click.echo(visible(line))
    return True


def _read(archive: Path) -> Archived:
    if archive.is_dir():
        files = dict(_files(archive))
        if any("_posts" in path.split("/") for path in files):
            return read_jekyll(files)
        if "pelicanconf.py" in files:
            return read_pelican(files)
        raise UnreadableArchiveError("this folder has neither _posts (Jekyll) nor pelicanconf.py (Pelican)")
    reader = _EXPORTS.get(archive.suffix.lower())
    if reader is None:
        raise UnreadableArchiveError(
            "an archive is a .json of Ghost, an .xml of WordPress, or the folder of a Jekyll or Pelican site"
        )
    return reader(_text(archive))


_EXPORTS: Mapping[str, Callable[[str], Archived]] = {".json": read_ghost, ".xml": read_wordpress}


def is_archive(path: Path) -> bool:
    """Whether a path is one of an archive and not of a filed text."""
    return path.is_dir() or path.suffix.lower() in _EXPORTS


def _files(folder: Path) -> Iterator[tuple[str, str]]:
    for place in sorted(folder.rglob("*")):
        relative = place.relative_to(folder)
        hidden = any(part.startswith((".", "_site")) for part in relative.parts) or "output" in relative.parts[:1]
        if place.suffix in _TEXTS and place.is_file() and not place.is_symlink() and not hidden:
            yield relative.as_posix(), _text(place)


def _text(place: Path) -> str:
    try:
        return place.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise UnreadableArchiveError(f"{place.name} is not UTF-8") from error


def _issues(archived: Archived, project: press.Project, desk: Desk, changed: Counter[str], beside: Path) -> Iterator[_Made]:
    """Those that are not here yet, oldest first, numbered on from what is here; files of pictures lie below ``beside``."""
    folders = project.folders
    if folders is None:
        return
    here = {match[1] for text in project.issues.values() for match in re.finditer(rf"^{ID}: (.+)$", text, re.MULTILINE)}
    numbers = [int(match[1]) for text in project.issues.values() if (match := re.search(r"^issue:[ ]*(\d+)", text, re.MULTILINE))]
    number, slugs = max(numbers, default=0), {draft.front_matter.slug for draft in desk.drafts}
    zone = desk.settings.publication.timezone
    aware = [replace(post, dated=post.dated if post.dated.tzinfo else post.dated.replace(tzinfo=zone)) for post in archived.posts]
    for post in sorted(aware, key=lambda post: (post.dated, post.id)):
        if _scalar(_key(post)) in here:
            continue
        number += 1
        slug = _slug(post, number, slugs)
        slugs.add(slug)
        folder = folders.content / "issues" if post.published else folders.drafts
        album = Album(beside, folders.content / "assets" / "imported", folder, urlsplit(post.url).netloc)
        written = markdown_of(post.html, post.url, album.find)
        changed.update(written.changed)
        day = post.dated.astimezone(zone).date()
        yield _Made(post, folder / f"{day}-{slug}.md", _issue(post, number, slug, written, desk), number, slug, album.found)


def _key(post: Post) -> str:
    return f"{post.system} {post.id}"


def _slug(post: Post, number: int, taken: set[str]) -> str:
    slug = "-".join(re.findall(r"[a-z0-9]+", unquote(post.slug or post.title).lower()))[:80].strip("-")
    if not slug or slug.isdigit() or slug in RESERVED_SLUGS:
        slug = f"{slug}-post".strip("-") if slug else f"issue-{number}"
    return f"{slug[:70]}-{number}" if slug in taken else slug


def _issue(post: Post, number: int, slug: str, written: Written, desk: Desk) -> str:
    lines = "\n".join(_front_matter(post, number, slug, written, desk))
    body = written.text or "(This post had no text.)"
    return f"---\n{lines}\n---\n\n{body}\n"


def _front_matter(post: Post, number: int, slug: str, written: Written, desk: Desk) -> Iterator[str]:
    publication = desk.settings.publication
    plain = _one_line(re.sub(r"\\(.)", r"\1", re.sub(r"\]\(<[^>]*>\)|(?<!\\)[\[*>#|`]", "", written.text)))
    title = _one_line(post.title) or _cut(plain, 60) or f"Issue {number}"
    yield f"title: {_scalar(title)}"
    yield f"issue: {number}"
    yield f"date: {post.dated.isoformat(timespec='seconds')}"
    if not post.published:
        yield "draft: true"
    authors = [author.id for author in publication.authors if author.name in post.authors]
    if authors:
        yield f"author: [{', '.join(authors)}]"
    yield f"description: {_scalar(_cut(_one_line(re.sub('<[^>]*>', ' ', post.excerpt)), _LONGEST) or _cut(plain, _LONGEST) or title)}"
    words = {tag.casefold() for tag in post.tags}
    topics = [topic.id for topic in publication.topics if words & {topic.id.casefold(), topic.name.casefold()}]
    if topics:
        yield f"topics: [{', '.join(topics)}]"
    yield f"slug: {slug}"
    if post.published and (alias := _alias(post.url, slug)):
        yield f"aliases: [{_scalar(alias)}]"
    yield "email: {send: false}"
    yield "archive: imported"
    yield f"{ID}: {_scalar(_key(post))}"
    if post.authors:
        yield f"x-imported-authors: [{', '.join(map(_scalar, post.authors))}]"
    if post.tags:
        yield f"x-imported-tags: [{', '.join(map(_scalar, post.tags))}]"


def _alias(url: str, slug: str) -> str:
    """The path of the old address, where a redirect can stand at it and does not lead to itself."""
    try:
        path = unquote(urlsplit(url).path)
    except ValueError:
        return ""
    segments = path.strip("/").split("/")
    good = all(_SEGMENT.fullmatch(segment) and segment.strip(".") for segment in segments)
    return path if good and path.strip("/") not in {f"issues/{slug}", ""} else ""


def _scalar(words: str) -> str:
    return json.dumps(_one_line(words), ensure_ascii=False)


def _one_line(words: str) -> str:
    for refused in reversed(list(refused_characters(words))):
        words = words[: refused.start] + words[refused.end :]
    return " ".join(words.split())


def _cut(words: str, most: int) -> str:
    """The first words, at a word's end."""
    return words if len(words) <= most else f"{words[: most - 1].rsplit(' ', 1)[0].rstrip(' ,;:–—-')}…"


def _keep_ids(config: Path, made: list[_Made], now: datetime | None) -> int:
    """Write the old ids of published posts into ids.lock, as far as a feed of any kind may have them: those that are URIs."""
    project = press.read_project(config)
    desk = press.compose(project, (), now or datetime.now(UTC)).desk
    if desk is None or not made:
        return 0
    drafts = {draft.front_matter.issue: draft for draft in desk.published}
    records = [
        Issued(
            issue=one.number,
            id=one.post.id,
            first=one.post.dated.astimezone(desk.settings.publication.timezone).date(),
            slugs=(one.slug,),
            words=words_digests(drafts[one.number]),
            entries=entry_digests(drafts[one.number]),
        )
        for one in made
        if one.number in drafts and one.number not in desk.issued and is_id(one.post.id)
    ]
    write_issued(project, (*desk.issued.values(), *records))
    return len(records)


def _report(archived: Archived, made: list[_Made], kept: int, changed: Counter[str], *, dry_run: bool) -> Iterator[str]:
    for one in made if dry_run or len(made) <= 10 else (*made[:5], *made[-5:]):  # noqa: PLR2004  # a long list is read by nobody
        yield f"{shown(one.place)}: issue {one.number}{'' if one.post.published else ', a draft'}"
    again = len(archived.posts) - len(made)
    yield f"{len(made)} of {len(archived.posts)} posts {'would be written' if dry_run else 'written'}{f'; {again} were here already' if again else ''}"
    aliased = sum("\naliases: " in one.text for one in made)
    yield f"{aliased} old addresses kept as redirects, {kept} old ids kept in ids.lock"
    yield from (f"{number} × {what}" for what, number in sorted(changed.items()))
    yield from (f"left out: {words}" for words in archived.left)
    if made and not dry_run:
        yield "next: briefing check; then commit what was written"
