"""An issue takes up an earlier one that readers can find."""

from __future__ import annotations

from collections.abc import Iterator

from briefing.desk import Desk, Draft
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.publication import F605, F606, F607


class FollowedIssues:
    """Looks up the issue that ``follows`` names; that it is not the issue itself is seen when the front matter is read."""

    name = "followed-issues"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """F605, F606 or F607 at the number after ``follows``."""
        by_number = {draft.front_matter.issue: draft for draft in desk.drafts}
        for draft in desk.drafts:
            follows = draft.front_matter.follows
            if follows is not None and follows != draft.front_matter.issue:
                yield from _faults(draft, by_number.get(follows), desk)


def _faults(draft: Draft, followed: Draft | None, desk: Desk) -> Iterator[Diagnostic]:
    front = draft.front_matter
    span = front.spans["follows"]
    if followed is None and desk.unread:
        return
    if followed is None:
        yield F605.at(span, help=("give the number of an earlier issue, or take the line away",))
    elif followed.front_matter.dated > front.dated:
        yield F606.at(
            span, notes=(f"issue {front.follows} is {followed.path}",), help=("follow an earlier issue, or correct the dates",)
        )
    elif followed.front_matter.withholding(desk.now) is not None and front.withholding(desk.now) is None:
        yield F607.at(
            span, notes=(f"issue {front.follows} is {followed.path}",), help=("publish that one first, or take the line away",)
        )
