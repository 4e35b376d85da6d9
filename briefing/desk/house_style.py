"""Rules of the house: each is off until mkdocs.yml sets it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class HouseStyle:
    """What a house wants told, beyond what every publication is told."""

    straight_marks: bool = False
    """Tell straight quotation marks and apostrophes in copy; they are printed curly either way. Off by default."""
    spaces: bool = False
    """Tell two spaces between words, and a space before a closing mark, anywhere in copy. Off by default."""
    placeholders: tuple[str, ...] = ()
    """Words that stand for what is still to come: `[TK, TODO]`. None by default."""
    acronyms: tuple[str, ...] | None = None
    """Acronyms that need no spelling out: `[UK, EU]`. Any other is told unless it follows its words in brackets, once. Not set by default."""
    link_texts: tuple[str, ...] = ()
    """Link texts that say nothing by themselves: `[here, read more]`. None by default."""
    alt_text: int = 0
    """How many characters a picture's alternative text may have. No limit by default."""
    reading_minutes: int = 0
    """How many minutes an issue may take to read, at 230 words a minute. No limit by default."""
    spellings: tuple[tuple[str, str], ...] = ()
    """Words as the house spells them, and as others do: `{organise: organize}`. Where a quotation differs from its evidence in nothing else, `briefing verify` warns. None by default."""
    subject_length: int = 0
    """How many characters the subject of an email may have; without one of its own it is the title. No limit by default."""
