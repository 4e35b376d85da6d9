"""What may be wrong with a quotation whose words are all there."""

from __future__ import annotations

from briefing.verification.matched import Match
from briefing.verification.matching import LONGEST_SLOT, Chain
from briefing.verification.normalising import GAP
from briefing.verification.quoted import Cut, Join
from briefing.verification.streams import BARRIER
from briefing.verification.turning import QUALIFIERS, is_number, negates, turns
from briefing.verification.verdicts import Flag, Omission

_LONG_GAP = 60
_NEIGHBOURS = 3
_STOPS = f".?!{GAP}"
_SHOWN = 12


def flags_of(match: Match, *, located: bool) -> tuple[Flag, ...]:
    """Every flag of a match, in the order of their codes."""
    cuts = left_out(match)
    found = {
        Flag.TURNED: any(_turned(cut) for cut in cuts) or _turned_at_edge(match),
        Flag.STOPPED: bool(goes_on(match)),
        Flag.ANOTHER: not match.allowed,
        Flag.REPEATED: not located and _repeated(match),
        Flag.LONG_GAP: any(len(cut.left_out) > _LONG_GAP for cut in cuts),
        Flag.INVISIBLE: _invisible(match),
    }
    return tuple(flag for flag, holds in found.items() if holds)


def left_out(match: Match) -> tuple[Omission, ...]:
    """What each ellipsis and bracket between two pieces stands for."""
    cuts = (piece.cut for piece in match.reading.pieces[1:])
    return tuple(
        Omission(tuple(word for word in match.stream.words[begin:end] if word != BARRIER), cut.inserted)
        for cut, (begin, end) in zip(cuts, match.chain.gaps(), strict=True)
    )


def trimmed(match: Match) -> bool:
    """Whether only the edges differ: the first letter's case, the last comma or stop, an ellipsis."""
    edges = (match.reading.pieces[0].cut.join, match.reading.last_cut.join)
    ours, theirs = _last_light(match)
    return match.chain.found[0].other_case or Join.GAP in edges or bool(ours and ours[:1] != theirs[:1])


def feigned(match: Match) -> bool:
    """Whether an ellipsis at an edge was taken for the source's own, and the source has none there."""
    first, last = match.reading.pieces[0].stream, match.reading.pieces[-1].stream
    ours = first.lights.get(0, ""), last.lights.get(len(last.letters), "")
    theirs = match.stream.lights.get(match.stream.starts[match.chain.first], ""), _last_light(match)[1]
    return any(GAP in one and GAP not in other for one, other in zip(ours, theirs, strict=True))


def goes_on(match: Match) -> str:
    """How the source goes on, if the quotation should not have stopped there; else nothing."""
    ours, theirs = _last_light(match)
    stream, last = match.stream, match.chain.last
    if last >= len(stream) or match.view.paragraph_ends(match.end, stream.begin(last)) or set(theirs) & set(_STOPS):
        return ""
    if stream.words[last] in ".?!" and not ours.startswith("."):
        return ""
    stopped_short = ours.startswith(".") and match.reading.last_cut.join is Join.NOTHING
    if not stopped_short and stream.words[last].lower() not in QUALIFIERS:
        return ""
    until = stream.end(min(last + _SHOWN, len(stream)) - 1)
    return " ".join(match.view.text[match.end : until].split(BARRIER)[0].split())


def _last_light(match: Match) -> tuple[str, str]:
    """The punctuation right behind the last word, in the quotation and in the source."""
    ours = match.reading.pieces[-1].stream
    offset = match.stream.starts[match.chain.last] if match.chain.last < len(match.stream) else len(match.stream.letters)
    light = ours.lights.get(len(ours.letters), "") if match.reading.last_cut.join is Join.NOTHING else ""
    return light, match.stream.lights.get(offset, "")


def _turned(cut: Omission) -> bool:
    return any(map(turns, cut.left_out)) or any(map(negates, cut.inserted.split()))


def _turned_at_edge(match: Match) -> bool:
    """Whether an ellipsis or a bracket at the beginning stands for a negation just before, in the same clause."""
    cut: Cut = match.reading.pieces[0].cut
    if cut.join is Join.NOTHING:
        return False
    stream, first = match.stream, match.chain.first
    if stream.lights.get(stream.starts[first], ""):
        return False
    for index in range(first - 1, max(first - LONGEST_SLOT, 0) - 1, -1):
        word = stream.words[index]
        if word == BARRIER:
            return False
        if negates(word) or (index == first - 1 and cut.join is Join.SLOT and is_number(word)):
            return True
        if stream.lights.get(stream.starts[index], ""):
            return False
    return False


def _repeated(match: Match) -> bool:
    """Whether the words stand in several places among different words."""
    return len({_neighbours(match, chain) for chain in match.all}) > 1 and len({chain.first for chain in match.all}) > 1


def _neighbours(match: Match, chain: Chain) -> tuple[tuple[str, ...], tuple[str, ...]]:
    words = match.stream.words
    return tuple(words[max(chain.first - _NEIGHBOURS, 0) : chain.first]), tuple(words[chain.last : chain.last + _NEIGHBOURS])


def _invisible(match: Match) -> bool:
    ours = any(piece.stream.invisible for piece in match.reading.pieces)
    return ours or match.stream.hidden_between(match.begin, match.end)
