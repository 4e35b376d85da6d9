"""The edition itself: which files it writes, and what it says of them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.editions.feeds.calendar import CALENDAR, calendar
from briefing.editions.feeds.entry import Feed
from briefing.editions.feeds.json_feed import archive_json, json_feed
from briefing.editions.feeds.looks import STYLE, style_sheet
from briefing.editions.feeds.shelf import Shelf
from briefing.editions.feeds.xml_feeds import atom, rss
from briefing.model import Archive, Artifact, Rendition, Showing, Theme, Tree

RSS = "application/rss+xml"
ATOM = "application/atom+xml"
JSON = "application/feed+json"

ALIASES = ("rss.xml", "index.xml")
"""Where readers' programs and other generators look for RSS: identical copies, whose self link is ``feed.xml``."""


class FeedsEdition:
    """The newest issues in full at the site's root; a feed a topic and author, and one of corrections; all issues in a list; the next dates."""

    name = "feeds"

    def render(self, archive: Archive, theme: Theme) -> Rendition:
        """All feeds; the same archive gives the same bytes."""
        shelf, url = Shelf(archive), archive.publication.url
        whole = shelf.whole
        main = (
            Artifact(Tree.SITE, "feed.xml", rss(whole, f"{url}feed.xml"), RSS),
            Artifact(Tree.SITE, "atom.xml", atom(whole, f"{url}atom.xml"), ATOM),
            Artifact(Tree.SITE, "feed.json", json_feed(whole, f"{url}feed.json"), JSON),
        )
        parts = tuple((_part(feed, url), feed) for feed in shelf.parts)
        artifacts: tuple[Artifact, ...] = (
            *main,
            *(Artifact(Tree.SITE, alias, main[0].content, RSS) for alias in ALIASES),
            *(file for file, _ in parts),
            Artifact(Tree.SITE, "archive.json", archive_json(archive, whole, f"{url}archive.json"), JSON),
            Artifact(Tree.SITE, STYLE, style_sheet(archive.publication, theme.tokens), "text/css"),
        )
        dates = calendar(archive)
        if dates is not None:
            artifacts = (*artifacts, Artifact(Tree.SITE, CALENDAR, dates, "text/calendar"))
        shown = (*((file, whole) for file in main), *parts)
        return Rendition(artifacts, tuple(showing for file, feed in shown for showing in _showings(file, feed)))


def _part(feed: Feed, url: str) -> Artifact:
    path = f"{feed.folder}feed.xml"
    return Artifact(Tree.SITE, path, rss(feed, f"{url}{path}"), RSS)


def _showings(file: Artifact, feed: Feed) -> Iterator[Showing]:
    for entry in feed.entries:
        if entry.issue is not None:
            yield Showing(entry.issue, file.tree, file.path, file.media_type, entry.declared, entry.id)
