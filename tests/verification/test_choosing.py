"""A file has one reader: ours, unless a plug-in reads files of that ending, too."""

from __future__ import annotations

from collections.abc import Iterable
from importlib.metadata import Distribution, EntryPoint, entry_points
from pathlib import Path

import pytest

from briefing.verification.choosing import GROUP, ReaderFailedError, find_readers, reader_for
from briefing.verification.evidence import Evidence, Segment, UnreadableError


class Subtitles:
    name = "subtitles"
    version = 1
    suffixes: tuple[str, ...] = (".srt",)

    def read(self, content: bytes) -> Evidence:
        return Evidence((Segment(content.decode()),))


class OwnPdf(Subtitles):
    name = "own-pdf"
    suffixes = (".pdf",)


class Nameless:
    version = 1


class _Theirs(Distribution):
    """A distribution that has entry points and nothing else."""

    def __init__(self, name: str, lines: str) -> None:
        self._texts = {"METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n", "entry_points.txt": lines}

    def read_text(self, filename: str) -> str | None:
        return self._texts.get(filename)

    def locate_file(self, path: object) -> Path:
        return Path(str(path))


def theirs(name: str, value: str, distribution: str = "night-desk") -> tuple[EntryPoint, ...]:
    return tuple(_Theirs(distribution, f"[{GROUP}]\n{name} = {value}\n").entry_points)


def chosen(file: str, *more: EntryPoint) -> str:
    def finder(group: str) -> Iterable[EntryPoint]:
        return (*more, *entry_points(group=group))

    return reader_for(file, find_readers(finder)).reader.name


def test_each_of_our_endings_has_its_reader() -> None:
    assert [chosen(f"a{ending}") for ending in (".txt", ".EML", ".html", ".docx", ".pdf")] == [
        *("plain", "mail", "html", "word", "pdf")
    ]


def test_a_plug_in_s_reader_has_endings_of_its_own() -> None:
    assert chosen("a.srt", *theirs("subtitles", f"{__name__}:Subtitles")) == "subtitles"


def test_of_two_for_one_ending_a_plug_in_s_counts_whatever_it_is_called() -> None:
    for name in ("a-pdf", "pdf", "zz"):
        assert chosen("a.pdf", *theirs(name, f"{__name__}:OwnPdf")) == "own-pdf"


def test_no_order_of_finding_matters() -> None:
    one, other = theirs("b-pdf", f"{__name__}:OwnPdf"), theirs("a-pdf", "briefing.verification.readers:PdfReader", "other-desk")
    assert chosen("a.pdf", *one, *other) == chosen("a.pdf", *other, *one) == "own-pdf"


@pytest.mark.parametrize("value", ["no_such_module:Reader", f"{__name__}:Nameless"])
def test_a_reader_that_cannot_be_used_is_named_with_its_distribution(value: str) -> None:
    with pytest.raises(ReaderFailedError, match="“broken” of night-desk failed"):
        chosen("a.txt", *theirs("broken", value))


def test_an_ending_that_nobody_reads_asks_for_a_transcript() -> None:
    with pytest.raises(UnreadableError, match=r"no reader for \.msg") as caught:
        chosen("a.msg")
    assert "transcript" in caught.value.hint
