"""Which files of the site an ordinary page refers to: only those are published."""

from __future__ import annotations

from collections.abc import Iterator
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit, urlunsplit

from briefing.model import Page, Publication

_ATTRIBUTES = frozenset({"href", "src", "poster", "data"})


def references(page: Page, publication: Publication) -> frozenset[str]:
    """Paths below the publication's URL that the page links to or shows."""
    reader = _Reader()
    reader.feed(page.content.value)
    reader.close()
    here = urljoin(publication.url, page.path)
    return frozenset(path for address in reader.found for path in _inside(here, address, publication.url))


def _inside(here: str, address: str, base: str) -> Iterator[str]:
    try:
        parts = urlsplit(urljoin(here, address.strip()))
    except ValueError:
        return
    url = urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))
    if url.startswith(base):
        yield unquote(url.removeprefix(base))


class _Reader(HTMLParser):
    """Collects addresses; ``srcset`` holds several, each with a width."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # every element may refer to a file
        for name, value in attrs:
            if value and name in _ATTRIBUTES:
                self.found.add(value)
            elif value and name == "srcset":
                self.found.update(part.split()[0] for part in value.split(",") if part.strip())
