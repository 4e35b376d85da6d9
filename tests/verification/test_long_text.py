"""A long text is searched as if all of it were words: the same verdicts, places and hints, and little of it is split."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.verification import long_text
from briefing.verification.authors import Speakers
from briefing.verification.concordance import Concordance
from briefing.verification.evidence import Evidence, Segment, Standing
from briefing.verification.held import Held
from briefing.verification.judging import Claim, judge
from briefing.verification.long_text import LongText, bared
from briefing.verification.normalising import Folded, fold
from briefing.verification.policies import Policy
from briefing.verification.streams import BARRIER, Stream
from tests.characters import ANY
from tests.verification.mutations import GAP, Sample, changes, generated, samples

SMALL = 40
"""Characters a block: so small that stretches of a short text are short, too."""
TEXT = st.text(ANY) | st.text("ab1,.'-–¬… \n\x00\x85£[]*/_é\u200bﬁ")


def seeded(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - the same choices in every run


@given(TEXT)
def test_bare_letters_are_the_same_of_a_text_and_of_its_words(text: str) -> None:
    folded = fold(text)
    assert bared(folded.text) == bared(Stream(folded).letters)


@given(TEXT)
def test_a_text_in_blocks_has_the_words_that_it_has_as_a_whole(text: str) -> None:
    words = [word.lower() for word in Stream(fold(text)).words]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(long_text, "BLOCK", 3)
        concordance = LongText(fold(text)).concordance
    assert len(concordance) == len(words)
    assert {word: list(concordance.places(word)) for word in words} == _numbered(words)
    assert all(concordance.count(word) == words.count(word) for word in (*words, "zebra"))


def _numbered(words: list[str]) -> dict[str, list[int]]:
    return {one: [number for number, word in enumerate(words) if word == one] for one in words}


def test_words_are_found_by_their_numbers() -> None:
    concordance = Concordance(["One two", " three", " – ", " Four-five one"])
    assert (concordance.places("one"), concordance.count("one")) == ([0, 5], 2)
    assert concordance.blocks(2, 4) == (1, 4)
    assert concordance.blocks(3, 9) == (3, 4)


def claims(random: Random, text: str) -> Iterator[str]:
    """Quotations: true ones, cut and uncut, changed ones, put together and turned round."""
    taken = samples(random, {"text": text})
    vocabulary = sorted({word for word in text.split() if word.isalpha()})[:80]
    words = text.split()
    while True:
        sample, other = next(taken), next(taken)
        yield random.choice(list(changes(random, sample, vocabulary))).copy
        made = _cut(random, words), _cut(random, words), _stopped(random, words), _mixed(random, sample, other)
        yield from (f"“{' '.join(copy)}”" for copy in made)


def _cut(random: Random, words: list[str]) -> list[str]:
    """A few pieces of the text, short and far from each other; the first letter may be of the other case."""
    at = random.randrange(len(words) - 900)
    copy: list[str] = []
    for _ in range(random.randint(1, 3)):
        end = at + random.choice((1, 2, 3, 8))
        copy += (*words[at:end], GAP)
        at = end + random.choice((0, 7, 8, 9, 59, 60, 61, 199, 200, 201, 260))
    copy[0] = random.choice((copy[0], copy[0].swapcase()))
    return copy[: random.choice((-1, None))]


def _stopped(random: Random, words: list[str]) -> list[str]:
    """A few words before one that qualifies them."""
    at = random.choice([number for number, word in enumerate(words) if word == "but"])
    return words[at - 2 : at]


def _mixed(random: Random, one: Sample, other: Sample) -> tuple[str, ...]:
    words, at = one.words, random.randint(1, len(one.words) - 1)
    return random.choice(
        (
            (*words[at:], GAP, *words[:at]),
            (*words, GAP, *other.words),
            (*words[:9], *other.words[:9]),
            (*words[:at], "[the", "board]", *words[at + 1 :]),
            tuple(word for word in words if random.random() < 0.6),
        )
    )


@pytest.mark.parametrize("policy", [Policy(), Policy(spoken=True)], ids=["document", "spoken"])
def test_a_text_in_stretches_gives_the_judgements_of_the_whole(policy: Policy, monkeypatch: pytest.MonkeyPatch) -> None:
    proving = settings().max_examples >= 5_000
    random = seeded(1)
    text = "\n\n".join(generated(random, 30) for _ in range(8))
    whole, parted = files(text), files(text)
    ready(whole)
    monkeypatch.setattr(long_text, "BLOCK", SMALL)
    ready(parted)
    for copy in islice(claims(random, text), 2_000 if proving else 20):
        claim = Claim((copy,), Speakers(("Orla Venn",), named=True))
        monkeypatch.setattr(LongText, "_half", lambda *_: True)
        expected = judge(claim, whole, policy)
        monkeypatch.undo()
        assert judge(claim, parted, policy) == expected, copy


def files(text: str) -> list[Held]:
    """The text as a file, and as one of several authors' with deleted paragraphs."""
    segments = [
        Segment(f"{paragraph}\n\n", "Orla Venn" if number % 2 else "", Standing.DELETED if number % 5 == 3 else Standing.PLAIN)
        for number, paragraph in enumerate(text.split("\n\n"))
    ]
    return [Held(Evidence((Segment(text),))), Held(Evidence(tuple(segments)))]


def ready(held: list[Held]) -> None:
    """Cut into blocks now."""
    for file in held:
        _ = (file.plain.exact, file.plain.counted, file.plain.cleaned, file.whole and file.whole.exact)


def test_no_words_run_over_from_one_stretch_into_the_next() -> None:
    text = LongText(fold(f"gate {'wall ' * 900}gate {'wall ' * 900}"))
    stream = text.around([("gate",)], reach=1)
    assert [word for word in stream.words if word != "wall"] == ["gate", BARRIER, "gate"]


def test_of_a_long_text_little_is_split(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "\n\n".join(f"{generated(seeded(seed), 60)}" for seed in range(20))
    (sample,) = islice(samples(seeded(1), {"text": text}), 1)
    split: list[int] = []

    def splitting(folded: Folded) -> Stream:
        split.append(len(folded.text))
        return Stream(folded)

    monkeypatch.setattr(long_text, "Stream", splitting)
    held = [Held(Evidence((Segment(text),)))]
    assert judge(Claim((sample.copy,)), held, Policy()).verdict.passes
    assert not judge(Claim((f"{sample.copy[:-1]} zebra”",)), held, Policy()).verdict.passes
    assert 0 < max(split) < len(text) / 10
