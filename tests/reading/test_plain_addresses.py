"""A link to a file beside this one is resolved without being taken apart, and that changes nothing."""

from __future__ import annotations

import re
from itertools import product

import pytest

from briefing.reading import addresses
from briefing.reading.addresses import Addresses

_KNOWN = Addresses(
    pages={"content/issues/2031-05-02-a.md": "issues/a/", "content/about.md": "about/"},
    withheld=frozenset({"content/issues/2031-05-03-b.md"}),
    assets={"content/assets/a.png": "assets/a.png"},
    unread=frozenset({"content/issues/1.md"}),
)
_PIECES = "../|2031-05-02-a.md|2031-05-03-b.md|about.md|assets/a.png|1.md|1|a|/|//|.|..| |\n|#|#x|?|:|%31|TODO|INSERT|https://a.example/|é|_|-"
_HREFS = ["".join(pieces) for length in range(4) for pieces in product(_PIECES.split("|"), repeat=length)]


def test_a_plain_path_leads_where_it_leads_when_it_is_taken_apart(monkeypatch: pytest.MonkeyPatch) -> None:
    path = "content/issues/2031-05-04-c.md"
    resolved = [_KNOWN.resolve(path, href) for href in _HREFS]
    monkeypatch.setattr(addresses, "_PLAIN", re.compile(r"(?!)"))
    assert resolved == [_KNOWN.resolve(path, href) for href in _HREFS]
