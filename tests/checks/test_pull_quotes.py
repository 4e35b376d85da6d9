from __future__ import annotations

import pytest

from briefing.checks.pull_quotes import PullQuotes
from tests.checks.drafts import Filing, at, found


def test_a_pull_over_thirty_words_is_too_long(filed: Filing) -> None:
    words = " ".join(["word"] * 31)
    issue = filed(f"“We say =={words}== here.” [@venn-reply]")
    (finding,) = found(PullQuotes(), issue)
    assert (finding.code, finding.message, finding.label) == ("Q107", "a pull-quote has at most 30 words", "31 words")
    assert at(issue, finding) == f"=={words}=="


@pytest.mark.parametrize("cut", ["…", "..."])
def test_a_pull_does_not_run_across_a_cut(filed: Filing, cut: str) -> None:
    issue = filed(f"“We ==read every{cut} letter== here.” [@venn-reply]")
    (finding,) = found(PullQuotes(), issue)
    assert (finding.code, finding.message) == ("Q107", "a pull-quote may not run across a cut")
    assert at(issue, finding) == f"==read every{cut} letter=="


def test_thirty_words_beside_a_cut_are_no_fault(filed: Filing) -> None:
    assert found(PullQuotes(), filed(f"“We… =={' '.join(['word'] * 30)}==… here.” [@venn-reply]")) == []
