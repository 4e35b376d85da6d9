"""Which feeds there are: of everything, of each topic and author, and of corrections; and what stands in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from briefing.editions.feeds.entry import Entry, Feed, change_entry, issue_entry
from briefing.editions.feeds.escaping import legal
from briefing.editions.feeds.looks import STYLE
from briefing.model import Archive, Internal, Issue, Publication
from briefing.model.changes import Change, changes

CORRECTIONS = "corrections/"


@dataclass(frozen=True, slots=True)
class Shelf:
    """All feeds of an archive; an issue that stands in several is set once."""

    archive: Archive
    _set: dict[int, Entry] = field(default_factory=dict, init=False, repr=False, compare=False)

    @property
    def whole(self) -> Feed:
        """The feed of everything."""
        publication = self.archive.publication
        description = publication.description or publication.title
        return self._feed("", publication.title, description, self._with_changes(self.archive.newest_first))

    @property
    def parts(self) -> Iterator[Feed]:
        """The feeds of topics and authors, and that of corrections."""
        title = self.archive.publication.title
        for topic in self.archive.publication.topics:
            entries = self._with_changes([issue for issue in self.archive.newest_first if topic in issue.topics])
            yield self._feed(f"topics/{topic.id}/", f"{title}: {topic.name}", f"What {title} publishes on {topic.name}", entries)
        for author in self.archive.publication.authors:
            entries = self._with_changes([issue for issue in self.archive.newest_first if author in issue.authors])
            yield self._feed(f"authors/{author.id}/", f"{title}: {author.name}", f"What {author.name} writes in {title}", entries)
        newest = self._changes(self.archive.issues)[: self.archive.publication.feed_items]
        corrected = tuple(change_entry(self.archive.publication, change) for change in newest)
        yield self._feed(CORRECTIONS, f"{title}: Corrections", f"What {title} corrects, clarifies or takes back", corrected)

    def _with_changes(self, newest_first: Sequence[Issue]) -> tuple[Entry, ...]:
        """The newest issues, and the newest corrections made since the oldest of them: as many of each as a feed may have."""
        publication = self.archive.publication
        listed = newest_first[: publication.feed_items]
        since = [change for change in self._changes(newest_first) if listed and change.moment >= listed[-1].published]
        news = (change_entry(publication, change) for change in since[: publication.feed_items])
        return _newest_first((*map(self._entry, listed), *news))

    def _entry(self, issue: Issue) -> Entry:
        if issue.number not in self._set:
            self._set[issue.number] = issue_entry(self.archive.publication, issue)
        return self._set[issue.number]

    def _changes(self, issues: Iterable[Issue]) -> list[Change]:
        made = (change for issue in issues for change in changes(issue))
        return sorted(made, key=lambda change: (change.moment, change.id), reverse=True)

    def _feed(self, folder: str, title: str, description: str, entries: tuple[Entry, ...]) -> Feed:
        publication = self.archive.publication
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
