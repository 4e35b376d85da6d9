"""What is quoted from a document that is published stands in it."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.clearance.passages import MAY_STAND_ANYWHERE, passage, words_of
from briefing.desk import CitedSource, Desk, Draft, DraftQuotation, PublicRecord
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.documents import V320


class DocumentsWords:
    """Finds quotations whose words are in none of the published documents they cite."""

    name = "documents-words"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """V320 at the quotation; not where it cites something besides whose text nobody can see."""
        if not desk.documents:
            return
        for draft in desk.drafts:
            for quotation in draft.quotations:
                if _is_missing(quotation, draft, desk):
                    yield V320.at(quotation.span, help=("compare the text beside the register with the document",))


def _is_missing(quotation: DraftQuotation, draft: Draft, desk: Desk) -> bool:
    citation = draft.citation_of(quotation)
    texts = [(item, text) for item in citation.items if (text := _text(item, desk)) is not None] if citation else []
    if not citation or len(texts) < len(citation.items):
        return False
    words = tuple(part.words for part in quotation.parts)
    return len(words_of(words)) >= MAY_STAND_ANYWHERE and not any(passage(words, text, item.where) for item, text in texts)


def _text(item: CitedSource, desk: Desk) -> str | None:
    record = desk.register.sources.get(item.key)
    return desk.published_text(record) if isinstance(record, PublicRecord) else None
