"""An issue as an entry, and the feed it stands in; the three formats are written from these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from briefing.editions.feeds.content import passages
from briefing.editions.feeds.escaping import attribute, legal
from briefing.model import Archive, Internal, Issue, Publication

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries was last changed: every format demands a date, and the clock is none of ours."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One issue in full."""

    issue: int
    id: str
    url: str
    title: str
    summary: str
    """Plain text."""
    content: str
    """HTML."""
    declared: tuple[str, ...]
    published: datetime
    updated: datetime
    authors: tuple[str, ...]
    topics: tuple[str, ...]
    language: str


@dataclass(frozen=True, slots=True)
class Feed:
    """The newest issues, and what is said of them all."""

    title: str
    description: str
    url: str
    language: str
    publisher: str
    hub: str
    entries: tuple[Entry, ...]
    """Newest first."""

    @property
    def updated(self) -> datetime:
        """When the newest change of any entry was made, a correction among them; never the clock."""
        return max((entry.updated for entry in self.entries), default=_NEVER)


def feed(archive: Archive) -> Feed:
    """The publication's feed."""
    publication = archive.publication
    return Feed(
        title=legal(publication.title),
        description=legal(publication.description or publication.title),
        url=publication.url,
        language=publication.language,
        publisher=legal(publication.imprint.publisher or publication.title),
        hub=publication.feed_hub,
        entries=tuple(_entry(publication, issue) for issue in archive.newest_first[: publication.feed_items]),
    )


def _entry(publication: Publication, issue: Issue) -> Entry:
    shown = tuple(passages(publication, issue))
    content = "".join(passage.html for passage in shown)
    if issue.language != publication.language:
        content = f'<div lang="{attribute(issue.language)}">{content}</div>'
    return Entry(
        issue=issue.number,
        id=issue.id,
        url=publication.absolute(Internal(issue.path)),
        title=legal(issue.title),
        summary=legal(issue.description),
        content=content,
        declared=tuple(passage.declared for passage in shown if passage.declared),
        published=issue.published,
        updated=issue.updated,
        authors=tuple(legal(author.name) for author in issue.authors),
        topics=tuple(legal(topic.name) for topic in issue.topics),
        language=issue.language,
    )
