"""One issue on its way out: what its HTML, its plain text, its headers and its manifest have in common."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from briefing.editions.email.links import target
from briefing.editions.email.looks import Looks
from briefing.model import Internal, Issue, Note, Provider, Publication, Sender
from briefing.model.dates import day_in_words

PREHEADER_LENGTH = 130
VIEW_ONLINE = "View online"
NOTES = "Notes"
SOURCES = "Sources"
CORRECTIONS = "Corrections and clarifications"
UNSUBSCRIBE = "Unsubscribe"
SUBSCRIBE = "Subscribe"
FORWARDED = "Was this forwarded to you?"


@dataclass(frozen=True)
class Mailing:
    """One issue, whose it is, who sends it and how it looks."""

    publication: Publication
    sender: Sender
    issue: Issue
    provider: Provider
    looks: Looks

    @cached_property
    def permalink(self) -> str:
        """The issue's address in the web edition."""
        return target(self.publication, Internal(self.issue.path))

    @property
    def evidence_link(self) -> str:
        """The attributes of a link to evidence: who follows it is nobody's business, so it is marked or is no link at all."""
        return f"{self.provider.no_track} {self.looks.link}".lstrip()

    @property
    def links_evidence(self) -> bool:
        """Whether evidence may be linked: not where clicks may be counted and no mark on a link prevents that."""
        return bool(self.provider.no_track) or not self.provider.rewrites_links

    @property
    def list_id(self) -> str:
        """The name of the list (RFC 2919) as configured; else the address it comes from, with dots."""
        return self.sender.list_id.strip("<>") or self.sender.address.replace("@", ".")

    @property
    def masthead(self) -> str:
        """The publication's name as displayed."""
        return self.publication.title

    @property
    def dateline(self) -> str:
        """``Issue 2 · 16 May 2031``."""
        return f"Issue {self.issue.number} · {day_in_words(self.issue.published.date())}"

    @property
    def byline(self) -> str:
        """``By Ines Calloway and Tom Reeve``; "" where nobody is named."""
        names = [author.name for author in self.issue.authors]
        return f"By {' and '.join((', '.join(names[:-1]), names[-1])) if names[1:] else names[0]}" if names else ""

    @property
    def in_confidence(self) -> str:
        """How to reach the desk in confidence; "" if no way is configured. Never a link that somebody could track."""
        contact = self.publication.contact
        ways = (("", contact.email), ("Signal ", contact.signal), ("Tor ", contact.onion), ("public key ", contact.key))
        said = "; ".join(f"{label}{value}" for label, value in ways if value)
        return f"Write to us in confidence: {said}" if said else ""

    @property
    def reason(self) -> str:
        """Why the recipient gets this."""
        return self.sender.reason or f"You get this because you subscribed to {self.publication.title}."

    @property
    def imprint(self) -> str:
        """Who publishes this, and the postal address that the law asks for."""
        return ", ".join(part for part in (self.publication.imprint.publisher, self.sender.postal_address) if part)

    def archived_copy(self, note: Note) -> str:
        """What the link to a source's archived copy says: unlike any other link in the email."""
        return f"Archived copy of source {note.number}"

    def note_facts(self, note: Note) -> tuple[str, ...]:
        """What more is printed of a source, a line each."""
        accessed = f"Accessed {note.accessed}" if note.accessed else ""
        licence = f"Licence: {note.licence}" if note.licence else ""
        return tuple(line for line in (accessed, licence) if line)


def preheader(issue: Issue) -> str:
    """What an inbox shows beside the subject: the standfirst's first words, cut where a word ends."""
    standfirst = " ".join(issue.description.split())
    if len(standfirst) <= PREHEADER_LENGTH:
        return standfirst
    whole_words = standfirst[:PREHEADER_LENGTH].rpartition(" ")[0].rstrip(" ,;:–—")
    return (whole_words or standfirst[: PREHEADER_LENGTH - 1]) + "…"
