"""What differs between mail providers: their placeholders, their template language, and how a link is kept from being tracked."""

from __future__ import annotations

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Provider:
    """A mail provider as a table entry; a plug-in of the group ``briefing.providers`` is a callable that returns one.

    Only plain text needs escapes: in HTML whatever template languages are made of is a numeric reference, of any provider.
    """

    name: str
    """As ``email.provider`` names it."""
    unsubscribe_url: str
    """Put where the recipient's own address for unsubscribing belongs; never escaped, so put in last."""
    escapes: tuple[tuple[str, str], ...] = ()
    """What begins a tag of the template language in plain text, and what comes out as those very characters; no blank in either."""
    unescapable: tuple[str, ...] = ()
    """What means something in plain text and cannot be escaped: a finding names the words."""
    no_track: str = ""
    """An attribute that keeps a link from being rewritten; "" if there is none."""
    rewrites_links: bool = False
    """Whether links may be rewritten so that clicks are counted; without ``no_track``, evidence is then not linked."""
    adds_headers: bool = False
    """Whether the provider writes List-Unsubscribe, List-Unsubscribe-Post (RFC 8058) and Feedback-ID itself; two of a kind would be one too many."""
    most_placeholders: int = 0
    """How often a part may hold the placeholder; 0: no limit."""
    by_hand: tuple[str, ...] = ()
    """What whoever sends has to do that no file can, as sentences."""

    @property
    def foreign(self) -> tuple[str, ...]:
        """Everything in plain text that is more than text to this provider."""
        return (*(opener for opener, _ in self.escapes), *self.unescapable)

    def literal(self, text: str) -> str:
        """``text`` as it must be written so that it comes out as it is."""
        if not any(opener in text for opener, _ in self.escapes):
            return text
        known = dict(self.escapes)
        return re.sub("|".join(map(re.escape, known)), lambda match: known[match[0]], text)

    def sent(self, text: str) -> str:
        """``text`` as the provider sends it on: its escapes undone."""
        for opener, escape in self.escapes:
            text = text.replace(escape, opener)
        return text


GENERIC = Provider("generic", "{{unsubscribe_url}}")
"""For whatever has no entry of its own. Its whole contract: no template language, no rewriting of links, one replacement a part.

* HTML: replace the exact string ``{{unsubscribe_url}}``. The editor's words cannot contain it: braces in them are numeric references.
* Plain text: replace the *lines* that are exactly ``{{unsubscribe_url}}``. Plain text has no escapes, so braces in the editor's
  words stay as they are; a line of theirs that is nothing but the placeholder begins with a space (RFC 3676 space-stuffing, which
  readers take off), and so is never replaced.
* Message: replace it in the decoded parts and in ``List-Unsubscribe``, then encode again: what is put in may hold ``=``, which
  means something in quoted-printable.
"""
