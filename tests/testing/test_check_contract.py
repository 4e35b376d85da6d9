"""The kit passes our own checks, and names what a broken one breaks."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import pytest

from briefing.desk import Check, Desk
from briefing.diagnostics import Code, Diagnostic, Severity, Span
from briefing.testing import assert_check_contract

OURS = sorted((entry for entry in entry_points(group="briefing.checks") if entry.value.startswith("briefing.")), key=str)

HOUSE101 = Code(
    id="HOUSE101",
    severity=Severity.WARNING,
    title="this word is not used here",
    what="Looks for a word.",
    why="It is ugly.",
    example="stakeholders",
    instead="the people concerned",
)


@pytest.mark.parametrize("entry", OURS, ids=lambda entry: entry.name)
def test_our_own_checks_keep_the_contract(entry: EntryPoint) -> None:
    assert_check_contract(entry.load()())


class Word:
    """Finds one word; broken ones change one thing."""

    name = "word"
    codes: tuple[Code, ...] = (HOUSE101,)

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        for draft in desk.drafts:
            if (at := draft.text.find("eleven")) >= 0:
                yield self.finding(desk, Span(draft.path, at, at + 6))

    def finding(self, desk: Desk, span: Span) -> Diagnostic:
        del desk
        return HOUSE101.at(span)


def test_a_check_need_not_be_more_than_this() -> None:
    assert_check_contract(Word(), faulty="Rule 9: eleven hours.\n")


class FindsNothing(Word):
    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        del desk
        yield from ()


class CodesUnlisted(Word):
    codes = ()


class CodesLikeOurs(Word):
    codes = (Code("S900", Severity.NOTE, "a", "b", "c", "d", "e"),)


class CodesUntold(Word):
    codes = (Code("HOUSE101", Severity.NOTE, "a word", "Looks.", "", "d", "e"),)


class BesideTheFile(Word):
    def finding(self, desk: Desk, span: Span) -> Diagnostic:
        del desk
        return HOUSE101.at(Span(span.path, span.start, span.start + 100_000))


class AnotherFile(Word):
    def finding(self, desk: Desk, span: Span) -> Diagnostic:
        del desk, span
        return HOUSE101.at(Span("content/issues/none.md"))


class TooManyWords(Word):
    def finding(self, desk: Desk, span: Span) -> Diagnostic:
        del desk
        return HOUSE101.at(span, "This word is not used here.")


class TellsTheKey(Word):
    def finding(self, desk: Desk, span: Span) -> Diagnostic:
        return HOUSE101.at(span, notes=("sources: " + ", ".join(desk.register.sources),))


class Counts(Word):
    def __init__(self) -> None:
        self.seen = itertools.count()

    def finding(self, desk: Desk, span: Span) -> Diagnostic:
        del desk
        return HOUSE101.at(span, notes=(f"number {next(self.seen)}",))


class OpensAFile(Word):
    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        Path("words.txt").exists()
        Path(__file__).read_bytes()
        yield from super().check(desk)


class NeedsADraft(Word):
    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        desk.drafts[0]
        yield from super().check(desk)


class NoFinding(Word):
    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        yield from (draft.path for draft in desk.drafts)  # type: ignore[misc]  # the fault that is planted


@pytest.mark.parametrize(
    ("check", "breach"),
    [
        (FindsNothing, "the faulty copy: nothing is found in it"),
        (CodesUnlisted, "HOUSE101 at content/issues/2031-05-16-pilot-hours.md.*its code is in no list"),
        (CodesLikeOurs, "its code S900: codes of plug-ins are two to eight capitals"),
        (CodesUntold, "its code HOUSE101: a code has a title"),
        (BesideTheFile, "its place is not in the file"),
        (AnotherFile, "content/issues/none.md:0-0: there is no such file on the desk"),
        (TooManyWords, "“This word is not used here.”, must be one line without a full stop"),
        (TellsTheKey, "it says a described source’s key"),
        (Counts, "two runs find different things"),
        (OpensAFile, "it reached for open .*test_check_contract.py"),
        (NeedsADraft, "no issues: it raised IndexError"),
        (NoFinding, "is no finding: yield code.at"),
    ],
)
def test_a_broken_check_is_told_what_it_breaks(check: Callable[[], Check], breach: str) -> None:
    with pytest.raises(AssertionError, match=f"^check “word”: .*{breach}"):
        assert_check_contract(check(), faulty="Rule 9: eleven hours.\n")
