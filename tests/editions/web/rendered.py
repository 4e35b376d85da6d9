"""Sites to look into: the sample archive and longer ones, rendered with the shipped theme."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache, cached_property
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html

from briefing.editions.web import WebEdition
from briefing.model import Archive, Rendition, Theme
from briefing.press.theme import load_theme
from briefing.testing import sample_archive

EDITION = WebEdition()
"""One for all tests: compiling its templates takes longer than what they ask for."""


class _EveryCard(Mapping[str, bytes]):
    """Cards that need not be drawn, which takes longer than a page: what they show has tests of its own."""

    def __getitem__(self, path: str) -> bytes:
        return b"\x89PNG"

    def __iter__(self) -> Iterator[str]:
        return iter(())

    def __len__(self) -> int:
        return 0


@cache
def shipped_theme() -> Theme:
    return load_theme()


@cache
def with_every_card() -> Theme:
    return replace(shipped_theme(), drawn=_EveryCard())


def many_issues(count: int) -> Archive:
    """The sample's first issue ``count`` times, a fortnight apart, each with its own number and address."""
    archive = sample_archive()
    first = archive.issues[0]
    issues = tuple(
        replace(
            first,
            number=number,
            slug=f"issue-{number:04}",
            published=first.published + timedelta(days=14 * number),
            updated=first.published + timedelta(days=14 * number),
        )
        for number in range(1000, 1000 + count)
    )
    return replace(archive, issues=issues)


@dataclass(frozen=True)
class Site:
    """A rendered site, read by path."""

    archive: Archive
    rendition: Rendition

    @cached_property
    def files(self) -> dict[str, bytes]:
        return {artifact.path: artifact.content for artifact in self.rendition.artifacts}

    @cached_property
    def _trees(self) -> dict[str, html.HtmlElement]:
        return {}

    @cached_property
    def _ids(self) -> dict[str, frozenset[str]]:
        return {}

    @property
    def pages(self) -> list[str]:
        return [path for path in self.files if path.endswith(".html")]

    def text(self, path: str) -> str:
        return self.files[path].decode()

    def tree(self, path: str) -> html.HtmlElement:
        """A page, to be looked at and not changed: it is parsed once."""
        if path not in self._trees:
            self._trees[path] = html.document_fromstring(self.text(path))
        return self._trees[path]

    def ids(self, path: str) -> frozenset[str]:
        """Every place on a page that a link may lead to."""
        if path not in self._ids:
            self._ids[path] = frozenset(map(str, self.tree(path).xpath("//@id")))
        return self._ids[path]

    def links(self, path: str) -> Iterator[str]:
        """Every address that a page asks for or leads to, as written."""
        tree = self.tree(path)
        for name in ("href", "src"):
            yield from (str(value) for value in tree.xpath(f"//@{name}"))
        for refresh in tree.xpath("//meta[@http-equiv='refresh']/@content"):
            yield str(refresh).partition("url=")[2]

    def target(self, path: str, link: str) -> tuple[str, str]:
        """The file a relative link leads to, in the tree that a server shows at the publication's address, and the fragment."""
        base = self.archive.publication.url
        url, fragment = urldefrag(urljoin(base + path.removesuffix("index.html"), link))
        assert url.startswith(base), f"{path} leads out of the publication: {link}"
        file = unquote(url.removeprefix(base))
        return (f"{file}index.html" if file.endswith("/") or not file else file), unquote(fragment)


def is_outside(link: str) -> bool:
    return bool(urlsplit(link).scheme)


def rendered(archive: Archive, theme: Theme | None = None) -> Site:
    """The site of an archive; without a theme, in the shipped one, with no cards to draw."""
    return Site(archive, EDITION.render(archive, theme or with_every_card()))


@cache
def sample_site() -> Site:
    """The sample archive as it is; rendered once."""
    return rendered(sample_archive())


def at(url: str, archive: Archive) -> Archive:
    """The archive under another address."""
    return replace(archive, publication=replace(archive.publication, url=url))
