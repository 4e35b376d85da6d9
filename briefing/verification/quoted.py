"""The quotation's side: what stands in the marks, cut at its ellipses and brackets into pieces that must stand in the evidence."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from briefing.verification.normalising import GAP, Folded, fold, replaced
from briefing.verification.streams import Stream

_OPENING, _CLOSING = "“", "”"
_SIC = re.compile(r"[ ]?\[\s*sic\.?\s*\]", re.IGNORECASE)
_BRACKETED_GAP = re.compile(rf"\[\s*{GAP}\s*\]")
_FIRST_LETTER = re.compile(r"(?<!\w)\[([^\W\d_])\](?=[^\W_])")
_SLOT = re.compile(r"[^\W_]*\[[^\[\]]*\][^\W_]*")
_CONTENT = re.compile(r"[\[\]]")


class Join(Enum):
    """What stands before a piece, or behind the last one."""

    NOTHING = "nothing"
    GAP = "gap"
    """An ellipsis: words are left out, or none."""
    SLOT = "slot"
    """Words in brackets: the editor's, in place of a few of the source's."""


@dataclass(frozen=True, slots=True)
class Cut:
    """An ellipsis or a bracket."""

    join: Join
    inserted: str = ""
    """What the brackets hold."""


NO_CUT = Cut(Join.NOTHING)


@dataclass(frozen=True, slots=True)
class Piece:
    """Words without a cut between them."""

    stream: Stream
    cut: Cut
    """Before it."""
    free_case: bool
    """Whether its first letter may be of the other case."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """One way to read a quotation."""

    text: str
    """What is in the marks, as printed; the places of the pieces' words count from its start."""
    pieces: tuple[Piece, ...]
    last_cut: Cut = NO_CUT
    """Behind the last piece."""
    sic: bool = False
    letter: bool = False
    """Whether a first letter stands in brackets."""

    @property
    def words(self) -> int:
        """How many words it has, brackets not counted."""
        return sum(len(piece.stream) for piece in self.pieces)

    @property
    def marked(self) -> bool:
        """Whether anything shows that the words are not all of the source's, edges apart."""
        return self.sic or self.letter or any(piece.cut.join is not Join.NOTHING for piece in self.pieces[1:])


def inside(parts: tuple[str, ...]) -> str:
    """The words of a quotation's paragraphs without the double marks that open each and close the last."""
    return "\n\n".join(part.strip().removeprefix(_OPENING).removesuffix(_CLOSING).strip() for part in parts)


def literal(text: str, folding: Callable[[str], Folded] = fold) -> Quoted:
    """Every bracket and every ellipsis is the source's own."""
    return Quoted(text, (Piece(Stream(folding(text)), NO_CUT, free_case=True),))


def editorial(text: str, stands_in_source: Callable[[str], bool], folding: Callable[[str], Folded] = fold) -> Quoted:
    """Ellipses and brackets are the editor's, but for brackets that the source has too."""
    folded = folding(text)
    sic = bool(_SIC.search(folded.text)) and not stands_in_source("[sic]")
    if sic:
        folded = replaced(folded, _SIC, "")
    folded = replaced(folded, _BRACKETED_GAP, GAP)
    letter = bool(_FIRST_LETTER.search(folded.text))
    freed = {folded.origin[match.start()] for match in _FIRST_LETTER.finditer(folded.text)}
    folded = replaced(folded, _FIRST_LETTER, lambda match: match[1])
    pieces: list[Piece] = []
    cut = NO_CUT
    for start, end, cut_after in _stretches(folded, stands_in_source):
        stream = Stream(_slice(folded, start, end))
        if len(stream):
            free = not pieces or cut.join is Join.GAP or stream.begin(0) in freed
            pieces.append(Piece(stream, cut, free))
            cut = cut_after
        else:
            cut = _wider(cut, cut_after)
    return Quoted(text, tuple(pieces), cut, sic, letter)


def _stretches(folded: Folded, stands_in_source: Callable[[str], bool]) -> Iterator[tuple[int, int, Cut]]:
    """The stretches between cuts, each with the cut behind it; the first may be empty, and so begins with a cut."""
    start = 0
    for match in re.finditer(f"{GAP}|{_SLOT.pattern}", folded.text):
        if match[0] == GAP:
            cut = Cut(Join.GAP)
        elif stands_in_source(match[0]):
            continue
        else:
            cut = Cut(Join.SLOT, _CONTENT.sub("", match[0]))
        yield start, match.start(), cut
        start = match.end()
    yield start, len(folded.text), NO_CUT


def _slice(folded: Folded, start: int, end: int) -> Folded:
    return Folded(folded.text[start:end], folded.origin[start : end + 1], folded.invisible)


def _wider(one: Cut, other: Cut) -> Cut:
    """Two cuts with nothing between them: an ellipsis beside a bracket is an ellipsis."""
    if Join.NOTHING in (one.join, other.join):
        return other if one.join is Join.NOTHING else one
    inserted = " ".join(filter(None, (one.inserted, other.inserted)))
    return Cut(Join.GAP if Join.GAP in (one.join, other.join) else Join.SLOT, inserted)
