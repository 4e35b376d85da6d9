"""What is read sooner than by the standard library is read as by the standard library."""

from __future__ import annotations

from html import unescape
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Publication, Sender
from briefing.proofs.preflight.letter import Letter
from briefing.proofs.preflight.links import LONGEST, address_faults, is_plain
from briefing.proofs.preflight.sending import decoded, words_of
from briefing.proofs.preflight.tags import Tags
from briefing.testing import sample_archive

LETTER = Letter(
    Publication("The Pilotage Lantern", "https://lantern.example/", "", "en-GB", ZoneInfo("UTC")),
    Sender("Lantern", "post@lantern.example", "1 Quay"),
    sample_archive().issues[0],
    html="",
    text="",
    html_octets=b"",
    text_octets=b"",
    raw=b"",
    tags=Tags(),
)
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


ADDRESSES = st.sampled_from(
    [
        "https://",
        "http:",
        "/",
        "guild",
        ".",
        "example",
        "a-b",
        "local",
        "lan",
        "10",
        "0.0.7",
        "@",
        ":8",
        "?utm_x=1",
        "#",
        "%20",
        "~",
        "É",
    ]
)


@given(st.lists(ADDRESSES, max_size=7).map(lambda pieces: "".join(("https://", *pieces))))
def test_nothing_is_wrong_with_a_plain_address(address: str) -> None:
    assert not is_plain(address) or list(address_faults(LETTER, address)) == []


def test_most_addresses_are_plain() -> None:
    assert is_plain("https://guild.example/issues/tides-2/")
    assert not is_plain("https://guild.local/")
    assert not is_plain(f"https://guild.example/{'x' * LONGEST}")
