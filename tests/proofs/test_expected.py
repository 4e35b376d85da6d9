"""What is looked for in the editions is what the model says, in every form of copy."""

from __future__ import annotations

from briefing.model import Issue
from briefing.model.words import words
from briefing.proofs.expected import expected
from briefing.testing import EVERY_FORM, archive, sample_archive
from briefing.testing.variants import hostile, with_one_form_each


def issues() -> list[Issue]:
    sample = sample_archive()
    made = (sample, hostile(sample), archive(EVERY_FORM), *(single for _, single in with_one_form_each(sample)))
    return [issue for one in made for issue in one.issues]


def test_the_words_are_those_of_the_model_with_the_markers_in_their_places() -> None:
    for issue in issues():
        assert expected(issue).text == " ".join(words(issue))
