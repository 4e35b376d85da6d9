"""Every change of a word is caught, and no way of setting the same words is taken for one; the figures are printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from random import Random

import pytest
from hypothesis import settings

from briefing.verification.evidence import Evidence
from briefing.verification.held import Held
from briefing.verification.judging import Claim, judge
from briefing.verification.policies import Policy
from briefing.verification.readers.plain import PlainReader
from tests.verification.mutations import Change, Sample, changes, samples, still_true, texts, variants

SEED = 20_310_516
STRICT = Policy()


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - the same choices in every run


def printed(capsys: pytest.CaptureFixture[str], figures: str) -> None:
    with capsys.disabled():
        print(f"\n  {figures}")  # noqa: T201 - the figures are what the run is for


@pytest.fixture(scope="module")
def proving() -> bool:
    """Whether the full counts are asked for: ``--hypothesis-profile=prove``."""
    return settings().max_examples >= 5_000


@pytest.fixture(scope="module")
def documents(proving: bool) -> dict[str, str]:
    return texts(seeded(SEED), 40 if proving else 4)


@pytest.fixture(scope="module")
def held(documents: dict[str, str]) -> dict[str, Held]:
    return {key: Held(evidence(text)) for key, text in documents.items()}


def evidence(text: str) -> Evidence:
    return PlainReader().read(text.encode())


def passes(copy: str, sample: Sample, held: dict[str, Held]) -> bool:
    return judge(Claim((copy,)), [held[sample.document]], STRICT).verdict.passes


def changed(random: Random, documents: dict[str, str]) -> Iterator[Change]:
    vocabulary = sorted({word for text in documents.values() for word in text.split() if word.isalpha()})
    for sample in samples(random, documents):
        yield from changes(random, sample, vocabulary)


def test_quotations_taken_from_a_document_are_found_in_it(documents: dict[str, str], held: dict[str, Held]) -> None:
    taken = list(islice(samples(seeded(SEED), documents), 100))
    assert [sample.copy for sample in taken if not passes(sample.copy, sample, held)] == []


def test_every_changed_word_is_caught(
    documents: dict[str, str], held: dict[str, Held], proving: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    tried = list(islice(changed(seeded(SEED + 1), documents), 6_000 if proving else 300))
    missed = [change for change in tried if passes(change.copy, change.sample, held)]
    shorter = [change for change in missed if change.shortens]
    kinds = ", ".join(f"{count} {kind}" for kind, count in sorted(Counter(change.kind for change in tried).items()))
    figures = f"{len(tried)} changes ({kinds}): {len(tried) - len(missed)} caught, {len(shorter)} true shorter quotations"
    printed(capsys, figures)
    untrue = [change for change in shorter if not still_true(change.words, documents[change.sample.document])]
    assert [(change.kind, change.at, change.copy) for change in missed if not change.shortens] == []
    assert untrue == []


def test_no_way_of_setting_the_same_words_is_a_change(
    documents: dict[str, str], held: dict[str, Held], proving: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    taken = islice(samples(seeded(SEED + 2), documents), 300 if proving else 30)
    tried = [(name, copy, sample) for sample in taken for name, copy in variants(seeded(SEED), sample)]
    alarms = [(name, copy) for name, copy, sample in tried if not passes(copy, sample, held)]
    printed(capsys, f"{len(tried)} ways of setting the same words: {len(alarms)} false alarms")
    assert alarms == []
