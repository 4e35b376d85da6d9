"""What differs between mail providers: the placeholders they put their own values in, and how a link is kept from being tracked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Provider:
    """The syntax of one mail provider."""

    name: str
    unsubscribe_url: str
    """Put where the recipient's own address for unsubscribing belongs; never escaped, so put in last."""
    no_track: str = ""
    """An attribute that keeps a link from being rewritten; "" if there is none: then what must not be tracked is not linked."""


GENERIC = Provider("generic", "{{unsubscribe_url}}")
"""For a sender of one's own. Its whole contract: no template language, no rewriting of links, one replacement a part.

* HTML: replace the exact string ``{{unsubscribe_url}}``. The editor's words cannot contain it: braces in them are numeric references.
* Plain text: replace the *lines* that are exactly ``{{unsubscribe_url}}``. Plain text has no escapes, so braces in the editor's
  words stay as they are; a line of theirs that is nothing but the placeholder begins with a space (RFC 3676 space-stuffing, which
  readers take off), and so is never replaced.
* Message: replace it in the decoded parts and in ``List-Unsubscribe``, then encode again: what is put in may hold ``=``, which
  means something in quoted-printable.
"""

PROVIDERS: Mapping[str, Provider] = MappingProxyType({GENERIC.name: GENERIC})
