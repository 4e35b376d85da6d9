"""What every email of a publication has in common: made once, however many issues there are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from briefing.editions.email.headers import from_whom, reply_to, token
from briefing.editions.email.links import anchor, safe_url, target
from briefing.editions.email.looks import Looks
from briefing.editions.email.printed import Printed, own, together
from briefing.model import Internal, Provider, Publication, Sender

UNSUBSCRIBE = "Unsubscribe"
SUBSCRIBE = "Subscribe"
FORWARDED = "Was this forwarded to you?"


@dataclass(frozen=True)
class Letterhead:
    """Whose emails they are, who sends them and how they look."""

    publication: Publication
    sender: Sender
    looks: Looks

    @property
    def provider(self) -> Provider:
        """Who sends them on."""
        return self.sender.provider

    @cached_property
    def evidence_link(self) -> str:
        """The attributes of a link to evidence: who follows it is nobody's business, so it is marked or is no link at all."""
        return f"{self.provider.no_track} {self.looks.link}".lstrip()

    @cached_property
    def links_evidence(self) -> bool:
        """Whether evidence may be linked: not where clicks may be counted and no mark on a link prevents that."""
        return bool(self.provider.no_track) or not self.provider.rewrites_links

    @property
    def list_id(self) -> str:
        """The name of the list (RFC 2919) as configured; else the address it comes from, with dots."""
        return self.sender.list_id.strip("<>") or self.sender.address.replace("@", ".")

    @cached_property
    def sender_id(self) -> str:
        """Who sends, as Gmail's reports on complaints name it: 5 to 15 letters and figures, the same in every email."""
        return re.sub(r"[^a-z0-9]", "", self.list_id.lower())[:15].ljust(5, "0")

    @cached_property
    def masthead(self) -> Printed:
        """What the HTML begins with below the link to the web edition."""
        title = own(self.looks.masthead, self.publication.title)
        return together(*title, *own(self.looks.small, self.publication.strapline))

    @cached_property
    def foot(self) -> Printed:
        """What the HTML ends with."""
        small = self.looks.small
        why = (*own(small, self.in_confidence), *own(small, self.reason))
        return together(*why, self._way_out, *self._way_in, *own(small, self.imprint))

    @property
    def _way_out(self) -> Printed:
        """The placeholder is not escaped, and early in a line of its own so that quoted-printable does not break it."""
        link = f'<a href="{self.provider.unsubscribe_url}" {self.looks.link}>{UNSUBSCRIBE}</a>'
        return Printed(f"<p {self.looks.small}>\n{link}</p>", (UNSUBSCRIBE,))

    @property
    def _way_in(self) -> tuple[Printed, ...]:
        url = safe_url(self.sender.subscribe_url)
        line = f"<p {self.looks.small}>{FORWARDED} {anchor(self.looks, url, SUBSCRIBE)}</p>"
        return (Printed(line, (f"{FORWARDED} {SUBSCRIBE}",)),) if url else ()

    @cached_property
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

    @cached_property
    def addressed(self) -> str:
        """The headers that say from whom a message is, and where answers go."""
        answers = reply_to(self.sender.reply_to) if self.sender.reply_to else ""
        return from_whom(self.sender.name, self.sender.address) + answers

    @cached_property
    def listed(self) -> str:
        """The headers that say which list a message is of, and how to leave it."""
        lines = [token("List-Id", f"<{self.list_id}>")]  # RFC 2919; it also keeps absence notices away (RFC 3834, 2)
        if not self.provider.adds_headers:
            lines.append(token("List-Unsubscribe", f"<{self.provider.unsubscribe_url}>"))  # RFC 2369
            lines.append(token("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"))  # RFC 8058: DKIM must cover both
        lines.append(token("List-Archive", f"<{target(self.publication, Internal('archive/'))}>"))
        return "".join(lines)
