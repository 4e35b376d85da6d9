"""Every published issue is in every edition that is to carry it, and no other issue is in any."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from briefing.diagnostics import Diagnostic, Span
from briefing.model import Archive, Issue, Showing, Tree
from briefing.proofs.findings import COMPLETENESS, FEED_TYPES, Family, family, place_of
from briefing.proofs.outputs import Outputs

_EMAIL_TYPES = ("message/rfc822", "text/html", "text/plain")


class _Wanted(NamedTuple):
    issue: int
    tree: Tree
    media_type: str
    folder: str
    """Where it lies: another edition's file of the same type does not stand in for it."""


class Completeness:
    """Compares the showings with the issues."""

    name = "completeness"

    def prove(self, outputs: Outputs) -> Iterator[Diagnostic]:
        """Issues without a showing, and showings without a published issue."""
        stated = {(showing.issue, showing.tree, showing.media_type, _folder(showing)) for showing in outputs.showings}
        feeds = _feeds(outputs.archive)
        for issue in outputs.archive.issues:
            wanted = (*_wanted(issue, sent=outputs.archive.publication.sender is not None), *feeds.get(issue.number, ()))
            yield from (_missing(issue, one) for one in wanted if one not in stated)
        numbers = {issue.number for issue in outputs.archive.issues}
        for showing in outputs.showings:
            if showing.issue not in numbers:
                message = f"issue {showing.issue} is not published"
                yield COMPLETENESS[family(showing)].at(place_of(showing), message)


def _folder(showing: Showing) -> str:
    """The folder of an issue's page or email; the feeds of everything have none, that of a topic lies beside the topic's page."""
    return showing.path.rpartition("/")[0]


def _feeds(archive: Archive) -> Mapping[int, list[_Wanted]]:
    """For each issue, the feeds that are to have it: of everything, of its topics and of its authors, while it is among the newest there."""
    publication, wanted = archive.publication, defaultdict[int, list[_Wanted]](list)
    for issue in archive.newest_first[: publication.feed_items]:
        wanted[issue.number] += (_Wanted(issue.number, Tree.SITE, media_type, "") for media_type in FEED_TYPES)
    parts = [(f"topics/{topic.id}", [one for one in archive.newest_first if topic in one.topics]) for topic in publication.topics]
    parts += [
        (f"authors/{one.id}", [issue for issue in archive.newest_first if one in issue.authors]) for one in publication.authors
    ]
    for folder, issues in parts:
        for issue in issues[: publication.feed_items]:
            wanted[issue.number].append(_Wanted(issue.number, Tree.SITE, FEED_TYPES[0], folder))
    return wanted


def _wanted(issue: Issue, *, sent: bool) -> Iterator[_Wanted]:
    yield _Wanted(issue.number, Tree.SITE, "text/html", issue.path.rstrip("/"))
    if sent and issue.email.send:
        yield from (_Wanted(issue.number, Tree.DIST, media_type, f"email/{issue.slug}") for media_type in _EMAIL_TYPES)


def _missing(issue: Issue, wanted: _Wanted) -> Diagnostic:
    whose = Family.FEEDS if wanted.media_type in FEED_TYPES else Family.EMAIL if wanted.tree is Tree.DIST else Family.WEBSITE
    return COMPLETENESS[whose].at(
        Span(wanted.tree.value),
        f"issue {issue.number} is missing from the {whose.value}",
        notes=(
            f"title: {issue.title}",
            f"no file of the type {wanted.media_type} in {wanted.tree.value}/{wanted.folder} shows it",
        ),
    )
