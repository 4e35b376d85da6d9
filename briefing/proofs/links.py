"""Every link inside the publication, in pages, feeds and emails, leads to a page that is there, and to a place on it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from briefing.diagnostics import Code, Diagnostic, Span
from briefing.diagnostics.codes.proofs import L201, L202, L203
from briefing.model import Tree
from briefing.proofs.findings import place, place_of
from briefing.proofs.outputs import Outputs
from briefing.proofs.pages import LinkedPage, linked_pages

_RUNS_CODE = re.compile(r"(?:javascript|vbscript|data(?!:image/)):", re.IGNORECASE)
_RELATIVE = ("#", "/", ".")
"""How an address begins that means nothing outside a page; a provider's placeholder in an email begins otherwise."""
_UP = re.compile(r"((?:\.\./)+)((?:[\w-]+(?:\.[\w-]+)*/?)*(?:#.*)?)")
"""An address that goes up and then down by plain names: nothing in it means anything else when it is written further up."""
_FURTHEST = 5
"""How many redirects are followed."""


class Links:
    """Follows the links of all finished files."""

    name = "links"

    def prove(self, outputs: Outputs) -> Iterator[Diagnostic]:
        """One finding for each address that fails, at the first file that has it."""
        pages = linked_pages(outputs)
        site = _Site(outputs.archive.publication.url, frozenset(path for tree, path in outputs.files if tree is Tree.SITE), pages)
        faults: dict[_Fault, list[Span]] = {}
        for span, base, address in _links(outputs, pages, site.url):
            if fault := site.judged(base, address):
                faults.setdefault(fault, []).append(span)
        for fault, spans in faults.items():
            yield _finding(fault, spans)


class _Fault(NamedTuple):
    code: Code
    address: str
    target: str


@dataclass(frozen=True, slots=True)
class _Site:
    """What links can lead to."""

    url: str
    files: frozenset[str]
    pages: Mapping[str, LinkedPage]
    _known: dict[tuple[str, str], _Fault | None] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was found of an address before: every page has the same masthead, and issues are linked from several lists."""

    _reached: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict, init=False, repr=False, compare=False)
    """The places on the page that an address leads to; none where more has to be looked into."""

    def judged(self, base: str, address: str) -> _Fault | None:
        """``fault``, looked into once for each address; a relative one means another place on each page."""
        base, address = self._from_above(base, address)
        bare, _, fragment = address.strip().partition("#")
        if fragment and unquote(fragment) in self._places(base, bare):
            return None
        key = ("" if base and address.startswith(self.url) else base, address)
        if key not in self._known:
            self._known[key] = self.fault(base, address)
        return self._known[key]

    def _from_above(self, base: str, address: str) -> tuple[str, str]:
        """``../../archive/`` as the page two folders further up has it: so all pages have the same address."""
        up = _UP.fullmatch(address)
        folders = base.removeprefix(self.url).split("/")
        levels = len(up[1]) // 3 if up else 0
        if up is None or not base.endswith("/") or levels >= len(folders):
            return base, address
        return self.url + "".join(f"{folder}/" for folder in folders[: -levels - 1]), up[2]

    def _places(self, base: str, bare: str) -> frozenset[str]:
        if (base, bare) not in self._reached:
            in_reach = (base or bare.startswith(self.url)) and self.fault(base, bare) is None
            page = self._page(urljoin(base, bare)) if in_reach else None
            self._reached[base, bare] = page.ids if page else frozenset()
        return self._reached[base, bare]

    def fault(self, base: str, address: str) -> _Fault | None:
        """What is wrong with ``address`` as written in a file whose own address is ``base``, "" for a file that has none."""
        written = address.strip()
        if _RUNS_CODE.match("".join(written.split())):
            return _Fault(L203, written[:60], written[:60])
        if not base and not written.startswith(self.url):
            return _Fault(L201, written, written) if written.startswith(_RELATIVE) else None
        try:
            return self._missing(written, urljoin(base, written))
        except ValueError:  # no address at all: http://[
            return _Fault(L201, written, written)

    def _missing(self, address: str, url: str) -> _Fault | None:
        """Relative addresses stay inside the publication; absolute ones are looked at if they lead into it."""
        target, fragment = urldefrag(url)
        if not target.startswith(self.url):
            leaves = not urlsplit(address).scheme and not address.startswith("//")
            return _Fault(L201, address, url) if leaves else None
        path = self._path(target)
        if path is None:
            return _Fault(L201, target, target)
        page = self._behind_redirects(path)
        if not fragment or page is None or unquote(fragment) in page.ids:
            return None
        return _Fault(L202, url, url)

    def _page(self, target: str) -> LinkedPage | None:
        path = self._path(target) if target.startswith(self.url) else None
        return None if path is None else self._behind_redirects(path)

    def _path(self, target: str) -> str | None:
        """The file that an address of ours means, where there is one."""
        return self._file(unquote(urlsplit(target).path[len(urlsplit(self.url).path) :]))

    def _file(self, path: str) -> str | None:
        """The file a server sends for ``path``."""
        candidates = (f"{path}index.html",) if not path or path.endswith("/") else (path, f"{path}/index.html")
        return next((candidate for candidate in candidates if candidate in self.files), None)

    def _behind_redirects(self, path: str) -> LinkedPage | None:
        """The page that is shown in the end; None for what is no page of ours."""
        page = self.pages.get(path)
        for _ in range(_FURTHEST):
            if page is None or not page.redirect:
                return page
            target = urldefrag(urljoin(urljoin(self.url, path), page.redirect)).url
            path = self._file(unquote(target.removeprefix(self.url))) or ""
            page = self.pages.get(path)
        return page


def _links(outputs: Outputs, pages: Mapping[str, LinkedPage], url: str) -> Iterator[tuple[Span, str, str]]:
    """Every link with the file it stands in and the address it is relative to, "" where nothing can be."""
    for path, page in pages.items():
        span, base = place(Tree.SITE, path), urljoin(url, path.removesuffix("index.html"))
        for address in (*page.links, *((page.redirect,) if page.redirect else ())):
            yield span, base, address
    for _, showing, shown in outputs.shown():
        if (showing.tree, showing.media_type) != (Tree.SITE, "text/html"):
            for address in shown.links:
                yield place_of(showing), "", address


def _finding(fault: _Fault, spans: list[Span]) -> Diagnostic:
    others = len(set(spans)) - 1
    notes = [f"it leads to: {fault.target}"] if fault.target != fault.address else []
    if others:
        notes.append(f"{others} more {'file has' if others == 1 else 'files have'} it")
    return fault.code.at(spans[0], f"{fault.code.title}: {fault.address}", notes=notes)
