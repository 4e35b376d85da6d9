"""Every case of the casebook of verification, judged and compared with what it says."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.clearance import clear
from briefing.desk import Desk, Draft, Register, Settings
from briefing.diagnostics import Diagnostic
from briefing.reading.quotes_lock import Record, covering, words_digest
from briefing.testing.samples import sample_archive
from briefing.verification.checking import Checked, check
from briefing.verification.identities import Identity, named_in
from tests.verification.casebook import PATH, Case, cases, checked, finding_line, kept, read_copy, register, verdict_line

NOW = datetime(2031, 6, 1, tzinfo=UTC)
CASES = list(cases(Path(__file__).parent))
JUDGED = [case for case in CASES if "verdicts" in case.blocks]
LOCKED = [case for case in CASES if "locked" in case.blocks]
BY_FILE_AND_TITLE = "{0.file}: {0.title}".format


def test_all_cases_of_the_design_are_here() -> None:
    numbers = {case.title.split(".")[0] for case in CASES}
    assert {str(number) for number in range(1, 46)} <= numbers


@pytest.mark.parametrize("case", JUDGED, ids=BY_FILE_AND_TITLE)
def test_verdicts(case: Case) -> None:
    _, judged, _ = checked(case)
    assert [verdict_line(one) for one in judged] == case.blocks["verdicts"].splitlines()


@pytest.mark.parametrize("case", [case for case in CASES if "locked" not in case.blocks], ids=BY_FILE_AND_TITLE)
def test_findings(case: Case) -> None:
    copy = case.blocks["copy"]
    assert [finding_line(copy, finding) for finding in found(case)] == case.blocks.get("findings", "").splitlines()


def found(case: Case) -> Iterator[Diagnostic]:
    _, judged, _ = checked(case)
    if "reading" not in case.blocks:
        for one in judged:
            yield from one.findings()
    if strings := case.blocks.get("identity", "").splitlines():
        public = "also-public" in strings
        yield from named_in(PATH, case.blocks["copy"], Identity(tuple(one for one in strings if one != "also-public"), public))


@pytest.mark.parametrize("case", [case for case in CASES if "reading" in case.blocks], ids=BY_FILE_AND_TITLE)
def test_what_reading_the_copy_finds(case: Case) -> None:
    codes = [finding.code for finding in read_copy(case.blocks["copy"]).findings]
    assert all(code in codes for code in case.blocks["reading"].splitlines())
    assert bool(codes) == bool(case.blocks["reading"])


@pytest.mark.parametrize("case", [case for case in CASES if "hints" in case.blocks], ids=BY_FILE_AND_TITLE)
def test_what_the_editor_is_told_to_do(case: Case) -> None:
    told = [*found(case), *read_copy(case.blocks["copy"]).findings]
    assert [hint for finding in told for hint in finding.help] == case.blocks["hints"].splitlines()


@pytest.mark.parametrize("case", LOCKED, ids=BY_FILE_AND_TITLE)
def test_a_record_covers_the_words_it_is_about_and_no_others(case: Case) -> None:
    before = draft(case.blocks["checked copy"])
    records = [record(one) for one in check(before, register(case, before), kept(case), {})]
    after = draft(case.blocks["copy"])
    cited = [("board-letter", quotation) for quotation in after.quotations]
    said = ["V310" if one.stale else one.record.verdict if one.record else "unchecked" for one in covering(records, "1", cited)]
    assert said == case.blocks["locked"].splitlines()


def record(one: Checked) -> Record:
    return Record("1", one.source, one.quotation.id, words_digest(one.quotation), one.judgement.verdict.value)


def draft(copy: str) -> Draft:
    reading = read_copy(copy)
    assert reading.value is not None
    return reading.value


@pytest.mark.parametrize("case", [case for case in CASES if "notes" in case.blocks], ids=BY_FILE_AND_TITLE)
def test_notes_of_a_described_source_are_not_connected(case: Case) -> None:
    one = draft(case.blocks["copy"])
    assert notes(one, register(case, one)) == case.blocks["notes"].splitlines()


def notes(one: Draft, known: Register) -> list[str]:
    archive = clear(Desk(Settings(sample_archive().publication), known, (one,), NOW), ())
    return [f"{note.number} {note.text}" for note in archive.issues[0].notes]


@pytest.mark.parametrize("case", JUDGED, ids=BY_FILE_AND_TITLE)
def test_every_finding_says_what_to_do(case: Case) -> None:
    _, judged, _ = checked(case)
    assert all(finding.help for one in judged for finding in one.findings())
