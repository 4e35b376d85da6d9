"""The key of a described source says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.desk import DescribedRecord, Desk
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.citations import C207

_RANDOM = re.compile(r"anon-[a-z0-9]{4}")


class DescribedKeys:
    """Finds described sources whose register file has a name that can be read."""

    name = "described-keys"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """C207 at the register file."""
        for record in desk.register.sources.values():
            if isinstance(record, DescribedRecord) and not _RANDOM.fullmatch(record.key):
                yield C207.at(record.span, help=("rename the file to anon- and four random characters, and cite it so",))
