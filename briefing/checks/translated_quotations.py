"""Words that are printed in translation come from a source of which the register says what its original is."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.checks.cited import covered_quotations
from briefing.desk import Desk, Draft, DraftQuotation, PublicRecord
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.verification import V322

_FAR = 120
"""Characters behind a quotation in which the copy may say that it is a translation."""
_SAID = re.compile(r"\([^()]*\btranslat(?:ed|ion)\b[^()]*\)", re.IGNORECASE)


class TranslatedQuotations:
    """Finds quotations that the copy calls translations, of sources whose original nobody is told."""

    name = "translated-quotations"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """V322 at the key; a described source has no field for it, and an imported archive stays as it came."""
        saying = [draft for draft in desk.drafts if not draft.front_matter.imported and _SAID.search(draft.text)]
        for draft, quotation, citation in covered_quotations(saying):
            if not _translated(draft, quotation):
                continue
            for item in citation.items:
                record = desk.register.sources.get(item.key)
                if isinstance(record, PublicRecord) and not record.original:
                    yield V322.at(item.span, help=(f"{record.span.path}: original: Rundskriv 14/2031, in Norwegian",))


def _translated(draft: Draft, quotation: DraftQuotation) -> bool:
    """Whether brackets right behind it, in its paragraph and before the next quotation, say so."""
    end = quotation.span.end
    behind = draft.text[end : end + _FAR].partition("\n\n")[0].partition("“")[0]
    return _SAID.search(behind) is not None
