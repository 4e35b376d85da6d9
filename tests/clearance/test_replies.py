from __future__ import annotations

import pytest

from briefing.model import Reply
from briefing.testing import EVERY_FORM, archive

ISSUE = "content/issues/2031-05-16-pilot-hours.md"


def ledger(line: str) -> tuple[Reply, ...]:
    text = EVERY_FORM[ISSUE].replace('replies: {board: "@venn-reply"}', line)
    return archive({**EVERY_FORM, ISSUE: text}).issues[1].replies


def test_a_reply_is_told_with_the_credit_of_its_source() -> None:
    (reply,) = ledger('replies: {board: "@venn-reply"}')
    assert reply == Reply(
        "Harbour Board", "board", "replied: Orla Venn, chair of the Harbour Board, statement to us, 14 May 2031", "venn-reply"
    )


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("replies: {guild: declined}", "declined to comment"),
        ("replies: {guild: no-reply}", "did not reply"),
    ],
)
def test_who_did_not_answer_is_told_as_such(line: str, words: str) -> None:
    assert ledger(line) == (Reply("Sallow Pilots’ Guild", "guild", words),)


def test_why_somebody_was_not_asked_is_not_told() -> None:
    assert ledger("replies: {guild: {not-needed: the letter is its own}}") == ()


def test_without_a_ledger_nothing_is_told() -> None:
    assert ledger("x-desk: nobody is criticised") == ()
