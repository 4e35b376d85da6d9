from __future__ import annotations

from datetime import date

import pytest

from briefing.desk import Issued
from briefing.reading.ids_lock import read_ids, write_ids

RECORDS = (
    Issued(2, "tag:lantern.example,2031-05-16:2", date(2031, 5, 16), ("pilot-hours", "rest"), ("0a1b2c3d",), ("ffffffff",)),
    Issued(1, "tag:lantern.example,2031-05-02:1", date(2031, 5, 2), ("night",), ("0a1b2c3d", "00000000"), sent=date(2031, 5, 3)),
)
LINE = write_ids(RECORDS).splitlines()[1]


def test_what_is_written_is_read_back_in_the_order_of_numbers() -> None:
    reading = read_ids("sources/ids.lock", write_ids(RECORDS))
    assert not reading.findings
    assert list((reading.value or {}).values()) == sorted(RECORDS, key=lambda record: record.issue)
    assert write_ids((reading.value or {}).values()) == write_ids(RECORDS)


def test_two_branches_that_each_released_an_issue_merge_line_by_line() -> None:
    one, other = write_ids(RECORDS[:1]), write_ids(RECORDS[1:])
    merged = "".join(dict.fromkeys((*one.splitlines(keepends=True), *other.splitlines(keepends=True))))
    assert not read_ids("sources/ids.lock", merged).findings


@pytest.mark.parametrize(
    "line",
    [
        "<<<<<<< HEAD",
        "[]",
        "{}",
        "9" * 5000,
        LINE.replace('"issue": 1', '"issue": "1"'),
        LINE.replace('"issue": 1', '"issue": 0'),
        LINE.replace("tag:", "javascript:"),
        LINE.replace("2031-05-02", "2031-05-32"),
        LINE.replace('["night"]', "[]"),
        LINE.replace('["night"]', '["../night"]'),
        LINE.replace("0a1b2c3d", "0a1b2c3"),
        LINE.replace('"sent": "2031-05-03"', '"sent": "soon"'),
        LINE.replace("{", '{"name": "x", '),
    ],
)
def test_a_line_that_is_no_record_is_a_finding_and_stands_for_no_issue(line: str) -> None:
    reading = read_ids("sources/ids.lock", f'{{"version": 1}}\n{line}\n')
    assert [(finding.code, finding.span.start) for finding in reading.findings] == [("D202", 15)]
    assert reading.value == {}


def test_two_records_of_one_issue_or_with_one_id_are_a_finding() -> None:
    same_id = LINE.replace('"issue": 1', '"issue": 3')
    twice = f"{write_ids(RECORDS)}{LINE}\n{same_id}\n"
    reading = read_ids("sources/ids.lock", twice)
    assert [finding.code for finding in reading.findings] == ["D203", "D203"]
    assert sorted(reading.value or {}) == [1, 2]
