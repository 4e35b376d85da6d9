"""Published issues as data: ``issues.json``, for whoever moves an archive elsewhere or counts something in it."""

from __future__ import annotations

from typing import Any

from briefing.model import Archive, Internal, Issue
from briefing.model.words import lines


def issues_data(archive: Archive) -> dict[str, Any]:
    """The publication and its published issues, oldest first."""
    publication = archive.publication
    return {
        "title": publication.title,
        "url": publication.url,
        "language": publication.language,
        "issues": [_issue(archive, issue) for issue in archive.issues],
    }


def _issue(archive: Archive, issue: Issue) -> dict[str, Any]:
    """One issue; its text is that of every edition, a block a line."""
    return {
        "number": issue.number,
        "id": issue.id,
        "url": archive.publication.absolute(Internal(f"issues/{issue.slug}/")),
        "slug": issue.slug,
        "aliases": list(issue.aliases),
        "title": issue.title,
        "description": issue.description,
        "published": issue.published.isoformat(),
        "updated": issue.updated.isoformat(),
        "authors": [author.name for author in issue.authors],
        "topics": [topic.name for topic in issue.topics],
        "text": [line for line in lines(issue) if line],
    }
