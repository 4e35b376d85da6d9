from __future__ import annotations

from typing import Any

import pytest

from briefing.desk import Draft
from briefing.reading.addresses import Addresses
from briefing.reading.issue import read_issue
from tests.checks.drafts import Filing, draft


def scanned(copy: str = "Nothing is quoted.", **front: Any) -> Draft:
    """The draft that the scanner proper reads from the same text."""
    by_hand = draft(copy, **front)
    reading = read_issue(by_hand.path, by_hand.text, by_hand.front_matter, Addresses())
    assert reading.value is not None
    return reading.value


@pytest.fixture(params=[draft, scanned], ids=["by hand", "scanned"])
def filed(request: pytest.FixtureRequest) -> Filing:
    """Every check sees its copy twice: as a small reader of the tests has it, and as the scanner does."""
    filing: Filing = request.param
    return filing
