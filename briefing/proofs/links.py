"""Every link inside the publication, in pages, feeds and emails, leads to a page that is there, and to a place on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeAlias
from urllib.parse import unquote, urldefrag, urljoin

from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.proofs import L201, L202
from briefing.model import Tree
from briefing.proofs.addresses import Addresses, Fault
from briefing.proofs.findings import place
from briefing.proofs.outputs import Outputs
from briefing.proofs.tags import Tags, ids_of, redirect_of

_FURTHEST = 5
"""How many redirects are followed."""


class LinkedFile(NamedTuple):
    """A finished file as others see it, and where it leads."""

    ends: tuple[Fault | str, ...]
    """Full addresses inside the publication, in their order, and what is wrong with addresses whatever lies there."""
    ids: frozenset[str] = frozenset()
    """The places that one can be led to."""
    redirect: str = ""
    """Where it sends on to at once."""


Linked: TypeAlias = Mapping[tuple[Tree, str], LinkedFile]


class Links:
    """Follows the links of all finished files."""

    name = "links"

    def prove(self, outputs: Outputs) -> Iterable[Diagnostic]:
        """One finding for each address that fails, at the first file that has it."""
        return self.judge(outputs, (self.look(outputs),))

    def look(self, piece: Outputs) -> Linked:
        """What each file leads to."""
        addresses = Addresses(piece.archive.publication.url)
        return {**dict(_pages(piece, addresses)), **_sent(piece, addresses)}

    def judge(self, outputs: Outputs, looked: Sequence[Linked]) -> Iterable[Diagnostic]:
        """Whether that is there."""
        linked = {file: one for part in looked for file, one in part.items()}
        files = frozenset(path for tree, path in outputs.files if tree is Tree.SITE)
        site = _Site(
            outputs.archive.publication.url, files, {path: one for (tree, path), one in linked.items() if tree is Tree.SITE}
        )
        faults = {end: _fault(site, end) for end in dict.fromkeys(end for one in linked.values() for end in one.ends)}
        return _findings(linked, {end: fault for end, fault in faults.items() if fault}) if any(faults.values()) else ()


def _pages(piece: Outputs, addresses: Addresses) -> Iterator[tuple[tuple[Tree, str], LinkedFile]]:
    for tree, path in piece.files:
        if tree is Tree.SITE and path.endswith(".html"):
            tags = piece.tags(path)
            yield (tree, path), LinkedFile(()) if tags is None else _page(tags, addresses, addresses.folders(path))


def _page(tags: Tags, addresses: Addresses, folders: tuple[str, ...]) -> LinkedFile:
    ids, redirect = ids_of(tags), redirect_of(tags)
    own = frozenset() if redirect else ids
    links = [link for tag in tags if tag.links for link in tag.links if link[:1] != "#" or link[1:] not in own]
    found = dict.fromkeys(addresses.ends(folders, links))
    if redirect:
        found[addresses.end(folders, redirect)] = None
    return LinkedFile(tuple(end for end in found if end is not None), ids, redirect)


def _sent(piece: Outputs, addresses: Addresses) -> Linked:
    """Files of other kinds that show issues: they have no address of their own that a link could be relative to."""
    links: dict[tuple[Tree, str], dict[str, None]] = {}
    for _, showing, shown in piece.shown():
        if (showing.tree, showing.media_type) != (Tree.SITE, "text/html"):
            links.setdefault((showing.tree, showing.path), {}).update(dict.fromkeys(shown.links))
    ends = {file: dict.fromkeys(addresses.ends((), found)) for file, found in links.items()}
    return {file: LinkedFile(tuple(end for end in found if end is not None)) for file, found in ends.items()}


@dataclass(frozen=True, slots=True)
class _Site:
    """What links can lead to."""

    url: str
    files: frozenset[str]
    pages: Mapping[str, LinkedFile] = field(repr=False)
    _paths: dict[str, str | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    """By addresses without a place: many links lead to places of the same page."""

    def missing(self, url: str) -> Fault | None:
        """What is not there of a place in the publication."""
        bare, _, fragment = url.partition("#")
        if bare not in self._paths:
            self._paths[bare] = self._file(unquote(bare.removeprefix(self.url).partition("?")[0]))
        path = self._paths[bare]
        if path is None:
            return Fault(L201, bare, bare)
        page = self._behind_redirects(path) if fragment else None
        return None if page is None or unquote(fragment) in page.ids else Fault(L202, url, url)

    def _file(self, path: str) -> str | None:
        """The file a server sends for ``path``."""
        candidates = (f"{path}index.html",) if not path or path.endswith("/") else (path, f"{path}/index.html")
        return next((candidate for candidate in candidates if candidate in self.files), None)

    def _page(self, path: str) -> LinkedFile | None:
        return self.pages.get(path) if path.endswith(".html") else None

    def _behind_redirects(self, path: str) -> LinkedFile | None:
        """The page that is shown in the end; None for what is no page of ours."""
        page = self._page(path)
        for _ in range(_FURTHEST):
            if page is None or not page.redirect:
                return page
            target = urldefrag(urljoin(urljoin(self.url, path), page.redirect)).url
            path = self._file(unquote(target.removeprefix(self.url))) or ""
            page = self._page(path)
        return page


def _fault(site: _Site, end: Fault | str) -> Fault | None:
    return site.missing(end) if isinstance(end, str) else end


def _findings(linked: Linked, faults: Mapping[Fault | str, Fault]) -> Iterator[Diagnostic]:
    """Pages come first: what is wrong with a page is wrong with every feed and email that has its links."""
    spans: dict[Fault, list[Span]] = {}
    for (tree, path), one in sorted(linked.items(), key=_after_pages):
        for end in one.ends:
            if end in faults:
                spans.setdefault(faults[end], []).append(place(tree, path))
    yield from (_finding(fault, found) for fault, found in spans.items())


def _after_pages(one: tuple[tuple[Tree, str], LinkedFile]) -> tuple[bool, str, str]:
    (tree, path), _ = one
    return not (tree is Tree.SITE and path.endswith(".html")), tree.value, path


def _finding(fault: Fault, spans: list[Span]) -> Diagnostic:
    others = len(set(spans)) - 1
    notes = [f"it leads to: {fault.target}"] if fault.target != fault.address else []
    if others:
        notes.append(f"{others} more {'file has' if others == 1 else 'files have'} it")
    return fault.code.at(spans[0], f"{fault.code.title}: {fault.address}", notes=notes)
