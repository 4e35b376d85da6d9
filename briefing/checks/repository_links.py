"""The site leads nobody into a repository from which it could be learnt who wrote what, and when."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.desk import DescribedRecord, Desk
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.protection import P425


class RepositoryLinks:
    """Finds a link to the repository in mkdocs.yml while the register holds a described source."""

    name = "repository-links"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """P425 at the setting."""
        settings = desk.settings
        described = any(isinstance(record, DescribedRecord) for record in desk.register.sources.values())
        if described and settings.repo_linked and not settings.repo_is_private:
            place = settings.spans.get("repo_url", settings.spans.get("edit_uri", Span("mkdocs.yml")))
            yield P425.at(
                place, help=("take repo_url and edit_uri out, or say repo_is_private: true, if nobody else can read it",)
            )
