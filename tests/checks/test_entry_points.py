from __future__ import annotations

from collections import Counter
from importlib import metadata
from pathlib import Path
from random import Random

import briefing.checks
from briefing.desk import Check, Desk
from briefing.diagnostics import Diagnostic, Severity
from tests.checks.drafts import desk, draft

ENTRIES = tuple(metadata.entry_points(group="briefing.checks"))


def every_check() -> list[Check]:
    return [entry.load()() for entry in ENTRIES if entry.value.startswith("briefing.checks.")]


def test_every_rule_is_found_by_its_own_name() -> None:
    assert [check.name for check in every_check()] == [
        entry.name for entry in ENTRIES if entry.value.startswith("briefing.checks.")
    ]
    files = Path(briefing.checks.__file__).parent.glob("*.py")
    with_a_rule = {file.stem for file in files if "def check(self, desk: Desk)" in file.read_text(encoding="utf-8")}
    assert {entry.value.partition(":")[0].rpartition(".")[2] for entry in ENTRIES} >= with_a_rule


FAULTY = """## A ‘shameful’ rule

“We read  ==every… letter==. ” [@anon-7k2q, p. 3; @gone; @port-hearing by guild]

Nobody said “this is nobody’s word”.
"""


def test_no_order_of_checks_matters_and_none_changes_what_it_reads() -> None:
    copy = desk(draft(FAULTY, follows=9), draft(issue=1))
    before = repr(copy)
    findings: list[Counter[Diagnostic]] = []
    for seed in range(3):
        checks = every_check()
        Random(seed).shuffle(checks)  # noqa: S311 - any order will do
        findings.append(Counter(finding for check in checks for finding in check.check(copy)))
    assert findings[0] == findings[1] == findings[2]
    assert {finding.code for finding in findings[0]} == {
        *("C201", "C202", "C206", "F601", "F603", "F605", "P407", "P411", "P414", "Q107", "S101", "S102", "V312", "V316")
    }
    assert repr(copy) == before


def faults(check: Check, copy: Desk) -> list[str]:
    """But for quotations not checked yet: those are counted of what is published."""
    return [finding.code for finding in check.check(copy) if finding.code != "V316"]


def test_withheld_issues_are_checked_like_any_other() -> None:
    shown, withheld = desk(draft(FAULTY)), desk(draft(FAULTY, draft=True))
    assert [faults(check, withheld) for check in every_check()] == [faults(check, shown) for check in every_check()]


def test_good_copy_has_no_findings_but_that_nothing_was_checked_with_the_vault() -> None:
    copy = "She wrote: “We ==read every letter==.” [@venn-reply]\n\nThey were burnt. [@anon-7k2q]"
    found = [finding for check in every_check() for finding in check.check(desk(draft(copy)))]
    assert [(finding.code, finding.severity) for finding in found] == [("V316", Severity.NOTE)]
