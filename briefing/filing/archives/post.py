"""A post of another system, as its export has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


class UnreadableArchiveError(Exception):
    """An export that cannot be read; the message says why."""


@dataclass(frozen=True, slots=True)
class Post:
    """One post; HTML is as it came, with whatever is in it."""

    system: str
    """``ghost``, ``wordpress``, ``jekyll``, ``pelican``."""
    id: str
    """What the system calls it, for ever: its id in the feed where that is known."""
    title: str
    slug: str
    dated: datetime
    """Naive where the export names no offset."""
    url: str
    """Its address then; a path where the export does not know the host."""
    html: str
    excerpt: str = ""
    published: bool = True
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Archived:
    """What an export holds."""

    posts: tuple[Post, ...]
    left: tuple[str, ...] = ()
    """What was left out, in words."""
