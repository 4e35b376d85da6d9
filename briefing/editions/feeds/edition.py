"""The edition itself: which files it writes, and what it says of them."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.editions.feeds.entry import Feed, feed
from briefing.editions.feeds.json_feed import json_feed
from briefing.editions.feeds.xml_feeds import atom, rss
from briefing.model import Archive, Artifact, Rendition, Showing, Theme, Tree

RSS = "application/rss+xml"
ATOM = "application/atom+xml"
JSON = "application/feed+json"

ALIASES = ("rss.xml", "index.xml")
"""Where readers' programs and other generators look for RSS: identical copies, whose self link is ``feed.xml``."""


class FeedsEdition:
    """``feed.xml``, ``atom.xml`` and ``feed.json`` at the site's root, with the newest issues in full."""

    name = "feeds"

    def render(self, archive: Archive, theme: Theme) -> Rendition:  # noqa: ARG002 - a feed has no looks: no theme plays a part
        """All feeds; the same archive gives the same bytes."""
        whole, url = feed(archive), archive.publication.url
        files = (
            Artifact(Tree.SITE, "feed.xml", rss(whole, f"{url}feed.xml"), RSS),
            Artifact(Tree.SITE, "atom.xml", atom(whole, f"{url}atom.xml"), ATOM),
            Artifact(Tree.SITE, "feed.json", json_feed(whole, f"{url}feed.json"), JSON),
        )
        copies = tuple(Artifact(Tree.SITE, alias, files[0].content, RSS) for alias in ALIASES)
        showings = tuple(showing for file in files for showing in _showings(file, whole))
        return Rendition(files + copies, showings)


def _showings(file: Artifact, whole: Feed) -> Iterator[Showing]:
    for entry in whole.entries:
        yield Showing(entry.issue, file.tree, file.path, file.media_type, entry.declared, entry.id)
