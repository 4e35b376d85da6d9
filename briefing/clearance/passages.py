"""Where a quotation stands in a document that is published: only to mark it there. Whether it is right, verification says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

Spans = tuple[tuple[int, int], ...]

_CUT = re.compile(r"…|\.\.\.|[^\W_]*\[[^\[\]]*\][^\W_]*")
_FIRST_LETTER = re.compile(r"\[(\w)\](?=\w)")
_WORD = re.compile(r"[^\W_]+")
_END = re.compile(r"[.?!][”’\s]*$")
_PAGE = re.compile(r"pp?\. (\d+)")


def passage(parts: Sequence[str], text: str, where: str = "") -> Spans:
    """The pieces of a quotation between its marked cuts, in order, as near to each other as can be; none unless all are there.

    Of several places, one on the page that ``where`` names is taken first.
    """
    pieces = [_pattern(piece) for piece in _CUT.split(_FIRST_LETTER.sub(r"\1", " ".join(parts))) if _WORD.search(piece)]
    if not pieces:
        return ()
    page = _page(where, text)
    return min(_chains(pieces, text), key=lambda spans: (spans[0][0] not in page, spans[-1][1] - spans[0][0]), default=())


def _chains(pieces: Sequence[re.Pattern[str]], text: str) -> Iterator[Spans]:
    for first in pieces[0].finditer(text):
        spans = [first.span()]
        for piece in pieces[1:]:
            if (found := piece.search(text, spans[-1][1])) is None:
                return
            spans.append(found.span())
        yield tuple(spans)


def _pattern(piece: str) -> re.Pattern[str]:
    """Its words in order, whatever marks, dashes and line ends stand between them; the first letter of either case."""
    first, *rest = _WORD.findall(piece)
    begins = f"(?i:{re.escape(first[0])}){re.escape(first[1:])}"
    words = r"[\W_]+".join((begins, *map(re.escape, rest)))
    return re.compile(rf"(?<!\w){words}(?!\w){'[.?!]?' if _END.search(piece) else ''}")


def _page(where: str, text: str) -> range:
    """The characters of the page that a citation names; all of them where it names none."""
    named = _PAGE.match(where)
    begins = [0, *(found.end() for found in re.finditer("\f", text)), len(text) + 1]
    number = int(named[1]) if named else 0
    return range(begins[number - 1], begins[number]) if 0 < number < len(begins) else range(len(text))
