"""An issue that rests on a source which no longer stands says so."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.desk import Desk, Draft, PublicRecord, Withdrawn
from briefing.diagnostics import Diagnostic, Severity
from briefing.diagnostics.codes.rights import R503
from briefing.model.dates import day_in_words

_NOT_SHOWN = "typo"


class WithdrawnSources:
    """Finds withdrawn sources among those cited; the note readers see says that they are withdrawn."""

    name = "withdrawn-sources"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """R503 at the first citation: a warning in an issue that is older and has no correction since, else a note."""
        public = ((key, record) for key, record in desk.register.sources.items() if isinstance(record, PublicRecord))
        gone = {key: record.withdrawn for key, record in public if record.withdrawn}
        if not gone:
            return
        for draft in desk.drafts:
            cited = {item.key: item for citation in reversed(draft.citations) for item in reversed(citation.items)}
            for key, item in cited.items():
                withdrawn = gone.get(key)
                if withdrawn and not _corrected(draft, withdrawn):
                    yield R503.at(
                        item.span,
                        label=f"withdrawn {day_in_words(withdrawn.on)}",
                        help=("say so in the text, or add a correction",),
                        severity=Severity.WARNING if _is_older(draft, withdrawn) else Severity.NOTE,
                    )


def _is_older(draft: Draft, withdrawn: Withdrawn) -> bool:
    return draft.front_matter.dated.date() <= withdrawn.on


def _corrected(draft: Draft, withdrawn: Withdrawn) -> bool:
    """Whether readers of the issue have been told something since."""
    return any(entry.kind != _NOT_SHOWN and entry.on >= withdrawn.on for entry in draft.front_matter.corrections)
