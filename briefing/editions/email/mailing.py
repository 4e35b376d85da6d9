"""One issue on its way out: what its HTML, its plain text, its headers and its manifest have in common."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from briefing.editions.email.letterhead import Letterhead
from briefing.editions.email.links import target
from briefing.editions.email.looks import Looks
from briefing.model import Internal, Issue, Note, Provider, Publication
from briefing.model.dates import day_in_words

PREHEADER_LENGTH = 130
VIEW_ONLINE = "View online"
NOTES = "Notes"
SOURCES = "Sources"
CORRECTIONS = "Corrections and clarifications"


@dataclass(frozen=True)
class Mailing:
    """One issue, and what it has in common with all others."""

    letterhead: Letterhead
    issue: Issue

    @property
    def publication(self) -> Publication:
        """Whose it is."""
        return self.letterhead.publication

    @property
    def provider(self) -> Provider:
        """Who sends it on."""
        return self.letterhead.provider

    @property
    def looks(self) -> Looks:
        """How it looks."""
        return self.letterhead.looks

    @cached_property
    def permalink(self) -> str:
        """The issue's address in the web edition."""
        return target(self.publication, Internal(self.issue.path))

    @property
    def dateline(self) -> str:
        """``Issue 2 · 16 May 2031``."""
        return f"Issue {self.issue.number} · {day_in_words(self.issue.published.date())}"

    @property
    def byline(self) -> str:
        """``By Ines Calloway and Tom Reeve``; "" where nobody is named."""
        names = [author.name for author in self.issue.authors]
        return f"By {' and '.join((', '.join(names[:-1]), names[-1])) if names[1:] else names[0]}" if names else ""

    def archived_copy(self, note: Note) -> str:
        """What the link to a source's archived copy says: unlike any other link in the email."""
        return f"Archived copy of source {note.number}"

    def note_facts(self, note: Note) -> tuple[str, ...]:
        """What more is printed of a source, a line each."""
        accessed = (f"Accessed {note.accessed}",) if note.accessed else ()
        return (*accessed, f"Licence: {note.licence}") if note.licence else accessed


def preheader(issue: Issue) -> str:
    """What an inbox shows beside the subject: the standfirst's first words, cut where a word ends."""
    standfirst = " ".join(issue.description.split())
    if len(standfirst) <= PREHEADER_LENGTH:
        return standfirst
    whole_words = standfirst[:PREHEADER_LENGTH].rpartition(" ")[0].rstrip(" ,;:–—")
    return (whole_words or standfirst[: PREHEADER_LENGTH - 1]) + "…"
