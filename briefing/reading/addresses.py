"""Where relative links in copy lead: files of ``content/`` become addresses of the site."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import Enum
from functools import cached_property
from urllib.parse import unquote, urlsplit

from briefing.model import Address, External, Internal


class Unresolved(Enum):
    """Why a link has no address."""

    EMPTY = "empty"
    SCHEME = "scheme"
    MISSING = "missing"
    WITHHELD = "withheld"


_PLAIN = re.compile(r"(?:\.\./|[0-9])[A-Za-z0-9_./-]*")
"""A path up the tree, or of a file whose name begins with its date: no placeholder, and without a scheme or anything encoded."""


@dataclass(frozen=True)
class Addresses:
    """Every file that copy may link to, by its project-relative path, and where it ends up in the site."""

    pages: Mapping[str, str] = field(default_factory=dict)
    """``content/issues/2031-05-02-night-berthing.md`` → ``issues/night-berthing/``; ordinary pages likewise."""
    withheld: frozenset[str] = frozenset()
    """Paths of issues that are not published now."""
    assets: Mapping[str, str] = field(default_factory=dict)
    """``content/assets/rests.png`` → ``assets/rests.png``."""
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    """Width and height in pixels of the images among them: ``assets/rests.png`` → (1200, 800)."""
    unread: frozenset[str] = frozenset()
    """Paths of files that could not be read: a link to one is no fault of its own, wherever it leads."""

    @cached_property
    def asset_paths(self) -> frozenset[str]:
        """Where the files end up in the site."""
        return frozenset(self.assets.values())

    def resolve(self, path: str, href: str) -> Address | Unresolved:
        """The address that ``href`` means in the file ``path``, or why there is none."""
        href = href.strip()
        if _PLAIN.fullmatch(href):
            return self._internal(_beside(path, href), "")
        if _is_placeholder(href):
            return Unresolved.EMPTY
        try:
            parts = urlsplit(href)
        except ValueError:
            return Unresolved.SCHEME
        if parts.scheme:
            return External(href) if _is_allowed(parts.scheme, parts.netloc, parts.path) else Unresolved.SCHEME
        if parts.netloc or href.startswith("/"):
            return Unresolved.MISSING
        target = _beside(path, unquote(parts.path)) if parts.path else path
        return self._internal(target, unquote(parts.fragment))

    def nearest(self, path: str, href: str) -> str:
        """The relative path of the page or file most like a link that leads nowhere; "" if none is near."""
        folder = posixpath.dirname(path)
        known = {posixpath.relpath(target, folder): target for target in (*self.pages, *self.assets)}
        return next(iter(get_close_matches(href.partition("#")[0], known, n=1)), "")

    def _internal(self, target: str, fragment: str) -> Address | Unresolved:
        if target in self.withheld:
            return Unresolved.WITHHELD
        if target in self.pages:
            return Internal(self.pages[target], fragment)
        if target in self.assets:
            return Internal(self.assets[target])
        if target in self.unread:
            return Internal("")
        return Unresolved.MISSING


def _beside(path: str, relative: str) -> str:
    """The path that ``relative`` means in the file ``path``."""
    return posixpath.normpath(posixpath.join(posixpath.dirname(path), relative))


def _is_placeholder(href: str) -> bool:
    bare = href.strip("#").upper()
    return not bare or bare in {"TODO", "TK", "TBC", "URL", "LINK"} or bare.startswith(("INSERT", "ADD_LINK", "LINK_HERE"))


def _is_allowed(scheme: str, host: str, rest: str) -> bool:
    match scheme.lower():
        case "https" | "http":
            return bool(host)
        case "mailto" | "tel":
            return bool(rest)
        case _:
            return False
