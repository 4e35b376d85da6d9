"""Every correction is where readers look for it: on the page of its year, as news in the feeds, and in the next email."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.diagnostics import Code, Diagnostic, Span
from briefing.diagnostics.codes.proofs import D106, E106, W106
from briefing.model import Archive, Showing, Tree
from briefing.model.changes import Change, changes
from briefing.model.words import correction_line
from briefing.proofs.findings import FEED_TYPES, part_of, place
from briefing.proofs.outputs import Outputs
from briefing.proofs.shown import UnreadableError

_WHOLE = tuple(zip(("feed.xml", "atom.xml", "feed.json"), FEED_TYPES, strict=True))
_EMAILS = "email/"
_OWN = ("corrections/feed.xml", FEED_TYPES[0])


class Changes:
    """Looks for each correction in the finished files; that its issue shows it, the same-words proof sees."""

    name = "changes"

    def prove(self, outputs: Outputs) -> Iterator[Diagnostic]:
        """W106, D106 and E106 where a correction does not stand."""
        made = [change for issue in outputs.archive.issues for change in changes(issue)]
        for change in made:
            path = f"corrections/{change.correction.on.year}/index.html"
            yield from _missing(W106, outputs, change, Showing(change.issue.number, Tree.SITE, path, "text/html"))
        for change, (path, media_type) in _in_feeds(outputs.archive, made):
            showing = Showing(change.issue.number, Tree.SITE, path, media_type, entry=change.id)
            yield from _missing(D106, outputs, change, showing)
        yield from _not_mailed(outputs)


def _in_feeds(archive: Archive, made: Sequence[Change]) -> Iterator[tuple[Change, tuple[str, str]]]:
    """The newest in their own feed; those made since the oldest issue of a feed of everything in that, too."""
    newest = sorted(made, key=lambda change: (change.moment, change.id), reverse=True)[: archive.publication.feed_items]
    yield from ((change, _OWN) for change in newest)
    listed = archive.newest_first[: archive.publication.feed_items]
    news = (change for change in newest if change.moment >= listed[-1].published)
    yield from ((change, feed) for change in news for feed in _WHOLE)


def _missing(code: Code, outputs: Outputs, change: Change, where: Showing) -> Iterator[Diagnostic]:
    line = " ".join(correction_line(change.correction).split())
    try:
        if any(line in shown.text for shown in outputs.read_back(where)):
            return
        why = f"it does not say: {line}"
    except UnreadableError as error:
        why = str(error)
    yield code.at(_span(where), label=f"issue {change.issue.number}", notes=(why,))


def _not_mailed(outputs: Outputs) -> Iterator[Diagnostic]:
    """Emails without a correction that they have to bring; other editions for sending have words of the issue only."""
    carries = {issue.number: issue.carries for issue in outputs.archive.issues if issue.carries}
    for issue, showing, shown in outputs.shown():
        if showing.tree is Tree.DIST and showing.path.startswith(_EMAILS):
            for carried in carries.get(issue.number, ()):
                line = " ".join(correction_line(carried.correction).split())
                if line not in shown.text:
                    notes = (f"it does not say: {line}", *part_of(showing, shown.form))
                    yield E106.at(_span(showing), label=f"issue {carried.issue}", notes=notes)


def _span(where: Showing) -> Span:
    return place(where.tree, where.path)
