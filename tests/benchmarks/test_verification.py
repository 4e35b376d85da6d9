"""What verification is measured on: the same text every time, and quotations of which it is known what comes of them."""

from __future__ import annotations

import pytest

from benchmarks.verification import QUOTATIONS, document, measured, quotations

VERDICTS = ["VERBATIM"] * 3 + ["MARKED"] + ["VERBATIM"] + ["ALTERED"] + ["VERBATIM"] * 4 + ["SPLICED"] + ["VERBATIM"]


def test_one_seed_gives_one_document() -> None:
    assert document(20_000) == document(20_000)
    assert 20_000 <= len(document(20_000)) < 21_000
    assert len(list(quotations(document(40_000)))) == QUOTATIONS


def test_each_quotation_has_the_verdict_it_was_made_for() -> None:
    assert list(measured(0.1, 1).verdicts) == VERDICTS


@pytest.mark.slow
def test_comparing_costs_no_more_than_in_proportion() -> None:
    small, large = measured(0.1, 2), measured(0.4, 2)
    assert large.comparing < 4 * small.comparing * 2 + 0.02, "linear, with room for a busy machine"
    assert large.readying < 4 * small.readying * 2 + 0.02
