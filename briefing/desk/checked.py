"""What ``sources/quotes.lock`` says of a quotation: a verdict in one word, and nothing of the evidence it was checked with."""

from __future__ import annotations

from dataclasses import dataclass

WAIVED = "waived"
"""Stands among the accepted codes where an editor lets a quotation pass that could not be checked; the reason is in the vault."""
VERDICTS = frozenset(
    {
        *("VERBATIM", "SET", "TRIMMED", "MARKED", "CLEANED", "PUNCTUATION", "SPELLING", "NOT HELD"),
        *("ALTERED", "OMITTED", "SPLICED", "ABSENT", "UNREAD", "STALE"),
    }
)
"""The closed list; a lock that says anything else says nothing."""
_EXACT = frozenset({"VERBATIM", "SET", "TRIMMED"})
_CUT = "MARKED"
_OTHERWISE = frozenset({"CLEANED", "PUNCTUATION", "SPELLING"})
_DIFFERENCES = "V311"
"""The code an editor accepts where punctuation, fillers of speech or the house's spelling differ."""
ACCEPTABLE = frozenset({"P408", "V304", "V305", _DIFFERENCES, "V313", "V314", "V315"})
"""What an editor may accept; another's words (V306) never."""
_NOT_HELD = "NOT HELD"


@dataclass(frozen=True, slots=True)
class Checked:
    """What the lock says of one quotation and the source it was checked with."""

    source: str
    verdict: str
    """As verification names it: ``VERBATIM``, ``MARKED``, ``NOT HELD``."""
    flags: tuple[str, ...] = ()
    """Codes that ride on the verdict and that an editor has to accept."""
    accepted: tuple[str, ...] = ()
    """Codes that an editor has accepted, or ``waived``."""

    @property
    def waived(self) -> bool:
        """Whether an editor lets it pass although it could not be checked."""
        return WAIVED in self.accepted

    @property
    def open(self) -> tuple[str, ...]:
        """Codes that nobody has accepted yet."""
        differences = (_DIFFERENCES,) if self.verdict in _OTHERWISE else ()
        return () if self.waived else tuple(code for code in (*self.flags, *differences) if code not in self.accepted)

    @property
    def exact(self) -> bool:
        """Whether the words are those of the evidence, one by one, and nothing about it is open."""
        return self.verdict in _EXACT and self._settled

    @property
    def cut(self) -> bool:
        """The same with cuts or insertions, all marked."""
        return self.verdict == _CUT and self._settled

    @property
    def otherwise(self) -> bool:
        """The same words, but punctuation, fillers of speech or spelling differ, and an editor has accepted it."""
        return self.verdict in _OTHERWISE and self._settled

    @property
    def not_held(self) -> bool:
        """Whether the register says that no evidence is kept."""
        return self.verdict == _NOT_HELD

    @property
    def _settled(self) -> bool:
        return not self.waived and not self.open


@dataclass(frozen=True, slots=True)
class Unchecked:
    """That the lock says nothing of a quotation as it stands."""

    stale: bool = False
    """Whether it says something of other words that stood there."""
