"""What a build says of quotations, from the lock alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.checks.verified_quotations import VerifiedQuotations
from briefing.desk import Desk
from briefing.diagnostics import Diagnostic, Severity
from briefing.diagnostics.codes import CODES
from briefing.press.composing import compose
from briefing.testing import NOW, desk, told
from briefing.testing.desks import _project
from tests.locks import LOCK, locked

COPY = "The chair said: “We read every letter.” [@venn-reply] The guild called it “a paper rule of ours”. [@guild-letter]\n"


def found(files: str | dict[str, str], *, release: bool = False) -> list[tuple[str, Severity]]:
    read = desk(files)
    return [(one.code, one.severity) for one in VerifiedQuotations().check(replace(read, release=release))]


def findings(read: Desk) -> tuple[Diagnostic, ...]:
    return tuple(VerifiedQuotations().check(read))


def test_quotations_that_the_lock_knows_are_not_spoken_of() -> None:
    assert found(locked(COPY, "VERBATIM", "MARKED")) == []
    assert found(locked(COPY, "VERBATIM", "MARKED"), release=True) == []


def test_without_a_lock_a_preview_has_one_note_and_a_release_one_error() -> None:
    (note,) = findings(desk(COPY))
    assert (note.code, note.severity, note.span.path) == ("V316", Severity.NOTE, LOCK)
    assert note.message == "2 quotations are not checked against evidence"
    assert "briefing verify" in note.help[0]
    assert found(COPY, release=True) == [("V316", Severity.ERROR)]


def test_a_quotation_the_lock_does_not_know_is_counted_in_a_preview_and_stops_a_release() -> None:
    files = locked(COPY)
    lines = files[LOCK].splitlines(keepends=True)
    files[LOCK] = "".join(line for line in lines if "guild-letter" not in line)
    (note,) = findings(desk(files))
    assert note.message == "1 quotation is not checked against evidence"
    (error,) = findings(replace(desk(files), release=True))
    assert (error.code, error.severity) == ("V316", Severity.ERROR)
    assert desk(files).drafts[0].text[error.span.start : error.span.end] == "“a paper rule of ours”"


def test_a_changed_word_is_stale_and_an_error_in_every_build() -> None:
    files = locked(COPY)
    path = next(path for path in files if path != LOCK)
    changed = {**files, path: files[path].replace("every letter", "every other letter")}
    assert found(changed) == [("V310", Severity.ERROR)]
    said = told(VerifiedQuotations(), changed)
    assert "“We read every other letter.”" in said
    assert "briefing verify" in said


@pytest.mark.parametrize(
    ("verdict", "code"), [("ALTERED", "V301"), ("ABSENT", "V302"), ("OMITTED", "V303"), ("SPLICED", "V307"), ("STALE", "V308")]
)
def test_a_verdict_against_a_quotation_stops_every_build(verdict: str, code: str) -> None:
    assert found(locked(COPY, verdict, "SET")) == [(code, Severity.ERROR)]
    assert found(locked(COPY, verdict, "SET", accepted=("waived",))) == [(code, Severity.ERROR)]


@pytest.mark.parametrize(
    ("verdict", "code"), [("UNREAD", "V309"), ("PUNCTUATION", "V311"), ("CLEANED", "V311"), ("SPELLING", "V311")]
)
def test_what_may_pass_in_a_preview_stops_a_release_until_somebody_answers_for_it(verdict: str, code: str) -> None:
    assert found(locked(COPY, verdict, "SET")) == [(code, Severity.WARNING)]
    assert found(locked(COPY, verdict, "SET"), release=True) == [(code, Severity.ERROR)]
    assert found(locked(COPY, verdict, "SET", accepted=("waived",)), release=True) == []


def test_differences_in_punctuation_can_be_accepted() -> None:
    assert found(locked(COPY, "PUNCTUATION", "SET", accepted=("V311",)), release=True) == []


def test_a_flag_warns_until_it_is_accepted_and_stops_a_release() -> None:
    assert found(locked(COPY, "MARKED", flags=("V304",))) == [("V304", Severity.WARNING)] * 2
    assert found(locked(COPY, "MARKED", flags=("V304",)), release=True) == [("V304", Severity.ERROR)] * 2
    assert found(locked(COPY, "MARKED", flags=("V304",), accepted=("V304",)), release=True) == []
    assert "briefing accept V304 q-" in told(VerifiedQuotations(), locked(COPY, "MARKED", flags=("V304",)))


def test_what_is_not_held_passes() -> None:
    assert found(locked(COPY, "NOT HELD"), release=True) == []


def test_a_verdict_nobody_gives_counts_for_nothing() -> None:
    assert found(locked(COPY, "TRUE"), release=True) == [("V316", Severity.ERROR)] * 2


def test_a_broken_line_of_the_lock_is_a_finding_and_covers_nothing() -> None:
    files = locked(COPY)
    files[LOCK] = files[LOCK].replace('"policy": 1', '"policy": one')
    composition = compose(_project(files), (), NOW)
    assert {(one.code, one.severity, one.span.path) for one in composition.findings} == {("V310", Severity.ERROR, LOCK)}
    assert found(files, release=True) == [("V316", Severity.ERROR)] * 2


def test_withheld_issues_do_not_count_and_imported_ones_are_never_checked() -> None:
    draft = "---\ntitle: A draft\nissue: 3\ndescription: Nothing.\ndraft: true\n---\n\n“We read every letter.” [@venn-reply]\n"
    assert found({"drafts/2031-06-20-later.md": draft}) == []
    imported = draft.replace("draft: true", "archive: imported\ndate: 2021-01-01")
    assert found({"content/issues/2021-01-01-old.md": imported}, release=True) == []


def test_no_line_about_a_described_source_is_shown() -> None:
    files = {
        "content/issues/2031-05-16-copy.md": "She said: “We burnt the old rosters.” [@anon-7k2q]\n",
        "sources/anon-7k2q.yml": "kind: testimony\nlevel: described\ndescribe: a person\ndirect-quote: agreed\n",
    }
    changed = locked(files)
    changed["content/issues/2031-05-16-copy.md"] = files["content/issues/2031-05-16-copy.md"].replace("old", "new")
    (finding,) = findings(desk(changed))
    assert finding.code == "V310"
    assert finding.secret


def test_every_code_it_can_name_is_in_the_list() -> None:
    assert {"V310", "V316"} <= set(CODES)
