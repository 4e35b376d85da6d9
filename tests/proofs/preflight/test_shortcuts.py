"""What is read sooner than by the standard library is read as by the standard library."""

from __future__ import annotations

from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from briefing.proofs.preflight.sending import decoded, words_of
from briefing.proofs.preflight.tags import Tags

PIECES = st.sampled_from(
    ["&", "#", "x", "X", ";", "8217", "2019", "0", "150", "amp", "notit", "copy", "Ampersand", "a", " ", "<", "\t", "“"]
)
HEADERS = st.sampled_from(["a", "é", " ", "\t", "\r\n ", "=?", "utf-8", "?q?", "=C3=A9", "?=", "?", "=", "\x00", "_"])


@given(st.lists(PIECES, max_size=12).map("".join))
def test_references_mean_what_html_says_they_mean(text: str) -> None:
    assert Tags().plain(text) == unescape(text)


@given(st.lists(HEADERS, max_size=9).map("".join))
def test_a_header_says_what_the_standard_library_reads_in_it(header: str) -> None:
    assert words_of(header) == decoded(header)
