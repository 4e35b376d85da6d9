"""What is said of a quotation at its place: whether it was checked, and where its words can be seen in the document itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.editions.web.places import document_path
from briefing.model import Archive, Checking, Issue, PublicSource, Quotation

CHECKED: Mapping[Checking, str] = {
    Checking.EXACT: "Checked word for word",
    Checking.CUT: "Checked word for word, with cuts marked",
    Checking.UNSAID: "",
}
"""Never that it is true."""


def documented(archive: Archive, issue: Issue) -> Mapping[str, str]:
    """By the id of a quotation: the path of the published document in which its words are marked."""
    cited = [archive.source_by_key[key] for note in issue.notes if (key := note.source or "") in archive.source_by_key]
    if not any(source.document for source in cited):
        return {}
    shown = {quotation.id: document_of(issue, quotation, cited) for quotation in issue.quotations}
    return {identifier: path for identifier, path in shown.items() if path}


def document_of(issue: Issue, quotation: Quotation, sources: Iterable[PublicSource]) -> str:
    """The path of the first of these sources' documents that has the words; "" where none has."""
    for source in sources:
        if source.document and (issue.number, quotation.id) in source.document.quoted:
            return document_path(source.key)
    return ""
