"""One-word changes of true quotations, and ways to set the same words that change nothing.

An oracle of its own, which shares no code with the matcher, says which changed quotations are still true.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from random import Random

from tests.sample_vault.documents import DOCUMENTS

GAP = "…"
_SYLLABLES = ("bar", "ten", "mol", "ris", "ka", "vel", "don", "sut", "ome", "lin", "gra", "pel", "oth", "wen", "ir", "as")
_SMALL = ("the", "of", "and", "to", "in", "was", "that", "it", "on", "not", "by", "for", "with", "at", "a", "no", "but", "had")


@dataclass(frozen=True)
class Sample:
    """A true quotation and the text it is from."""

    document: str
    """The key of the text."""
    words: tuple[str, ...]
    """An ellipsis is a word of its own."""

    @property
    def copy(self) -> str:
        """As it would be printed."""
        return f"“{' '.join(self.words)}”"


@dataclass(frozen=True)
class Change:
    """A changed quotation."""

    sample: Sample
    kind: str
    at: int
    words: tuple[str, ...]

    @property
    def copy(self) -> str:
        """As it would be printed."""
        return f"“{' '.join(self.words)}”"

    @property
    def shortens(self) -> bool:
        """Whether only a word at an edge or beside an ellipsis is left out: then it is a true shorter quotation."""
        around = (self.sample.words[self.at - 1] if self.at else GAP, (*self.sample.words, GAP)[self.at + 1])
        return self.kind == "delete" and GAP in around


def generated(random: Random, sentences: int = 160) -> str:
    """A text of invented words, with figures, small words and punctuation like a document's."""
    words = ["".join(random.choices(_SYLLABLES, k=random.randint(1, 4))) for _ in range(300)]
    text = []
    for _ in range(sentences):
        sentence = [_word(random, words) for _ in range(random.randint(6, 24))]
        sentence[0] = sentence[0].capitalize()
        text.append("".join(f"{word}{random.choice(('', '', '', '', ',', ''))} " for word in sentence).rstrip(", ") + ".")
    return " ".join(text)


def _word(random: Random, words: Sequence[str]) -> str:
    kind = random.random()
    if kind < 0.4:
        return random.choice(_SMALL)
    return str(random.randint(2, 9_999)) if kind < 0.5 else random.choice(words)


def texts(random: Random, count: int) -> dict[str, str]:
    """The sample's documents and as many generated ones as asked for."""
    return {**DOCUMENTS, **{f"generated-{number}": generated(random) for number in range(count)}}


def samples(random: Random, documents: dict[str, str]) -> Iterator[Sample]:
    """True quotations, again and again; every third with an ellipsis."""
    paragraphs = {key: [one for one in _paragraphs(text) if len(one) > 12] for key, text in documents.items()}
    keys = [key for key, found in paragraphs.items() if found]
    while True:
        key = random.choice(keys)
        words = random.choice(paragraphs[key])
        length = random.randint(8, min(40, len(words)))
        start = random.randint(0, len(words) - length)
        quoted = words[start : start + length]
        if random.random() < 1 / 3 and length > 12:
            first = random.randint(4, length - 7)
            quoted = (*quoted[:first], GAP, *quoted[random.randint(first + 1, length - 5) :])
        yield Sample(key, quoted)


def _paragraphs(text: str) -> Iterator[tuple[str, ...]]:
    """Paragraphs in which nothing could pass for an editor's own sign."""
    for paragraph in re.split(r"\n[ \t]*\n|\f", text.partition("\n\n")[2] if "MIME-Version" in text else text):
        running_head = re.search(r"\n\d+$", paragraph)  # with another digit it is that of another page, and so a true quotation
        if not running_head and not re.search(r"[…\[\]>]|\.\.", paragraph):
            yield tuple(paragraph.split())


def changes(random: Random, sample: Sample, vocabulary: Sequence[str]) -> Iterator[Change]:
    """One change of each kind that the quotation allows; the vocabulary is words without punctuation."""
    words = sample.words
    places = [at for at, word in enumerate(words) if _bare(word)]
    at = random.choice(places)
    instead_of = _bare(words[at])
    other = random.choice([word for word in vocabulary if word != instead_of])
    yield Change(sample, "replace", at, (*words[:at], _like(words[at], other), *words[at + 1 :]))
    at = random.choice(places)
    yield Change(sample, "delete", at, (*words[:at], *words[at + 1 :]))
    at = random.choice(places[1:])
    yield Change(sample, "insert", at, (*words[:at], "not", *words[at:]))
    swaps = [at for at in places[:-1] if _bare(words[at + 1]) and _bare(words[at]) != _bare(words[at + 1])]
    if swaps:
        at = random.choice(swaps)
        one, two = words[at], words[at + 1]
        yield Change(sample, "swap", at, (*words[:at], _like(one, two), _like(two, one), *words[at + 2 :]))
    figures = [at for at in places if re.search(r"\d", words[at])]
    if figures:
        at = random.choice(figures)
        yield Change(sample, "digit", at, (*words[:at], _other_digit(random, words[at]), *words[at + 1 :]))


def _bare(word: str) -> str:
    return re.sub(r"^\W+|\W+$", "", word)


def _like(word: str, other: str) -> str:
    """``other`` with the punctuation of ``word``, so that nothing but the word changes."""
    return word.replace(_bare(word), _bare(other))


def _other_digit(random: Random, word: str) -> str:
    at = random.choice([at for at, character in enumerate(word) if character.isdigit()])
    return word[:at] + random.choice([digit for digit in "0123456789" if digit != word[at]]) + word[at + 1 :]


def still_true(words: Sequence[str], document: str) -> bool:
    """The oracle: whether the words' letters and figures stand in the document, in order, with gaps at ellipses only."""
    theirs = _plain(document)
    at = 0
    for number, piece in enumerate(" ".join(words).split(GAP)):
        ours = _plain(piece)
        forms = [ours, ours.replace(ours.lstrip()[:1], ours.lstrip()[:1].swapcase(), 1)] if ours.strip() else []
        places = [place for form in (forms if number == 0 else forms[:1]) if (place := theirs.find(form, at)) != -1]
        if forms and not places:
            return False
        at = min(places) + len(ours) - 1 if forms else at
    return True


def _plain(text: str) -> str:
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*|[%£$€?!&/()]", text.replace("’", "'"))
    return f" {' '.join(words)} "


def variants(random: Random, sample: Sample) -> Iterator[tuple[str, str]]:
    """Name and copy of ways to set a quotation that change none of its words."""
    copy = sample.copy
    yield "no-break spaces", copy.replace(" ", "\u00a0")
    yield "thin spaces", re.sub(" ", lambda _: random.choice((" ", "\u2009", "\u202f", "  ")), copy)
    yield "line wraps", re.sub(" ", lambda _: random.choice((" ", " ", "\n")), copy)
    yield "straight apostrophes", copy.replace("’", "'").replace("‘", "'")
    yield "curled apostrophes", copy.replace("'", "’")
    yield "soft hyphens", re.sub(r"(?<=[a-z]{3})(?=[a-z]{3})", lambda _: random.choice(("", "\u00ad")), copy)
    yield "ligatures", copy.replace("ffi", "ﬃ").replace("fi", "ﬁ").replace("fl", "ﬂ").replace("ff", "ﬀ")
    yield "dashes", re.sub(" [–—] ", lambda _: random.choice((" – ", " — ", " -- ", "—")), copy)
    yield "hyphens", copy.replace("-", "\u2011")
    yield "spaced ellipses", copy.replace(GAP, random.choice((". . .", "...", "[…]", "[...]")))
    yield "first letter", f"“{copy[1].swapcase()}{copy[2:]}"
    yield "closing comma", re.sub(r"[.,]?”$", ",”", copy)
    yield "a mark around a word", re.sub(r"(?<= )([a-z]+)(?= )", r"‘\1’", copy, count=1)
    yield "an empty gap", re.sub(r"(?<=[a-z]) (?=[a-z])", " … ", copy, count=1)
