"""Which code a fault of a finished file has, and how its place is named."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum

from briefing.diagnostics import Code, Span
from briefing.diagnostics.codes import proofs as codes
from briefing.model import Showing, Tree


class Family(Enum):
    """Whose fault it is: the letter of the codes."""

    WEBSITE = "website"
    FEEDS = "feeds"
    EMAIL = "email"


FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")

WORDS: Mapping[Family, Code] = {Family.WEBSITE: codes.W101, Family.FEEDS: codes.D101, Family.EMAIL: codes.E101}
QUOTATION: Mapping[Family, Code] = {Family.WEBSITE: codes.W102, Family.FEEDS: codes.D102, Family.EMAIL: codes.E102}
MARKERS: Mapping[Family, Code] = {Family.WEBSITE: codes.W103, Family.FEEDS: codes.D103, Family.EMAIL: codes.E103}
COMPLETENESS: Mapping[Family, Code] = {Family.WEBSITE: codes.W104, Family.FEEDS: codes.D104, Family.EMAIL: codes.E104}
UNREADABLE: Mapping[Family, Code] = {Family.WEBSITE: codes.W105, Family.FEEDS: codes.D105, Family.EMAIL: codes.E105}


def family(showing: Showing) -> Family:
    """Feeds by their media type; what lies in ``dist/`` is for sending."""
    if showing.media_type in FEED_TYPES:
        return Family.FEEDS
    return Family.EMAIL if showing.tree is Tree.DIST else Family.WEBSITE


def place(tree: Tree, path: str) -> Span:
    """A finished file as a whole."""
    return Span(f"{tree.value}/{path}")


def place_of(showing: Showing) -> Span:
    """The file of a showing as a whole."""
    return place(showing.tree, showing.path)


def part_of(showing: Showing, form: str = "") -> tuple[str, ...]:
    """The note that says which part of a file is meant, where it has several."""
    parts = (f"entry {showing.entry}" if showing.entry not in {"", form} else "", f"part {form}" if form else "")
    named = ", ".join(part for part in parts if part)
    return (f"in the file: {named}",) if named else ()
