"""The pages of the site as places: where each leads, and where on it one can be led."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from briefing.model import Tree
from briefing.proofs.outputs import Outputs
from briefing.proofs.readers.html import links_of, parse
from briefing.proofs.shown import UnreadableError

_REFRESH = re.compile(r"^\s*\d*\s*;?\s*url\s*=\s*['\"]?(.*?)['\"]?\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class LinkedPage:
    """A page seen from outside."""

    links: tuple[str, ...] = field(repr=False)
    ids: frozenset[str] = field(repr=False)
    redirect: str = ""
    """Where it sends on to at once."""


def linked_pages(outputs: Outputs) -> Mapping[str, LinkedPage]:
    """Every page of the site by path; a page that cannot be parsed leads nowhere."""
    return {
        path: linked_page(content)
        for (tree, path), content in outputs.files.items()
        if tree is Tree.SITE and path.endswith(".html")
    }


def linked_page(content: bytes) -> LinkedPage:
    """A page's addresses, ids and redirect."""
    try:
        page = parse(content)
    except UnreadableError:
        return LinkedPage((), frozenset())
    refresh = (
        _REFRESH.match(meta.get("content", "")) for meta in page.iter("meta") if meta.get("http-equiv", "").lower() == "refresh"
    )
    redirect = next((found[1] for found in refresh if found), "")
    return LinkedPage(links_of(page), frozenset(map(str, page.xpath("//@id | //a/@name"))), redirect)
