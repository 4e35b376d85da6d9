"""What ``sources/ids.lock`` says of an issue that is out: its lasting id, its addresses so far, and a digest of its words."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from briefing.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Issued:
    """The record of one published issue; having one is what being published means."""

    issue: int
    """Its number."""
    id: str
    """Its feed id, minted once."""
    first: date
    """When it was first released."""
    slugs: tuple[str, ...]
    """Every slug it has had, the first one first."""
    words: tuple[str, ...]
    """A digest of each passage of its copy, in order, as last released."""
    entries: tuple[str, ...] = ()
    """A digest of each entry of ``corrections``, typos and a recall among them, as last released."""
    sent: date | None = None
    """When its email went out, as far as somebody has said so."""
    span: Span = field(default=Span(""), compare=False)
    """Its line in the lock."""
