"""What has nothing in it to be changed is not looked at letter by letter: the short way is held to the long one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.editions.email import escaping, flowed, links
from briefing.editions.email.escaping import ascii_only, escaped, running
from briefing.editions.email.flowed import Passage
from briefing.editions.email.links import safe_url


class Never:
    """A pattern that nothing fits."""

    def fullmatch(self, _text: str) -> None:
        return None


ADDRESSES = st.builds(
    "{}{}{}".format,
    st.sampled_from(["https://", "http://", "HTTPS://", "https:", "https:///", "mailto:", ""]),
    st.sampled_from(["guild.example", "guild.example:8080", "ü.example", "[::1", "x@y.example", ""]),
    st.text("ab/?#=&%[]:@.;-_é ", max_size=20),
)


@given(ADDRESSES)
def test_a_plain_address_is_what_the_long_way_makes_of_it(url: str) -> None:
    short = safe_url(url)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(links, "_PLAIN", Never())
        assert safe_url(url) == short


@given(st.text(st.one_of(st.characters(), st.sampled_from('ab &<>"{}%*|$\x07\x85\u2028“’'))))
def test_plain_words_are_what_the_long_way_makes_of_them(words: str) -> None:
    short = escaped(words), running(words)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(escaping, "_IN_ASCII", bytes(256))
        patch.setattr(escaping, "_PLAIN", Never())
        patch.setattr(escaping, "_PRINTABLE", Never())
        assert (escaped(words), running(words)) == short


@given(st.text(st.sampled_from('ab &<>"{}%*|$\x07\x85\u2028“’é🚢')))
def test_a_document_is_ascii_and_says_the_same(words: str) -> None:
    document = ascii_only(f"<p>{escaped(words)}</p>")
    assert document.isascii()
    assert not set('"{}%*|$') & set(document)


@given(st.text("abcd “—- ", min_size=1, max_size=400), st.one_of(st.integers(0, 3), st.integers(60, 80)))
def test_lines_of_narrow_letters_are_folded_as_column_by_column(words: str, depth: int) -> None:
    short = flowed.flowed([Passage(words, depth)])
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(flowed, "_NARROW", Never())
        assert flowed.flowed([Passage(words, depth)]) == short
