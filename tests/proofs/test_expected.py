"""What is looked for in the editions is what the model says, in every form of copy."""

from __future__ import annotations

import sys

from hypothesis import given
from hypothesis import strategies as st

from briefing.model import Issue
from briefing.model.words import words
from briefing.proofs.expected import even, expected
from briefing.testing import EVERY_FORM, archive, sample_archive
from briefing.testing.variants import hostile, with_one_form_each


def issues() -> list[Issue]:
    sample = sample_archive()
    made = (sample, hostile(sample), archive(EVERY_FORM), *(single for _, single in with_one_form_each(sample)))
    return [issue for one in made for issue in one.issues]


def test_the_words_are_those_of_the_model_with_the_markers_in_their_places() -> None:
    for issue in issues():
        assert expected(issue).text == " ".join(words(issue))


@given(st.text(alphabet=" a\n\ue000\u00a0\u2009\u00ad—\x1f\x85", max_size=9))
def test_text_that_is_known_to_be_even_is(text: str) -> None:
    assert even(text) == " ".join(text.split())


def test_whatever_separates_words_but_the_blank_cannot_be_printed() -> None:
    assert [one for one in map(chr, range(sys.maxunicode + 1)) if one.isspace() and one.isprintable()] == [" "]
