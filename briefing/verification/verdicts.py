"""What came of a comparison: one verdict, the flags that ride on it, and what an editor is shown."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Verdict(Enum):
    """The closed list, in the order of how much differs; the name is what the lock holds."""

    VERBATIM = "VERBATIM"
    """Nothing differs."""
    SET = "SET"
    """Marks, spaces, dashes, line breaks or ligatures differ."""
    TRIMMED = "TRIMMED"
    """The first letter's case, the closing comma or stop, an ellipsis at an edge."""
    MARKED = "MARKED"
    """Ellipses, brackets or [sic] show what was done; all in order in one author's text."""
    CLEANED = "CLEANED"
    """Fillers of speech were dropped."""
    PUNCTUATION = "PUNCTUATION"
    """Commas, semicolons, colons, stops, dashes or hyphens differ inside."""
    SPELLING = "SPELLING"
    """Words are spelt as the house spells them."""
    ALTERED = "ALTERED"
    """At least one word, digit or sign differs."""
    OMITTED = "OMITTED"
    """All words are there, and nothing marks a gap."""
    SPLICED = "SPLICED"
    """The pieces are there, out of order or from two files or authors."""
    ABSENT = "ABSENT"
    """The words are not there."""
    NOT_HELD = "NOT HELD"
    """The register says that no evidence is kept."""
    UNREAD = "UNREAD"
    """The evidence could not be read."""
    STALE = "STALE"
    """Quotation or evidence changed since it was checked."""

    @property
    def passes(self) -> bool:
        """Whether the words count as found."""
        return self in _PASSING

    @property
    def failed(self) -> bool:
        """Whether it stops every build."""
        return self in _FAILED


_PASSING = frozenset(
    {
        *(Verdict.VERBATIM, Verdict.SET, Verdict.TRIMMED, Verdict.MARKED, Verdict.CLEANED),
        *(Verdict.PUNCTUATION, Verdict.SPELLING, Verdict.NOT_HELD),
    }
)
_FAILED = frozenset({Verdict.ALTERED, Verdict.OMITTED, Verdict.SPLICED, Verdict.ABSENT, Verdict.STALE})


class Flag(Enum):
    """What rides on a pass; the value is the code of its finding."""

    TURNED = "V304"
    """A cut swallows a word that turns the meaning, or a number."""
    STOPPED = "V305"
    """The quotation stops where the source goes on to qualify it, or ends with a stop where the source has none."""
    ANOTHER = "V306"
    """The words belong to somebody else in the file."""
    EVIDENCE_CHANGED = "V308"
    QUOTATION_CHANGED = "V310"
    STRUCK = "V313"
    """The words are deleted, struck, hidden or invisible in the file."""
    REPEATED = "V314"
    """The words occur more than once, with different neighbours, and the citation does not say where."""
    LONG_GAP = "V315"
    """An ellipsis stands for more than sixty words."""
    SHORT = "SHORT"
    """Fewer than four words: never used alone to say that something was checked."""
    INVISIBLE = "P408"
    """A character that cannot be seen stands in the quotation or in the passage."""


@dataclass(frozen=True, slots=True)
class Omission:
    """What a cut stands for."""

    left_out: tuple[str, ...]
    inserted: str = ""
    """What stands in its brackets."""


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where quotation and source part; places count in the quotation's text."""

    start: int
    end: int
    ours: str
    theirs: str
    missing: tuple[str, ...] = ()
    """Words of the source that the quotation leaves out there."""
    only_case: bool = False
    number: bool = False
    negation: str = ""
    """The negation that is in one of them and not in the other."""


@dataclass(frozen=True, slots=True)
class Near:
    """The passage that comes nearest."""

    passage: str
    alike: int
    """How many of the quotation's words it has."""
    words: int
    difference: Difference


@dataclass(frozen=True, slots=True)
class Judgement:
    """What came of comparing one quotation; all but verdict and flags is for an editor with the vault."""

    verdict: Verdict
    flags: tuple[Flag, ...] = ()
    omissions: tuple[Omission, ...] = ()
    place: str = ""
    """Where the passage is in its file."""
    author: str = ""
    """Whose words they are there, where they are not the speaker's."""
    goes_on: str = ""
    """How the source goes on where the quotation stops too soon."""
    times: int = 1
    """How often the words occur."""
    near: Near | None = None
    elsewhere: tuple[str, ...] = ()
    """Keys of open or named sources that have the words."""
    struck: str = ""
    """How the words are struck: deleted or hidden."""
    too_long: bool = False
    """Whether a gap is beyond what an ellipsis may stand for."""
    file: int = 0
    """Which of the source's files has them."""
    span: tuple[int, int] = (0, 0)
    """Where the passage begins and ends in that file's text, struck text counted if it is struck; nothing where it is not found."""
    unread: tuple[str, ...] = ()
    """Why evidence could not be read, and what to do."""
