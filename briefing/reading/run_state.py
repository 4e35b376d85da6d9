"""What is known while one run of text is being read, and the text that Markdown is to read in its place."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import chain

from briefing.desk import QuotedInHeading
from briefing.diagnostics import Code, Span
from briefing.reading.addresses import Addresses
from briefing.reading.found import Found
from briefing.reading.layout import Run
from briefing.reading.marks import ENGLISH, curled, quoted_words
from briefing.reading.tokens import PATTERN

_SPECIAL = re.compile(r"([\\`*_{}\[\]()>#+\-.!])")
"""What Python-Markdown lets a backslash escape."""
_MARKS = re.compile(f"[\"'{ENGLISH.opening}{ENGLISH.inner_opening}]")
"""What words in marks begin with."""
_FOLDED = re.compile(r"[ \u00a0]*(?: \u00a0|\u00a0 )[ \u00a0]*|  +")


@dataclass(frozen=True, slots=True)
class Context:
    """What is the same for every run of an issue."""

    path: str
    addresses: Addresses
    not_quotations: frozenset[str]


@dataclass(slots=True)
class RunState:
    """One run while it is being read; what is found goes into ``found``."""

    context: Context
    found: Found
    run: Run
    pieces: list[str] = field(default_factory=list)

    @property
    def markdown(self) -> str:
        """The run as Markdown is to read it."""
        return folded("".join(self.pieces))

    def span(self, start: int, end: int) -> Span:
        """The place in the file of the run's characters from ``start`` to ``end``."""
        return self.run.span(self.context.path, start, end)

    def find(self, code: Code, start: int, end: int, message: str | None = None, *, label: str = "", help: str = "") -> None:
        """Note a finding at the run's characters from ``start`` to ``end``."""
        self.found.findings.append(code.at(self.span(start, end), message, label=label, help=[help] if help else []))

    def words_since(self, piece: int) -> str:
        """The text read since ``pieces`` had ``piece`` elements, without tokens."""
        return PATTERN.sub("", "".join(self.pieces[piece:]))

    def has_letters_since(self, piece: int) -> bool:
        """Whether there is a letter or digit in that text; tokens have none."""
        return any(map(str.isalnum, chain.from_iterable(self.pieces[piece:])))

    def strip_space(self) -> None:
        """Take blanks off the end: a marker stands at the word before it, whatever blanks the copy has there."""
        while self.pieces and not self.pieces[-1].strip(" \u00a0"):
            self.pieces.pop()
        if self.pieces:
            self.pieces[-1] = self.pieces[-1].rstrip(" \u00a0")

    def headed(self, words: str, at: int) -> None:
        """Note the words in marks of a text in which no citation can stand; it begins at ``at`` of the run."""
        if _MARKS.search(words) is None:
            return
        text = curled(words)
        for start, end in quoted_words(text):
            self.found.headed.append(QuotedInHeading(text[start:end], self.span(at + start, at + end), None))


def folded(text: str) -> str:
    """``text`` as it is printed: a no-break space beside a space folds into one space, and at the end there is none."""
    if "\u00a0" in text or "  " in text:  # else there is nothing to fold, and to look for it at every space takes long
        text = _FOLDED.sub(" ", text)
    return text.rstrip(" \u00a0")


def literal(text: str) -> str:
    """``text`` as Markdown that gives back exactly these characters."""
    return _SPECIAL.sub(r"\\\1", text)
