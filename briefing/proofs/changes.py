"""Every correction is where readers look for it: on the page of its year, as news in the feeds, and in the next email."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefing.diagnostics import Code, Diagnostic, Span
from briefing.diagnostics.codes.proofs import D106, E106, W106
from briefing.model import Archive, Showing, Tree
from briefing.model.changes import Change, changes
from briefing.model.words import correction_line
from briefing.proofs.findings import FEED_TYPES, part_of, place
from briefing.proofs.outputs import Outputs
from briefing.proofs.shown import UnreadableError

_WHOLE = tuple(zip(("feed.xml", "atom.xml", "feed.json"), FEED_TYPES, strict=True))
_LISTS = ("corrections/", *(path for path, _ in _WHOLE))
"""How the paths of files begin in which corrections have to stand."""
_EMAILS = "email/"
_OWN = ("corrections/feed.xml", FEED_TYPES[0])


class Looked(NamedTuple):
    """What was seen in some files."""

    standing: frozenset[tuple[str, str]]
    """Paths, and ids of the changes that stand there."""
    not_mailed: tuple[Diagnostic, ...]


class Changes:
    """Looks for each correction in the finished files; that its issue shows it, the same-words proof sees."""

    name = "changes"

    def prove(self, outputs: Outputs) -> Iterator[Diagnostic]:
        """W106, D106 and E106 where a correction does not stand."""
        return self.judge(outputs, (self.look(outputs),))

    def look(self, piece: Outputs) -> Looked:
        """Which corrections stand in these files, and in which of these emails one does not."""
        paths = {path for tree, path in piece.files if tree is Tree.SITE and path.startswith(_LISTS)}
        wanted = _wanted(piece.archive) if paths else ()
        found = (
            (where.path, change.id) for _, change, where in wanted if where.path in paths and not _lost(piece, change, where)
        )
        return Looked(frozenset(found), tuple(_not_mailed(piece)))

    def judge(self, outputs: Outputs, looked: Sequence[Looked]) -> Iterator[Diagnostic]:
        """Those that do not stand anywhere; why, is looked up once more."""
        standing = frozenset[tuple[str, str]]().union(*(one.standing for one in looked))
        for code, change, where in _wanted(outputs.archive):
            if (where.path, change.id) not in standing:
                why = _lost(outputs, change, where)
                yield code.at(_span(where), label=f"issue {change.issue.number}", notes=(why,))
        for one in looked:
            yield from one.not_mailed


def _wanted(archive: Archive) -> Iterator[tuple[Code, Change, Showing]]:
    """Where each correction has to stand."""
    made = [change for issue in archive.issues for change in changes(issue)]
    for change in made:
        path = f"corrections/{change.correction.on.year}/index.html"
        yield W106, change, Showing(change.issue.number, Tree.SITE, path, "text/html")
    for change, (path, media_type) in _in_feeds(archive, made):
        yield D106, change, Showing(change.issue.number, Tree.SITE, path, media_type, entry=change.id)


def _in_feeds(archive: Archive, made: Sequence[Change]) -> Iterator[tuple[Change, tuple[str, str]]]:
    """The newest in their own feed; those made since the oldest issue of a feed of everything in that, too."""
    newest = sorted(made, key=lambda change: (change.moment, change.id), reverse=True)[: archive.publication.feed_items]
    yield from ((change, _OWN) for change in newest)
    listed = archive.newest_first[: archive.publication.feed_items]
    news = (change for change in newest if change.moment >= listed[-1].published)
    yield from ((change, feed) for change in news for feed in _WHOLE)


def _lost(outputs: Outputs, change: Change, where: Showing) -> str:
    """Why a correction cannot be found; "" where it can."""
    line = " ".join(correction_line(change.correction).split())
    try:
        found = any(line in shown.text for shown in outputs.read_back(where))
    except UnreadableError as error:
        return str(error)
    return "" if found else f"it does not say: {line}"


def _not_mailed(outputs: Outputs) -> Iterator[Diagnostic]:
    """Emails without a correction that they have to bring; other editions for sending have words of the issue only."""
    for issue, showing, shown in outputs.shown():
        if issue.carries and showing.tree is Tree.DIST and showing.path.startswith(_EMAILS):
            for carried in issue.carries:
                line = " ".join(correction_line(carried.correction).split())
                if line not in shown.text:
                    notes = (f"it does not say: {line}", *part_of(showing, shown.form))
                    yield E106.at(_span(showing), label=f"issue {carried.issue}", notes=notes)


def _span(where: Showing) -> Span:
    return place(where.tree, where.path)
