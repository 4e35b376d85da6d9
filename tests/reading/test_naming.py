"""Names made from words last: how quickly they are made is no part of them."""

from __future__ import annotations

from unicodedata import normalize

from hypothesis import given
from hypothesis import strategies as st

from briefing.reading.naming import frozen_form
from tests.characters import ANY


@given(words=st.one_of(st.text(ANY), st.text(alphabet="aZ09 _.,“”’—…éÉßİ٣ﬁ\u0301\u00a0", max_size=30)))
def test_of_words_only_letters_and_digits_are_in_a_name(words: str) -> None:
    assert frozen_form(words).decode() == "".join(filter(str.isalnum, normalize("NFC", words).lower()))
