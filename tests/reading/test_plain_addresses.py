"""A link to a file beside this one is resolved without being taken apart, and that changes nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.reading import addresses
from briefing.reading.addresses import Addresses

_KNOWN = Addresses(
    pages={"content/issues/2031-05-02-a.md": "issues/a/", "content/about.md": "about/"},
    withheld=frozenset({"content/issues/2031-05-03-b.md"}),
    assets={"content/assets/a.png": "assets/a.png"},
    unread=frozenset({"content/issues/1.md"}),
)
_PIECES = "../|2031-05-02-a.md|2031-05-03-b.md|about.md|assets/a.png|1.md|1|a|/|//|.|..| |\n|#|#x|?|:|%31|TODO|INSERT|https://a.example/|é|_|-"
_HREFS = st.lists(st.sampled_from(_PIECES.split("|")), max_size=5).map("".join)


@given(href=_HREFS)
def test_a_plain_path_leads_where_it_leads_when_it_is_taken_apart(href: str) -> None:
    path = "content/issues/2031-05-04-c.md"
    resolved = _KNOWN.resolve(path, href)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(addresses, "_PLAIN", re.compile(r"(?!)"))
        assert resolved == _KNOWN.resolve(path, href)
