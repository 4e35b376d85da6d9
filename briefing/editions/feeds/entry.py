"""An issue, or a correction of one, as an entry, and the feed it stands in; the three formats are written from these."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from briefing.editions.feeds.content import passages
from briefing.editions.feeds.escaping import attribute, html, legal, link
from briefing.model import Internal, Issue, Publication
from briefing.model.changes import Change, changed
from briefing.model.words import correction_line

_NEVER = datetime(1970, 1, 1, tzinfo=UTC)
"""When a feed without entries was last changed: every format demands a date, and the clock is none of ours."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One issue in full, or one correction."""

    issue: int | None
    """The number of the issue whose words it carries; None for a correction."""
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
    """The newest entries of some kind, and what is said of them all."""

    folder: str
    """Where its files lie: ``""``, ``topics/safety/``."""
    title: str
    description: str
    url: str
    """The page it belongs to."""
    style: str
    """The URL of the style sheet for people who open it in a browser."""
    language: str
    publisher: str
    hub: str
    entries: tuple[Entry, ...]
    """Newest first."""

    @property
    def updated(self) -> datetime:
        """When the newest change of any entry was made, a correction among them; never the clock."""
        return max((entry.updated for entry in self.entries), default=_NEVER)


def issue_entry(publication: Publication, issue: Issue) -> Entry:
    """An issue in full."""
    shown = tuple(passages(publication, issue))
    return Entry(
        issue=issue.number,
        id=issue.id,
        url=publication.absolute(Internal(issue.path)),
        title=legal(issue.title),
        summary=legal(issue.description),
        content=_in_its_language(publication, issue, "".join(passage.html for passage in shown)),
        declared=tuple(passage.declared for passage in shown if passage.declared),
        published=issue.published,
        updated=changed(issue),
        authors=tuple(legal(author.name) for author in issue.authors),
        topics=tuple(legal(topic.name) for topic in issue.topics),
        language=issue.language,
    )


def change_entry(publication: Publication, change: Change) -> Entry:
    """A correction as news of its own: those who have read the issue will not read it again."""
    issue, url = change.issue, publication.absolute(Internal(change.issue.path))
    line = correction_line(change.correction)
    where = f"<p>Issue {issue.number}: {link(url, html(issue.title))}</p>"
    return Entry(
        issue=None,
        id=change.id,
        url=url,
        title=legal(change.title),
        summary=legal(line),
        content=_in_its_language(publication, issue, f"<p>{html(line)}</p>{where}"),
        declared=(),
        published=change.moment,
        updated=change.moment,
        authors=tuple(legal(author.name) for author in issue.authors),
        topics=tuple(legal(topic.name) for topic in issue.topics),
        language=issue.language,
    )


def _in_its_language(publication: Publication, issue: Issue, content: str) -> str:
    same = issue.language == publication.language
    return content if same else f'<div lang="{attribute(issue.language)}">{content}</div>'
