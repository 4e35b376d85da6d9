"""Beside the register lies no text that nobody may read."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.desk import Desk, PublicRecord
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.documents import P418


class StrayDocuments:
    """Finds texts that belong to no open source with ``publish: true``."""

    name = "stray-documents"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """P418 on the text; not where the register file itself could not be read."""
        folder = desk.settings.sources_dir.rstrip("/")
        for key in desk.documents.keys() - desk.register.unread:
            record = desk.register.sources.get(key)
            if not isinstance(record, PublicRecord) or desk.published_text(record) is None:
                yield P418.at(Span(f"{folder}/{key}.txt"), help=("move it into the vault",))
