"""A document that is to be published is there."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.desk import Desk, Level, PublicRecord
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.documents import F407


class MissingDocuments:
    """Finds sources that say ``publish: true`` and have no text beside their register file."""

    name = "missing-documents"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """F407 on the register file."""
        for record in desk.register.sources.values():
            public = isinstance(record, PublicRecord) and record.level is Level.OPEN and record.publish
            if public and record.key not in desk.documents:
                yield F407.at(record.span, help=(f"put its text into {record.key}.txt beside this file",))
