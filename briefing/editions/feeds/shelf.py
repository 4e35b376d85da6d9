"""Which feeds there are: of everything, of each topic and author, and of corrections; and what stands in each."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from briefing.editions.feeds.entry import Entry, Feed, change_entry, issue_entry
from briefing.editions.feeds.escaping import legal
from briefing.editions.feeds.looks import STYLE
from briefing.model import Archive, Internal, Issue, Publication
from briefing.model.changes import Change, changes

CORRECTIONS = "corrections/"

K = TypeVar("K", bound=Hashable)


class Shelf:
    """All feeds of an archive; an issue that stands in several is set once, and the archive is gone through once."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._set: dict[int, Entry] = {}
        made = (change for issue in archive.issues for change in changes(issue))
        self._changes = sorted(made, key=lambda change: (change.moment, change.id), reverse=True)

    @property
    def whole(self) -> Feed:
        """The feed of everything."""
        publication = self._archive.publication
        description = publication.description or publication.title
        return self._feed("", publication.title, description, self._with_changes(self._archive.newest_first, self._changes))

    @property
    def parts(self) -> Iterator[Feed]:
        """The feeds of topics and authors, and that of corrections."""
        publication = self._archive.publication
        title = publication.title
        topics, corrected = self._by(lambda issue: issue.topics)
        for topic in publication.topics:
            entries = self._with_changes(topics.get(topic, []), corrected.get(topic, []))
            yield self._feed(f"topics/{topic.id}/", f"{title}: {topic.name}", f"What {title} publishes on {topic.name}", entries)
        authors, corrected_by = self._by(lambda issue: issue.authors)
        for author in publication.authors:
            entries = self._with_changes(authors.get(author, []), corrected_by.get(author, []))
            yield self._feed(f"authors/{author.id}/", f"{title}: {author.name}", f"What {author.name} writes in {title}", entries)
        newest = tuple(change_entry(publication, change) for change in self._changes[: publication.feed_items])
        yield self._feed(CORRECTIONS, f"{title}: Corrections", f"What {title} corrects, clarifies or takes back", newest)

    def _by(self, kinds: Callable[[Issue], tuple[K, ...]]) -> tuple[Mapping[K, list[Issue]], Mapping[K, list[Change]]]:
        """Issues and corrections under everything that an issue is counted to, newest first."""
        issues: dict[K, list[Issue]] = {}
        for issue in self._archive.newest_first:
            for kind in dict.fromkeys(kinds(issue)):
                issues.setdefault(kind, []).append(issue)
        corrected: dict[K, list[Change]] = {}
        for change in self._changes:
            for kind in dict.fromkeys(kinds(change.issue)):
                corrected.setdefault(kind, []).append(change)
        return issues, corrected

    def _with_changes(self, newest_first: Sequence[Issue], corrected: Sequence[Change]) -> tuple[Entry, ...]:
        """The newest issues, and the newest corrections made since the oldest of them: as many of each as a feed may have."""
        publication = self._archive.publication
        listed = newest_first[: publication.feed_items]
        since = (change for change in corrected[: publication.feed_items] if listed and change.moment >= listed[-1].published)
        news = (change_entry(publication, change) for change in since)
        return _newest_first((*map(self._entry, listed), *news))

    def _entry(self, issue: Issue) -> Entry:
        if issue.number not in self._set:
            self._set[issue.number] = issue_entry(self._archive.publication, issue)
        return self._set[issue.number]

    def _feed(self, folder: str, title: str, description: str, entries: tuple[Entry, ...]) -> Feed:
        publication = self._archive.publication
        return Feed(
            folder=folder,
            title=legal(title),
            description=legal(description),
            url=publication.absolute(Internal(folder)),
            style=publication.absolute(Internal(STYLE)),
            language=publication.language,
            publisher=_publisher(publication),
            hub=publication.feed_hub,
            entries=entries,
        )


def _publisher(publication: Publication) -> str:
    return legal(publication.imprint.publisher or publication.title)


def _newest_first(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    return tuple(sorted(entries, key=lambda entry: (entry.published, entry.issue or 0, entry.id), reverse=True))
