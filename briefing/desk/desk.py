"""Everything on the editor's desk at one moment, and what a check of it looks like."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Protocol

from briefing.desk.checked import Checked, Unchecked
from briefing.desk.draft import Draft
from briefing.desk.issued import Issued
from briefing.desk.register import Level, PublicRecord, Register
from briefing.desk.settings import Settings
from briefing.diagnostics import Diagnostic


@dataclass(frozen=True, slots=True)
class Desk:
    """Settings, register and all drafts, published or withheld, in the order of their dates."""

    settings: Settings
    register: Register
    drafts: tuple[Draft, ...]
    now: datetime
    """Aware; decides what is withheld."""
    checked: Mapping[str, tuple[Checked | Unchecked, ...]] | None = None
    """What the lock says of each draft's quotations, in their order, by the draft's path; None where there is no lock."""
    release: bool = False
    """Whether what is built is to be published; a preview forgives more."""
    documents: Mapping[str, str] = field(default_factory=dict, repr=False)
    """Texts that lie beside the register, by the key of the source whose document each is."""

    def checked_of(self, draft: Draft) -> tuple[Checked | Unchecked, ...]:
        """What is known of each quotation of a draft; nothing, where there is no lock."""
        known = self.checked.get(draft.path) if self.checked is not None else None
        return known if known is not None else (Unchecked(),) * len(draft.quotations)

    def published_text(self, record: PublicRecord) -> str | None:
        """A source's own text, where anybody can get it and the register says that we publish it; else None."""
        return self.documents.get(record.key) if record.level is Level.OPEN and record.publish else None

    issued: Mapping[int, Issued] = field(default_factory=lambda: MappingProxyType({}))
    """What ``ids.lock`` says of the issues that are out, by number."""
    mints: bool = True
    """Whether a release here may write ``ids.lock``: not in continuous integration, where nothing can be committed."""

    unread: frozenset[str] = frozenset()
    """Paths of issues that could not be read: that is told there, and nothing that comes of it."""

    @property
    def published(self) -> tuple[Draft, ...]:
        """The drafts that are not withheld at ``now``."""
        return tuple(draft for draft in self.drafts if draft.front_matter.withholding(self.now) is None)


class Check(Protocol):
    """One rule over the copy; a plug-in of the group ``briefing.checks`` is a callable that returns one."""

    @property
    def name(self) -> str:
        """Short and lower case, words joined by hyphens: ``unsourced-quotations``."""

    def check(self, desk: Desk) -> Iterable[Diagnostic]:
        """What this rule finds; pure, and in any order."""
