"""What an edition hands back: files as bytes, and where in them an issue's words can be read back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Protocol

from briefing.diagnostics.packing import Packed
from briefing.model.publication import Archive
from briefing.model.sharing import Share, one_by_one


class Tree(Enum):
    """Which of the two output folders a file belongs to."""

    SITE = "site"
    DIST = "dist"


@dataclass(frozen=True, slots=True)
class Artifact(Packed):
    """One file of an edition."""

    tree: Tree
    path: str
    """Relative, forward slashes, inside its tree: ``issues/slug/index.html``."""
    content: bytes = field(repr=False)
    media_type: str
    """Without parameters: ``text/html``, ``application/rss+xml``, ``message/rfc822``."""


@dataclass(frozen=True, slots=True)
class Showing:
    """An edition's statement that one of its files carries the words of one issue; the same-words proof holds it to that.

    The words of an issue are read in the order of ``briefing.model.words``. Whatever else the file shows in the part that is read
    back must be declared here, in its order of appearance: standing lines of the edition, and repeated words (pull-quotes).
    """

    issue: int
    """The issue's number."""
    tree: Tree
    path: str
    media_type: str
    """Decides by which parser the file is read back."""
    declared: tuple[str, ...] = ()
    """Lines of the edition's own, as plain text, in order of appearance (each may span several elements)."""
    entry: str = ""
    """In a feed: the id of the entry that carries the issue. In a message: the media type of the part that is meant; "" for both."""


@dataclass(frozen=True, slots=True)
class Rendition:
    """What an edition made of the archive."""

    artifacts: tuple[Artifact, ...]
    showings: tuple[Showing, ...] = ()


@dataclass(frozen=True, slots=True)
class Theme:
    """Templates, static files and design tokens, loaded by the press so that editions stay pure."""

    templates: Mapping[str, str]
    """Jinja sources by name with their folder: ``web/issue.html``, ``email/…``."""
    assets: Mapping[str, bytes]
    """Static files of the website by output path: ``assets/briefing.css``."""
    tokens: Mapping[str, Any]
    """Design tokens as read from ``theme/tokens/*.toml``: colours, type, spacing; one source for site and email."""
    drawn: Mapping[str, bytes] = field(default_factory=dict, repr=False)
    """Pictures of the last good build by output path, whose names say all that is in them: they need not be drawn again."""
    search: bool = False
    """Whether an index for searching will be made of the finished website."""
    share: Share = field(default=one_by_one, repr=False, compare=False)
    """For work that is independent for each issue or page: whoever has several processors lets them share it."""


class Edition(Protocol):
    """One form of the same issues; a plug-in of the group ``briefing.editions`` is a callable that returns one."""

    @property
    def name(self) -> str:
        """Short and lower case: ``web``, ``feeds``, ``email``."""

    def render(self, archive: Archive, theme: Theme) -> Rendition:
        """All files of this edition; pure: the same archive and theme give the same bytes."""
