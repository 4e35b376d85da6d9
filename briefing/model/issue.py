"""One dated number of the publication, cleared: everything in it may be printed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum

from briefing.model.blocks import Blocks


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote an issue, as its byline shows it."""

    id: str
    name: str
    email: str = ""


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject of the publication's closed list."""

    id: str
    name: str


class NoteGroup(Enum):
    """Under which heading of the source list a note stands."""

    DOCUMENTS = "Documents"
    STATEMENTS = "Statements to us"
    INTERVIEWS = "Interviews"
    OTHER = "Other sources"


@dataclass(frozen=True, slots=True)
class Note:
    """One entry of an issue's source list, already worded as it may be printed."""

    number: int
    group: NoteGroup
    text: str
    """The credit: for a described source exactly the words agreed."""
    source: str | None
    """The source's key where it is open or named and so has a page of its own; None for a described source."""
    url: str = ""
    archive_url: str = ""
    accessed: str = ""
    """In words, as printed."""
    licence: str = ""
    checked: str = ""
    """What may be said of how the words quoted from it were checked, as a sentence; "" where nothing may."""


@dataclass(frozen=True, slots=True)
class NoteReference:
    """What one citation points at: a note, and where in the source to look."""

    number: int
    where: str = ""
    """``p. 14``, ``para 2``, ``00:12:31``; always "" for a described source."""

    @property
    def label(self) -> str:
        """As printed in a marker: ``3`` or ``3, p. 14``."""
        return f"{self.number}, {self.where}" if self.where else str(self.number)


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in the copy that points at one or more notes."""

    references: tuple[NoteReference, ...]

    @property
    def label(self) -> str:
        """The marker in running text, the same in every edition: ``[3]``, ``[3, p. 14; 5]``."""
        return "[" + "; ".join([reference.label for reference in self.references]) + "]"


class Checking(Enum):
    """What may be said to readers of how a quotation was checked against its evidence; never that it is true."""

    UNSAID = "unsaid"
    """Nothing: it was not checked, or more differs than may pass without a word, or its source must not be spoken of."""
    EXACT = "exact"
    """Word for word."""
    CUT = "cut"
    """Word for word, with cuts or insertions that are marked."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Someone's words, and what may be said of where they come from."""

    id: str
    """``q-`` and eight hexadecimal digits of its words; a repeat in one issue ends in ``-2``."""
    parts: tuple[str, ...]
    """Its plain words a paragraph, marks included, as printed."""
    displayed: bool
    citation: int | None
    """Index into ``Issue.citations``; None only where no source is needed yet (a warning)."""
    speaker: str = ""
    """Name as printed, of an open or named source; "" for a described one."""
    speaker_id: str = ""
    attribution: str = ""
    """The attribution line of a displayed quotation, from the register, without the dash."""
    verdict: Checking = Checking.UNSAID


@dataclass(frozen=True, slots=True)
class PullQuote:
    """Words of the text shown once more as a display element, with where they come from."""

    words: str
    """Without marks."""
    quotation: int | None
    """Index into ``Issue.quotations``; None where it pulls the publication's own words (no marks, no attribution)."""
    speaker: str = ""
    role: str = ""
    source: str = ""
    """What the source is, in words: ``email to the Harbour Board``."""
    date: str = ""
    """In words: ``July 2018``."""

    @property
    def attribution(self) -> str:
        """One line: speaker, role, source, date; "" for our own words."""
        return ", ".join(part for part in (self.speaker, self.role, self.source, self.date) if part)


@dataclass(frozen=True, slots=True)
class Footnote:
    """An aside, lettered a, b, c in the order of its first reference."""

    letter: str
    content: Blocks

    @property
    def label(self) -> str:
        """The marker in running text, the same in every edition: ``[a]``."""
        return f"[{self.letter}]"


class CorrectionKind(Enum):
    """What sort of change readers are told of."""

    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    APOLOGY = "apology"
    UPDATE = "update"
    RECALL = "recall"
    """The whole issue was taken back; nothing else is shown of it."""


@dataclass(frozen=True, slots=True)
class Correction:
    """A dated note that something published was wrong or unclear; house typos are not shown and so not here."""

    on: date
    kind: CorrectionKind
    major: bool
    """A major one stands at the top of the issue, a minor one at its foot; an apology is always major."""
    text: str
    was: str = ""
    now: str = ""
    affects: str = ""
    """Id of the quotation it corrects."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back from somebody whom the issue criticises."""

    name: str
    person: str
    """Id of a person or body with a page, if it may be indexed; else ""."""
    text: str
    """``replied: …`` with the credit of the reply, ``declined to comment``, ``did not reply``"""
    source: str = ""
    """Key of the source that holds the reply, where there is one."""


@dataclass(frozen=True, slots=True)
class Carried:
    """A correction of an earlier issue that this issue's email has to bring."""

    issue: int
    """The number of the earlier issue."""
    title: str
    path: str
    correction: Correction


@dataclass(frozen=True, slots=True)
class EmailOptions:
    """How an issue goes out by email."""

    subject: str
    send: bool = True


@dataclass(frozen=True, slots=True)
class Issue:
    """One dated number of the publication, as it may be printed."""

    number: int
    id: str
    """Feed id, a tag URI (RFC 4151) that survives a new slug, title or host."""
    slug: str
    title: str
    description: str
    """The standfirst; also the feed summary and the email's preheader."""
    published: datetime
    """Aware, in the publication's time zone."""
    updated: datetime
    """``published``, or the day of the last correction shown."""
    authors: tuple[Author, ...]
    topics: tuple[Topic, ...]
    language: str
    body: Blocks
    quotations: tuple[Quotation, ...]
    citations: tuple[Citation, ...]
    notes: tuple[Note, ...]
    """In the order of their numbers."""
    footnotes: tuple[Footnote, ...]
    pulls: tuple[PullQuote, ...]
    corrections: tuple[Correction, ...]
    email: EmailOptions
    kicker: str = ""
    series: str = ""
    follows: int | None = None
    """Number of the issue this one takes up."""
    aliases: tuple[str, ...] = ()
    """Older paths of this issue, relative to the publication's URL; each becomes a redirect."""
    replies: tuple[Reply, ...] = ()
    """The reply ledger, in the order of the front matter."""
    carries: tuple[Carried, ...] = ()
    """Corrections of earlier issues, for the email alone."""
    imported: bool = False
    """Whether it was brought in with the archive of another system: readers are told, it is not sent again, and nothing of it was checked."""

    @property
    def path(self) -> str:
        """Where its page lies, relative to the publication's URL."""
        return f"issues/{self.slug}/"

    @property
    def notes_by_group(self) -> tuple[tuple[NoteGroup, tuple[Note, ...]], ...]:
        """The source list as printed: groups in their fixed order, empty ones left out."""
        grouped = ((group, tuple(note for note in self.notes if note.group is group)) for group in NoteGroup)
        return tuple((group, notes) for group, notes in grouped if notes)

    @property
    def top_corrections(self) -> tuple[Correction, ...]:
        """Those that stand before the text."""
        return tuple(correction for correction in self.corrections if correction.major)

    @property
    def foot_corrections(self) -> tuple[Correction, ...]:
        """Those that stand after the source list."""
        return tuple(correction for correction in self.corrections if not correction.major)
