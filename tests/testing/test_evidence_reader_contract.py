"""The kit passes our own readers of evidence, and names what a broken one breaks."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path

import pytest

from briefing.testing import assert_evidence_reader_contract
from briefing.verification.evidence import Evidence, EvidenceReader, Segment, UnreadableError
from tests.verification.documents import docx, pdf, word_xml

WORDS = "We call it a paper rule."
FILES = {
    "html": f"<p>{WORDS}</p>".encode(),
    "mail": f"From: guild@lantern.example\nSubject: Rests\n\n{WORDS}\n".encode(),
    "pdf": pdf(WORDS),
    "plain": WORDS.encode(),
    "word": docx(word_xml(WORDS)),
}
OURS = sorted(
    (entry for entry in entry_points(group="briefing.evidence_readers") if entry.value.startswith("briefing.")), key=str
)


@pytest.mark.parametrize("entry", OURS, ids=lambda entry: entry.name)
def test_our_own_readers_keep_the_contract(entry: EntryPoint) -> None:
    assert_evidence_reader_contract(entry.load()(), FILES[entry.name])


class Plain:
    """Reads text; broken ones change one thing."""

    name = "house-text"
    version = 1
    suffixes: tuple[str, ...] = (".note",)

    def read(self, content: bytes) -> Evidence:
        try:
            text = content.decode("utf-8")
        except UnicodeDecodeError as error:
            raise UnreadableError("it is not UTF-8 text") from error
        return self.evidence(text)

    def evidence(self, text: str) -> Evidence:
        return Evidence((Segment(text),))


def test_a_reader_need_not_be_more_than_this() -> None:
    assert_evidence_reader_contract(Plain(), WORDS.encode())


class Unversioned(Plain):
    version = 0


class NoDot(Plain):
    suffixes = ("note",)


class Unnamed(Plain):
    name = "House text"


class Blind(Plain):
    def evidence(self, text: str) -> Evidence:
        del text
        return Evidence(())


class Refuses(Plain):
    def evidence(self, text: str) -> Evidence:
        raise UnreadableError("not today", hint=text[:0])


class Silent(Plain):
    def evidence(self, text: str) -> Evidence:
        raise UnreadableError("" if not text else "it is damaged")

    def read(self, content: bytes) -> Evidence:
        return Evidence((Segment("words"),)) if content else self.evidence("")


class Stumbles(Plain):
    def read(self, content: bytes) -> Evidence:
        return self.evidence(content.decode("utf-8"))


class Counts(Plain):
    def __init__(self) -> None:
        self.seen = itertools.count()

    def evidence(self, text: str) -> Evidence:
        return Evidence((Segment(text, place=f"{next(self.seen)}"),))


class OpensAFile(Plain):
    def evidence(self, text: str) -> Evidence:
        Path(__file__).read_bytes()
        return super().evidence(text)


class GivesText(Plain):
    def evidence(self, text: str) -> Evidence:
        return text  # type: ignore[return-value]  # the fault that is planted


@pytest.mark.parametrize(
    ("reader", "breach"),
    [
        (Unnamed, "a name is lower case"),
        (Unversioned, "its version is a number from 1 on"),
        (NoDot, "its suffixes are file name endings in lower case, with their dot"),
        (Blind, "it gets no words from the file"),
        (Refuses, "it cannot read the file that was given"),
        (Silent, "an UnreadableError says why"),
        (Stumbles, "it raised UnicodeDecodeError for .*: raise UnreadableError"),
        (Counts, "two runs read different things"),
        (OpensAFile, "it reached for open .*test_evidence_reader_contract.py"),
        (GivesText, "it returns Evidence"),
    ],
)
def test_a_broken_reader_is_told_what_it_breaks(reader: Callable[[], EvidenceReader], breach: str) -> None:
    with pytest.raises(AssertionError, match=f"^evidence reader “[Hh]ouse.text”: .*{breach}"):
        assert_evidence_reader_contract(reader(), WORDS.encode())
