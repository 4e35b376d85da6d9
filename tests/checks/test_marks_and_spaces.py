"""Characters that mark a copy, and spaces inside quotation marks."""

from __future__ import annotations

import pytest

from briefing.checks.copy_marks import CopyMarks
from briefing.checks.quotation_spacing import QuotationSpacing
from briefing.diagnostics import Severity
from tests.checks.drafts import Filing, at, found


@pytest.mark.parametrize("mark", ["\u200b", "\u200d", "\u200e", "\u2060", "\ufeff", "\u00ad", "\u200b\u200c"])
def test_an_invisible_character_can_mark_a_copy(filed: Filing, mark: str) -> None:
    issue = filed(f"“We read{mark} every letter.” [@venn-reply]")
    (finding,) = found(CopyMarks(), issue)
    assert (finding.code, finding.severity, finding.label) == ("P408", Severity.WARNING, "an invisible character here")
    assert at(issue, finding) == mark
    assert finding.secret


@pytest.mark.parametrize(("word", "mark"), [("l\u0435tter", "\u0435"), ("\u0391ll", "\u0391"), ("hell\u03bf", "\u03bf")])
def test_a_letter_of_another_alphabet_in_a_word_can_mark_a_copy(filed: Filing, word: str, mark: str) -> None:
    issue = filed(f"“We read every {word}.” [@venn-reply]")
    (finding,) = found(CopyMarks(), issue)
    assert at(issue, finding) == mark
    assert word not in repr(finding)


@pytest.mark.parametrize("words", ["naïve façade", "5 µg of TNFα", "Правда", "👩‍⚕️ on call", "a\u00a0no-break space", "plain"])
def test_ordinary_words_in_any_alphabet_and_emoji_are_no_fault(filed: Filing, words: str) -> None:
    assert found(CopyMarks(), filed(f"It says {words} here.")) == []


def test_a_space_before_the_closing_mark_is_a_note(filed: Filing) -> None:
    issue = filed("“We read every letter. ” [@venn-reply]")
    (finding,) = found(QuotationSpacing(), issue)
    assert (finding.code, finding.severity) == ("S101", Severity.NOTE)
    assert finding.span.start == issue.text.index(" ”")
    assert at(issue, finding) == " "


def test_two_spaces_inside_a_quotation_are_a_note(filed: Filing) -> None:
    issue = filed("They  say: “We read  every letter.” [@venn-reply]")
    (finding,) = found(QuotationSpacing(), issue)
    assert (finding.code, finding.severity) == ("S102", Severity.NOTE)
    assert finding.span.start == issue.text.index("  every")


def test_single_spaces_and_line_breaks_are_no_fault(filed: Filing) -> None:
    assert found(QuotationSpacing(), filed("“We read  \nevery letter.” It  is so. [@venn-reply]")) == []
