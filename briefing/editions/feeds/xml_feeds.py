"""RSS 2.0 and Atom through feedgen, whose habits are kept in this one module.

As measured with feedgen 1.0.0: ``add_entry`` prepends unless told to append; the RSS link is the last link set; every date is the
clock's unless set; an ``author`` without an email address vanishes from RSS (so: ``dc:creator``); Atom's content must be of type
``html``, for ``CDATA`` is no type of RFC 4287; RSS gets no WebSub link; dates in RSS are formatted under a locale that is switched
for the whole process, so feeds are written in one thread; there is no way to name a style sheet.
"""

from __future__ import annotations

from typing import Any

from feedgen.feed import FeedGenerator
from lxml import etree

from briefing.editions.feeds.entry import Entry, Feed
from briefing.editions.feeds.escaping import attribute, html

_ATOM = "http://www.w3.org/2005/Atom"
GENERATOR = "mkdocs-briefing"


def rss(feed: Feed, self_url: str) -> bytes:
    """The feed as RSS 2.0 with the modules content and Dublin Core, and Atom's links."""
    generator = _generator(feed, self_url, "application/rss+xml")
    generator.load_extension("dc", atom=False)
    if feed.hub:
        generator.register_extension("hub", HubExtension, HubExtension, atom=False)
        generator.hub.url = feed.hub
    _add_entries(generator, feed)
    return _styled(generator.rss_str(pretty=True), feed)


def atom(feed: Feed, self_url: str) -> bytes:
    """The feed as Atom (RFC 4287)."""
    generator = _generator(feed, self_url, "application/atom+xml")
    _add_entries(generator, feed)
    return _styled(generator.atom_str(pretty=True), feed)


class HubExtension:
    """What feedgen lacks: the WebSub hub of an RSS feed (W3C WebSub §4)."""

    url = ""

    def extend_ns(self) -> dict[str, str]:
        """No namespace beside feedgen's own."""
        return {}

    def extend_rss(self, root: Any) -> None:
        """Adds the link to the channel; entries have none."""
        if self.url:
            etree.SubElement(root[0], f"{{{_ATOM}}}link", rel="hub", href=self.url)


def _generator(feed: Feed, self_url: str, media_type: str) -> Any:
    generator = FeedGenerator()
    generator.id(self_url if feed.folder else feed.url)
    generator.title(feed.title)
    generator.description(feed.description)
    generator.language(feed.language)
    generator.author(name=feed.publisher)
    generator.generator(GENERATOR)
    generator.updated(feed.updated)
    generator.link(href=self_url, rel="self", type=media_type)
    if feed.hub:
        generator.link(href=feed.hub, rel="hub")
    generator.link(href=feed.url, rel="alternate", type="text/html")
    return generator


def _styled(content: bytes, feed: Feed) -> bytes:
    """The feed with the instruction that names its style sheet (xml-stylesheet, 2nd edition), behind the XML declaration."""
    declaration, whole = content.split(b"\n", 1)
    instruction = f'<?xml-stylesheet type="text/css" href="{attribute(feed.style)}"?>'
    return b"\n".join((declaration, instruction.encode(), whole))


def _add_entries(generator: Any, feed: Feed) -> None:
    for entry in feed.entries:
        _fill(generator.add_entry(order="append"), entry)


def _fill(target: Any, entry: Entry) -> None:
    target.id(entry.id)
    target.title(entry.title)
    target.link(href=entry.url, rel="alternate", type="text/html")
    target.summary(html(entry.summary), type="html")
    target.content(entry.content, type="html")
    target.published(entry.published)
    target.updated(entry.updated)
    for name in entry.authors:
        target.author(name=name)
    for topic in entry.topics:
        target.category(term=topic)
    if hasattr(target, "dc"):
        target.dc.dc_creator(list(entry.authors))
