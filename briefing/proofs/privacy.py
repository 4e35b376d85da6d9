"""A page is read and does nothing else: it asks no other host, runs nothing of its own making, and says so to the browser."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

from briefing.diagnostics import Code, Diagnostic
from briefing.diagnostics.codes.privacy import W111, W112, W113
from briefing.model import Tree
from briefing.proofs.findings import place
from briefing.proofs.outputs import Outputs
from briefing.proofs.proof import EachFile
from briefing.proofs.tags import in_style

_ABSOLUTE = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|[/\\]\s*[/\\])|[\s\\]|.*[\t\r\n]", re.IGNORECASE)
"""How an address begins that can lead to another host: with a scheme or a host; or it is strangely written, and has to be looked into."""
_ALLOWED = re.compile(r"'none'|'self'|'wasm-unsafe-eval'|'sha(?:256|384|512)-[A-Za-z0-9+/=]+'|data:")


class Privacy(EachFile):
    """Looks at every page and style sheet of the site."""

    name = "privacy"

    def prove(self, outputs: Outputs) -> Iterator[Diagnostic]:
        """One finding for each fault of a file; most pages ask for the same files, by the same policy."""
        url = outputs.archive.publication.url
        known: dict[_Said, tuple[tuple[Code, str], ...]] = {}
        for (tree, path), content in outputs.files.items():
            said = _said(outputs, path, content) if tree is Tree.SITE else None
            if said is None:
                continue
            if said not in known:
                known[said] = tuple(dict.fromkeys(_faults(said, url)))
            for code, what in known[said]:
                yield code.at(place(tree, path), notes=(what,) if what else (), help=(code.instead,))


class _Said(NamedTuple):
    """What matters of a file."""

    asks: tuple[str, ...]
    runs: tuple[str, ...] = ()
    policy: str | None = None
    """None: a style sheet, which has none."""


def _said(outputs: Outputs, path: str, content: bytes) -> _Said | None:
    if path.endswith(".css"):
        return _Said(tuple(in_style(content.decode("utf-8", "replace"))))
    if not path.endswith((".html", ".htm")) or (tags := outputs.tags(path)) is None:
        return None
    return _Said(
        tuple(address for tag in tags for address in tag.asks),
        tuple(what for tag in tags for what in tag.runs),
        next((tag.policy for tag in tags if tag.policy is not None), ""),
    )


def _faults(said: _Said, url: str) -> Iterator[tuple[Code, str]]:
    yield from _foreign(said.asks, url)
    yield from ((W112, what) for what in said.runs)
    if said.policy is not None and not _forbids(said.policy):
        yield W113, ""


def _foreign(addresses: Iterable[str], url: str) -> Iterator[tuple[Code, str]]:
    """A relative address leads to the page's own host, wherever in the site the page lies."""
    own = _host(url, url)
    for address in addresses:
        if _ABSOLUTE.match(address) and (asked := _host(address.strip().replace("\\", "/"), url)) and asked != own:
            yield W111, f"it asks {asked}"


def _host(address: str, base: str) -> str:
    """Scheme and host of an address that leads anywhere; "" for data."""
    try:
        parts = urlsplit(urljoin(base, address))
    except ValueError:
        return "an address that is none"
    return f"{parts.scheme}://{parts.netloc}" if parts.netloc or parts.scheme not in {"", "data"} else ""


def _forbids(policy: str) -> bool:
    """Whether a policy allows this site alone (CSP Level 3)."""
    directives = [directive.split() for directive in policy.split(";") if directive.split()]
    default = any(directive[0] == "default-src" for directive in directives)
    return default and all(_ALLOWED.fullmatch(source) for directive in directives for source in directive[1:])
