"""What is published stays: every issue that is out keeps its place, under its id and at each address it has had."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.desk import Desk, Draft, Issued
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.identity import D201, D204, W201
from briefing.model.dates import day_in_words


class LastingIssues:
    """Compares the issues that would be published with what ids.lock says is out."""

    name = "lasting-issues"

    def check(self, desk: Desk) -> Iterator[Diagnostic]:
        """D201 at a record that nothing answers to, W201 where an address would be lost, D204 where an id cannot be minted."""
        drafts = {draft.front_matter.issue: draft for draft in desk.drafts}
        published = {draft.front_matter.issue: draft for draft in desk.published}
        today = desk.now.astimezone(desk.settings.publication.timezone).date()
        for number, issued in desk.issued.items():
            if issued.first > today:  # somebody looks at an earlier day
                continue
            if number in published:
                yield from _lost_addresses(published[number], issued)
            elif number in drafts or not desk.unread:
                yield _gone(issued, drafts.get(number), desk)
        if desk.release and not desk.mints:
            yield from _never_released(published, desk)


def _gone(issued: Issued, draft: Draft | None, desk: Desk) -> Diagnostic:
    why = draft.front_matter.withholding(desk.now) if draft else None
    now = f"{draft.path} is withheld: {why.value}" if draft and why else f"no file has issue: {issued.issue}"
    return D201.at(
        issued.span,
        label=f"issue {issued.issue} came out on {day_in_words(issued.first)}, as {issued.slugs[-1]}",
        notes=(now,),
        help=(
            "put it back with the number it had",
            f"to take back what it said: briefing recall {issued.issue}, which leaves a page that says so",
        ),
    )


def _lost_addresses(draft: Draft, issued: Issued) -> Iterator[Diagnostic]:
    front = draft.front_matter
    kept = {front.slug, *(alias.strip("/").removeprefix("issues/") for alias in front.aliases)}
    for slug in issued.slugs:
        if slug not in kept:
            span = front.spans.get("slug", Span(draft.path))
            address = f"/issues/{slug}/"
            yield W201.at(
                span,
                label=f"it has been at {address}",
                help=(f"add {address} under aliases:, so that it leads here; or give it the slug {slug} again",),
            )


def _never_released(published: Mapping[int, Draft], desk: Desk) -> Iterator[Diagnostic]:
    for number, draft in published.items():
        if number not in desk.issued:
            yield D204.at(
                Span(draft.path),
                notes=(f"{desk.settings.sources_dir.rstrip('/')}/ids.lock has no record of issue {number}, and CI is set",),
                help=("run briefing build --release on the desk, and commit ids.lock",),
            )
