"""Every address belongs to one issue."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.checks.issue_numbers import published_first
from briefing.desk import Desk, Draft, FrontMatter
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.publication import F603


class IssueAddresses:
    """Compares the pages and redirects that issues claim by their slugs and aliases."""

    name = "issue-addresses"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """F603 at the slug or aliases of the issue that comes second; one whose file is named so comes first."""
        owners: dict[str, Draft] = {}
        for draft in sorted(published_first(desk), key=lambda draft: "slug" in draft.front_matter.spans):
            owners.setdefault(f"issues/{draft.front_matter.slug}/", draft)
        for draft in published_first(desk):
            for address, span in _claimed(draft.front_matter).items():
                owner = owners.setdefault(address, draft)
                if owner is not draft:
                    yield F603.at(
                        span,
                        label=f"/{address}",
                        notes=(f"{owner.path} has this address too",),
                        help=("give one of them another slug: or alias",),
                    )


def _claimed(front: FrontMatter) -> dict[str, Span]:
    """Each address once, the page's own first; a slug that comes from the file's name is reported at the title."""
    slug = front.spans.get("slug", front.spans["title"])
    aliases = {alias.strip("/") + "/": front.spans.get("aliases", slug) for alias in front.aliases}
    return {**aliases, f"issues/{front.slug}/": slug}
