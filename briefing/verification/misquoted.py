"""Why a quotation's words are not in the evidence: altered, with words left out, put together, or not there at all."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from briefing.verification.held import View
from briefing.verification.matched import author_of
from briefing.verification.matching import LONGEST_GAP, all_places, chains, stands, stretch
from briefing.verification.nearest import Window, nearest, runs
from briefing.verification.normalising import fold
from briefing.verification.quoted import Cut, Join, Piece, Quoted, editorial
from briefing.verification.streams import Stream
from briefing.verification.turning import negates
from briefing.verification.verdicts import Judgement, Verdict

_FEW = 3
"""Up to so many missing words with a negation among them are another sense, not a gap."""
_LEAST_ALIKE = 0.5
_LIKE_SPELLING = 0.6
_LEAST_SPLICED = 6
"""Fewer words are not called spliced: two or three in a row stand in many places."""


def why_not(text: str, views: Sequence[View]) -> Judgement:
    """The verdict on words that are not there; of several pieces the first that is not found is explained."""
    reading = editorial(text, lambda bracket: any(view.exact.has(bracket) for view in views))
    lost = next((one for one in reading.pieces if not any(stands(one, view.exact) for view in views)), None)
    if lost is None:
        return _out_of_place(reading, views)
    windows = [window for view in views if (window := nearest(lost, view)) is not None]
    window = max(windows, key=lambda one: one.near.alike, default=None)
    verdict = _verdict(lost, reading.text, window, views)
    return Judgement(verdict, near=window.near if window and verdict is not Verdict.ABSENT else None)


def _out_of_place(reading: Quoted, views: Sequence[View]) -> Judgement:
    """Every piece is there: a bracket stands for too much, or the order is another, or the authors are two."""
    if not reading.pieces:
        return Judgement(Verdict.ABSENT)
    has_slot = any(piece.cut.join is Join.SLOT for piece in reading.pieces[1:])
    loose = [replace(piece, cut=Cut(Join.GAP)) for piece in reading.pieces]
    in_order = has_slot and any(_follow(loose, view) for view in views)
    return Judgement(Verdict.OMITTED if in_order else Verdict.SPLICED, too_long=in_order)


def _verdict(lost: Piece, text: str, window: Window | None, views: Sequence[View]) -> Verdict:
    if window and window.complete:
        turned = len(window.missing) <= _FEW and any(map(negates, window.missing))
        return Verdict.ALTERED if turned or not window.missing else Verdict.OMITTED
    cuts = runs(lost, [view.exact for view in views]) if len(lost.stream) >= _LEAST_SPLICED else ()
    if cuts:
        stretches = [text[lost.stream.begin(first) : lost.stream.end(last - 1)] for first, last in cuts]
        pieces = [Piece(Stream(fold(words)), Cut(Join.GAP), free_case=number == 0) for number, words in enumerate(stretches)]
        return Verdict.OMITTED if any(_follow(pieces, view) for view in views) else Verdict.SPLICED
    return Verdict.ALTERED if window and _alike(window) else Verdict.ABSENT


def _follow(pieces: Sequence[Piece], view: View) -> bool:
    """Whether the pieces follow each other in one author's words."""
    stream = stretch(pieces, view.exact, LONGEST_GAP)
    found = all_places(pieces, stream, LONGEST_GAP)
    if not found or not all(found):
        return False
    linked = chains(pieces, found)
    return any(len({author_of(one, view, stream) for one in each.found}) == 1 for each in linked)


def _alike(window: Window) -> bool:
    """Whether the passage is the quotation with something changed, and no other one that shares a few words."""
    near = window.near
    if near.words > 2:  # noqa: PLR2004 - two words are compared by their letters
        return near.alike >= max(_LEAST_ALIKE * near.words, 2)
    ours, theirs = near.difference.ours.lower(), near.difference.theirs.lower()
    return near.difference.only_case or SequenceMatcher(None, ours, theirs).ratio() >= _LIKE_SPELLING
