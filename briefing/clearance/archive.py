"""Everything that may be published: the publication, what is not withheld of its issues, and its ordinary pages."""

from __future__ import annotations

from briefing.clearance.carrying import carried
from briefing.clearance.issue import issue
from briefing.clearance.persons import public_people
from briefing.clearance.sources import citing, first_credits, public_source
from briefing.desk import Desk
from briefing.model import Archive, Page


def clear(desk: Desk, pages: tuple[Page, ...]) -> Archive:
    """Clear the desk for printing; withheld issues do not exist downstream, not even as a number that another one follows.

    Called once the checks have found no error: copy they refuse raises ``NotClearedError``.
    """
    drafts = sorted(desk.published, key=lambda draft: (draft.front_matter.dated, draft.front_matter.issue))
    published = frozenset(draft.front_matter.issue for draft in drafts)
    carries = carried(desk)
    issues = tuple(issue(draft, desk, published, carries.get(draft.front_matter.issue, ())) for draft in drafts)
    credited = first_credits(issues)
    sources = tuple(public_source(key, cited_in, credited[key], desk) for key, cited_in in citing(drafts, desk).items())
    return Archive(desk.settings.publication, issues, pages, sources, public_people(sources, issues, desk.register))
