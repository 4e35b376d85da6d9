"""What is refused is looked for among the unusual characters of a text alone, and nothing is missed by that."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.reading import characters
from briefing.reading.characters import refused_characters, unusual

_TEXTS = st.text(
    st.one_of(
        st.sampled_from("a \t\n\r\x00\x7f\x85\u00a0“é\u200b\u200d\ufeff\ufffd\ud800\udc00👩\U000e0101\U0010ffff"), st.characters()
    )
)


@given(_TEXTS)
def test_unusual_is_all_but_blanks_line_ends_and_ascii_that_can_be_seen(text: str) -> None:
    ordinary = {*"\t\n\r", *map(chr, range(0x20, 0x7F))}
    assert unusual(text) == "".join(character for character in text if character not in ordinary)


@given(_TEXTS)
def test_every_run_of_refused_characters_is_found(text: str) -> None:
    whole = characters._RUN.finditer(text)
    assert [(one.start, one.end) for one in refused_characters(text)] == [match.span() for match in whole if match.lastgroup]
