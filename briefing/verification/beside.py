"""A quotation beside its evidence: what an editor with the vault looks at before deciding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.verification.checking import Checked, Kept
from briefing.verification.comparing import Stretch, compared
from briefing.verification.held import Held, View
from briefing.verification.matching import LONGEST_GAP, places, stretch
from briefing.verification.nearest import nearest
from briefing.verification.quoted import Piece, Quoted, editorial, inside
from briefing.verification.streams import BARRIER

_CONTEXT = 30
"""Words shown before and behind a passage."""
_NEAR = 2_000
"""Characters between two places that are shown as one passage."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of a quotation and the stretch of a file that it is, or comes nearest to."""

    file: str
    place: str
    author: str
    ours: tuple[Stretch, ...]
    theirs: tuple[Stretch, ...]
    before: str
    behind: str


@dataclass(frozen=True, slots=True)
class _Spot:
    """From where to where, in the quotation's text and in a file's."""

    ours: tuple[int, int]
    file: Held
    view: View
    theirs: tuple[int, int]


def passages(one: Checked, kept: Kept) -> tuple[Passage, ...]:
    """Where the quotation stands, as one passage; where it does not, each of its pieces beside what comes nearest."""
    text = inside(tuple(part.words for part in one.quotation.parts))
    spots = _found(one, kept, text) or tuple(_joined(list(_nearest(text, kept.held))))
    return tuple(_passage(text, spot) for spot in spots)


def _found(one: Checked, kept: Kept, text: str) -> tuple[_Spot, ...]:
    begin, end = one.judgement.span
    if begin >= end:
        return ()
    if one.judgement.struck:
        whole = [(held, held.whole) for held in kept.held if held.whole is not None]
        file, view = whole[one.judgement.file]
    else:
        file = kept.held[one.judgement.file]
        view = file.plain
    return (_Spot((0, len(text)), file, view, (begin, end)),)


def _nearest(text: str, held: Sequence[Held]) -> Iterator[_Spot]:
    """For each piece its first place in any file, else the stretch most like it."""
    reading = editorial(text, lambda bracket: any(one.plain.exact.has(bracket) for one in held))
    for piece in reading.pieces:
        ours = _ours(piece, reading)
        spots = [_Spot(ours, file, file.plain, spot) for file in held for spot in _exact(piece, file.plain)]
        if not spots:
            windows = [(file, window) for file in held if (window := nearest(piece, file.plain)) is not None]
            windows.sort(key=lambda one: -one[1].near.alike)
            spots = [_Spot(ours, file, file.plain, (window.begin, window.end)) for file, window in windows]
        yield from spots[:1]


def _ours(piece: Piece, reading: Quoted) -> tuple[int, int]:
    """A piece with what stands before it or, if it is the last, behind it."""
    begin = 0 if piece is reading.pieces[0] else piece.stream.begin(0)
    end = len(reading.text) if piece is reading.pieces[-1] else piece.stream.end(len(piece.stream) - 1)
    return begin, end


def _exact(piece: Piece, view: View) -> Iterator[tuple[int, int]]:
    stream = stretch([piece], view.exact, LONGEST_GAP)
    yield from ((stream.begin(one.first), stream.end(one.last - 1)) for one in places(piece, stream)[:1])


def _joined(spots: Sequence[_Spot]) -> Iterator[_Spot]:
    """Pieces that follow each other in one file, with what lies between them."""
    waiting: _Spot | None = None
    for spot in spots:
        if waiting and waiting.view is spot.view and 0 <= spot.theirs[0] - waiting.theirs[1] <= _NEAR:
            waiting = replace(waiting, ours=(waiting.ours[0], spot.ours[1]), theirs=(waiting.theirs[0], spot.theirs[1]))
            continue
        if waiting:
            yield waiting
        waiting = spot
    if waiting:
        yield waiting


def _passage(text: str, spot: _Spot) -> Passage:
    begin, end = spot.theirs
    end += spot.view.text[end : end + 1] in set(".,;:!?…")
    ours, theirs = compared(text[slice(*spot.ours)], spot.view.text[begin:end])
    segment = spot.view.segment(begin)
    before = spot.view.text[:begin].split(BARRIER)[-1][-_CONTEXT * 12 :].split()[-_CONTEXT:]
    behind = spot.view.text[end : end + _CONTEXT * 12].split(BARRIER)[0].split()[:_CONTEXT]
    return Passage(spot.file.name, segment.place, segment.author, ours, theirs, " ".join(before), " ".join(behind))
