"""Where a page lies, and how it links to the others."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote, urlsplit

from briefing.model import Address, External, Internal, Publication

NOT_FOUND = "404.html"

_SCHEMES = ("http://", "https://", "mailto:", "tel:")
_PLAIN = re.compile(r"(?![/.])[A-Za-z0-9._~/-]*")
"""Paths that are the same in a URL; ``quote`` takes fifty times as long, and every page has forty links."""
_NOT_IN_URLS = re.compile(r"[\x00-\x20\x7f\"<>\\^`{|}]")


@dataclass(frozen=True)
class Place:
    """A page's path, from which links to other paths are made.

    Links are relative, so that the same bytes work under any address. Only the page a server shows for a missing one
    can be shown at any depth: its links begin at the server's root.
    """

    path: str
    """Relative to the publication's URL: ``issues/slug/``, ``404.html``; ``""`` is the front page."""
    publication: Publication

    @property
    def file(self) -> str:
        """The file that a server sends for it."""
        return f"{self.path}index.html" if self.path.endswith("/") or not self.path else self.path

    @cached_property
    def canonical(self) -> str:
        """Its full URL."""
        return self.absolute(self.path)

    def to(self, path: str, fragment: str = "") -> str:
        """A link from here to another path of the publication."""
        if fragment and path == self.path:
            return f"#{_quoted(fragment)}"
        return f"{self.root}{below(path, fragment)}"

    def href(self, address: Address) -> str:
        """A link from here to an address of the copy; "" where it may not be one (``javascript:`` and its like)."""
        match address:
            case Internal(path, fragment):
                return self.to(path, fragment)
            case External(url):
                return outside(url)

    def absolute(self, path: str) -> str:
        """The full URL of a path of the publication."""
        return f"{self.publication.url}{path}" if _PLAIN.fullmatch(path) else self.publication.absolute(Internal(path))

    @cached_property
    def root(self) -> str:
        """The link from here to the publication's front page."""
        if self.path == NOT_FOUND:
            return urlsplit(self.publication.url).path
        return "../" * self.path.count("/") or "./"


def below(path: str, fragment: str = "") -> str:
    """A path of the publication as it stands behind the way to the front page: no character in it means anything in HTML."""
    return f"{_quoted(path)}#{_quoted(fragment)}" if fragment else _quoted(path)


def _quoted(path: str) -> str:
    return path if _PLAIN.fullmatch(path) else quote(path, safe="/-._~")


def outside(url: str) -> str:
    """An outside URL as it may stand in ``href``; "" if its scheme is none that a reader should be led to."""
    if not url.lower().startswith(_SCHEMES):
        return ""
    return _NOT_IN_URLS.sub(lambda found: f"%{ord(found[0]):02X}", url)


def source_path(key: str) -> str:
    """Where the page of a source lies."""
    return f"sources/{key}/"


def document_path(key: str) -> str:
    """Where the published document of a source lies."""
    return f"{source_path(key)}document/"


def person_path(identifier: str) -> str:
    """Where the page of a person or body lies."""
    return f"people/{identifier}/"
