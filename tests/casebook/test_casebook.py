"""Every case of the casebook, read and compared with what it says is to be found."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

import pytest

from briefing.desk import Draft, DraftQuotation, FrontMatter
from briefing.diagnostics import Diagnostic, Reading, Span
from briefing.reading.addresses import Addresses
from briefing.reading.issue import read_issue

HERE = Path(__file__).parent
ADDRESSES = Addresses(
    pages={"content/issues/2031-05-02-night-berthing.md": "issues/night-berthing/"},
    withheld=frozenset({"content/issues/2031-06-01-tugs.md"}),
    assets={"content/assets/rests.png": "assets/rests.png"},
)
_PIECE = re.compile(r"^(`{3,})(?P<name>\w+)\n(?P<block>.*?)^\1$|^## (?P<title>[^\n]+)$", flags=re.MULTILINE | re.DOTALL)


@dataclass(frozen=True, eq=False)
class Case:
    """One heading of a casebook file with its fenced blocks; each is itself and no other."""

    file: str
    title: str
    blocks: dict[str, str] = field(default_factory=dict)


def _cases() -> Iterator[Case]:
    for file in sorted(set(HERE.glob("*.md")) - {HERE / "mistakes.md"}):  # which has a form and a test of its own
        if file.name == "README.md":
            continue
        title, blocks = "", dict[str, str]()
        for match in _PIECE.finditer(file.read_text(encoding="utf-8")):
            if match["title"]:
                if title:
                    yield Case(file.stem, title, blocks)
                title, blocks = match["title"], {}
            else:
                blocks[match["name"]] = match["block"]
        yield Case(file.stem, title, blocks)


CASES = list(_cases())


@lru_cache(maxsize=256)
def _read(case: Case) -> tuple[str, Reading[Draft]]:
    copy = case.blocks["copy"]
    listed = tuple(re.findall(r'"([^"]*)"', case.blocks.get("yaml", "")))
    front_matter = FrontMatter(
        title="A case",
        issue=1,
        dated=datetime(2031, 5, 16, tzinfo=UTC),
        description="",
        slug="a-case",
        spans={"title": Span("content/issues/case.md")},
        not_quotations=listed,
    )
    return copy, read_issue("content/issues/case.md", copy, front_matter, ADDRESSES)


def _finding(copy: str, finding: Diagnostic) -> str:
    start, end = finding.span.start, finding.span.end
    line = copy.count("\n", 0, start) + 1
    column = start - (copy.rfind("\n", 0, start) + 1) + 1
    return f"{line}:{column} {finding.code} {copy[start:end]}"


def _quotation(draft: Draft, quotation: DraftQuotation) -> str:
    citation = draft.citation_of(quotation)
    items = [
        item.key + (f", {item.where}" if item.where else "") + (f" by {item.by}" if item.by else "")
        for item in (citation.items if citation else ())
    ]
    attribution = f" — {quotation.attribution.words}" if quotation.attribution else ""
    return f"{'; '.join(items) or '–'}: {' | '.join(part.words for part in quotation.parts)}{attribution}"


def test_the_casebook_is_not_empty() -> None:
    assert len(CASES) > 60
    assert all({"copy", "findings"} <= case.blocks.keys() for case in CASES)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}: {case.title}")
def test_case(case: Case) -> None:
    copy, reading = _read(case)
    assert reading.value is not None
    found = [_finding(copy, finding) for finding in reading.findings]
    assert found == [line for line in case.blocks["findings"].splitlines() if line != "no findings"]
    if "quotations" in case.blocks:
        quotations = [_quotation(reading.value, quotation) for quotation in reading.value.quotations]
        assert quotations == case.blocks["quotations"].splitlines()
    if "pulls" in case.blocks:
        pulls = [pull.words + ("" if pull.quotation is None else f" ({pull.quotation + 1})") for pull in reading.value.pulls]
        assert pulls == case.blocks["pulls"].splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.file}: {case.title}")
def test_every_finding_says_what_to_do(case: Case) -> None:
    _, reading = _read(case)
    assert all(finding.help for finding in reading.findings)
