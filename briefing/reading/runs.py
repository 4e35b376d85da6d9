"""One run of text: its quotation marks and citations, and whose words are whose."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import assert_never

from briefing.desk import DraftCitation
from briefing.diagnostics.codes.citations import C203, C204, C205
from briefing.diagnostics.codes.markdown import M101, M102, M111
from briefing.diagnostics.codes.protection import P404
from briefing.diagnostics.codes.quotations import Q101, Q102, Q103, Q104, Q108, Q109
from briefing.reading.characters import refused_characters
from briefing.reading.citing import GRAMMAR, read_citation
from briefing.reading.found import FoundFootnote, FoundPart, FoundQuotation
from briefing.reading.layout import RunKind
from briefing.reading.linking import autolink, image, link_closes
from briefing.reading.literals import Zone, ZoneKind, zones
from briefing.reading.marks import ENGLISH, curled_double, curled_single
from briefing.reading.pulls import MARK, PullReader
from briefing.reading.run_state import RunState, literal
from briefing.reading.tokens import Token, token

_SPECIAL = re.compile(f"[\"'={ENGLISH.opening}{ENGLISH.closing}{ENGLISH.foreign}]")
_SIGN = re.compile(_SPECIAL.pattern[:-1] + r"\[\]`~^]")
"""Whatever is not simply taken over; tokens are, of which only breaks stand in what is laid out."""
_UNPAIRED = re.compile(r"([\[\]`])")
"""Brackets and backticks that make no link and no code: literal, and not for Markdown to search."""
_RARE = "[]`~^"
"""What among words is unpaired or remains of mark-up holds one of these."""
_REMAINS = re.compile(rf"~~(?=[^\s{Token.BREAK}])|\^\[|\](?:\(|[ ]+\((?=https?:))|\)\[(?=https?:)|\[@")
_INSTEAD_OF = {
    "~": "struck words have no form in every edition: leave them out",
    "^": "write the note as [^1], and its text in a paragraph of its own: [^1]: …",
    "]": "a link is [words](address): no blank before or inside the (…), and both brackets closed",
    ")": "the brackets are the wrong way round: [words](address)",
}
_WRITE_MARKS = f"write {ENGLISH.opening} or {ENGLISH.closing}"


_NOT_PLAIN_IN_ASCII = re.compile(r"""["'=\\`<&{\[\]~^]""")
_NOT_PLAIN = re.compile(f"{_SIGN.pattern[:-1]}{ENGLISH.inner_opening}{Token.BREAK}\\\\<&{{]")
"""Takes three times as long."""


def plain_until(text: str) -> int | None:
    """Where in a run the first thing stands that a ``RunScanner`` may find or change; None where there is none."""
    first = (_NOT_PLAIN_IN_ASCII if text.isascii() else _NOT_PLAIN).search(text)
    return None if first is None else first.start()


@dataclass(slots=True)
class RunScanner:
    """Reads one run, a character or a zone at a time."""

    state: RunState
    plain_until: int = 0
    """What stands before this place of the run need not be looked at."""
    covering: Sequence[int] = ()
    """Quotations that stand before this run and wait for its citation: those of the block quote it attributes."""
    forgive_closing: bool = False
    """Whether a closing mark without an opening one belongs to a quotation already reported."""
    quotation: int | None = None
    """The one that is open."""
    opened_at: int = 0
    """Index into ``pieces`` of the token that opens the part at hand."""
    inner: int = 0
    """Double marks inside the quotation that were reported and still have to close."""
    uncited: list[int] = field(default_factory=list)
    in_link: bool = False
    tags: list[str] = field(default_factory=list)
    """Names of tags that were reported and may still close."""
    covers_nothing: bool = False
    """Whether a citation stands here that was meant for the paragraph above."""
    text: str = field(init=False)
    quotes_here: bool = field(init=False)
    """Not in headings and table headers, where marks only name words; they must occur in a quotation of the text (V312)."""
    pull: PullReader = field(init=False)

    def __post_init__(self) -> None:
        self.text = self.state.run.text
        self.quotes_here = self.state.run.kind not in (RunKind.HEADING, RunKind.TABLE_HEADER)
        self.uncited = list(self.covering)
        self.pull = PullReader(self.state)

    def scan(self, pending: int | None) -> int | None:
        """Read the run; ``pending`` is the quotation it carries on, the result the one still open at its end."""
        text, at = self.text, 0
        if pending is not None:
            at = self._carry_on(pending)
        for zone in zones(text, self.plain_until):
            if zone.start >= at:
                self._words(at, zone.start)
                self._zone(zone)
                at = zone.end
        self._words(at, len(text))
        self._end()
        return self.quotation

    def _carry_on(self, pending: int) -> int:
        text = self.text
        at = next(index for index, character in enumerate(text) if character in f'{ENGLISH.opening}"')
        self.state.pieces.append(text[:at])
        self._open_part(pending, at)
        self.state.pieces.append(ENGLISH.opening)
        return at + 1

    def _end(self) -> None:
        self.pull.end()
        if self.quotation is not None:
            self._close_part(len(self.text))
        if not self.quotes_here:
            self.state.headed(self.text, 0)

    def _words(self, at: int, end: int) -> None:
        """Take over what is plain from ``at`` to ``end``, and read each character that is not."""
        text, pieces = self.text, self.state.pieces
        while at < end:
            sign = _SIGN.search(text, max(at, self.plain_until), end)
            stop = end if sign is None else sign.start()
            if sign is not None and sign[0] in _RARE:
                stop = self._unpaired(at, end)
            elif stop > at:
                pieces.append(text[at:stop])
            at = self._character(stop) if stop < end else end

    def _unpaired(self, at: int, end: int) -> int:
        """Take over words among which something is unpaired, or remains of mark-up; the result is where they end."""
        special = _SPECIAL.search(self.text, at, end)
        stop = end if special is None else special.start()
        self._remains(at, stop)
        self.state.pieces.append(_UNPAIRED.sub(r"\\\1", self.text[at:stop]))
        return stop

    def _remains(self, at: int, end: int) -> None:
        """Find mark-up in what would be printed as words; behind a backslash it is meant."""
        for remains in _REMAINS.finditer(self.text, at, end):
            if remains[0] == "[@":
                self.state.find(C203, *remains.span(), "this citation is never closed", help=GRAMMAR)
                self._covered(None)
            else:
                self.state.find(M111, *remains.span(), help=_INSTEAD_OF[remains[0][0]])

    def _character(self, at: int) -> int:
        text = self.text
        character = text[at]
        match character:
            case ENGLISH.opening:
                self._opening(at)
            case ENGLISH.closing:
                self._closing(at)
            case "=" if text.startswith(MARK, at):
                self.pull.mark(at, self.quotation)
                return at + len(MARK)
            case '"':
                self._straight(at)
            case "'":
                self.state.pieces.append(curled_single(text, at))
            case _:
                if character in ENGLISH.foreign:
                    self.state.find(
                        Q104,
                        at,
                        at + 1,
                        f"{character} is not a mark of English quotations",
                        help=f"write {ENGLISH.opening} and {ENGLISH.closing}",
                    )
                    self.forgive_closing = True
                self.state.pieces.append(character)
        return at + 1

    def _straight(self, at: int) -> None:
        match curled_double(self.text, at):
            case ENGLISH.opening:
                self._opening(at)
            case ENGLISH.closing if (
                self.quotation is not None or self.state.run.kind is not RunKind.TEXT or not self.text[at - 1].isdigit()
            ):
                self._closing(at)
            case _:
                inch = self.text[max(at - 1, 0)].isdigit()
                help_ = "for inches or seconds write ″" if inch else _WRITE_MARKS
                self.state.find(Q104, at, at + 1, help=help_)
                self.state.pieces.append('"')
                self.forgive_closing = not inch

    def _opening(self, at: int) -> None:
        if not self.quotes_here:
            self.state.pieces.append(ENGLISH.opening)
            return
        if self.quotation is not None:
            self.state.find(
                Q102,
                at,
                at + 1,
                label="opens inside a quotation that is still open",
                help="inside a quotation write ‘ and ’, or close the first one before",
            )
            self.state.pieces.append(ENGLISH.opening)
            self.inner += 1
            return
        self.pull.boundary(at, closing=False)
        self.state.found.quotations.append(FoundQuotation(self.state.span(at, at + 1)))
        self._open_part(len(self.state.found.quotations) - 1, at)
        self.state.pieces.append(ENGLISH.opening)

    def _closing(self, at: int) -> None:
        self.state.pieces.append(ENGLISH.closing)
        if not self.quotes_here:
            return
        if self.inner:
            self.inner -= 1
            return
        if self.quotation is None and self.forgive_closing:
            self.forgive_closing = False
            return
        if self.quotation is None:
            self.state.find(
                Q103,
                at,
                at + 1,
                label="closes nothing",
                help=f"put {ENGLISH.opening} where the words begin, or take this mark out",
            )
            return
        self.pull.boundary(at, closing=True)
        quotation = self.quotation
        self._close_part(at + 1)
        self.quotation = None
        if not self._taken_back(quotation):
            self.uncited.append(quotation)

    def _open_part(self, quotation: int, at: int) -> None:
        self.quotation = quotation
        parts = self.state.found.quotations[quotation].parts
        parts.append(len(self.state.found.parts))
        self.state.found.parts.append(FoundPart(quotation, len(parts) - 1, self.state.run.place(at)))
        self.opened_at = len(self.state.pieces)
        self.state.pieces.append(token(Token.PART_OPENS, len(self.state.found.parts) - 1))

    def _close_part(self, end: int) -> None:
        part = len(self.state.found.parts) - 1
        self.state.found.parts[part].end = self.state.run.place(end - 1) + 1
        self.state.pieces.append(token(Token.PART_CLOSES, part))

    def _taken_back(self, quotation: int) -> bool:
        """Whether what has just closed is no quotation: listed in ``not-quotations``, or empty (a finding)."""
        found = self.state.found.quotations[quotation]
        if not (len(found.parts) == 1 and self._is_listed()):
            if len(found.parts) == 1 and not self.state.has_letters_since(self.opened_at):
                self.state.found.findings.append(
                    Q109.at(found.opening, label="opened here", help=["put the words in, or take the marks out"])
                )
            return False
        self.state.pieces[self.opened_at] = self.state.pieces[-1] = ""
        self.state.found.quotations.pop()
        self.state.found.parts.pop()
        return True

    def _is_listed(self) -> bool:
        if not self.state.context.not_quotations:
            return False
        return " ".join(self.state.words_since(self.opened_at)[1:-1].split()) in self.state.context.not_quotations

    def _zone(self, zone: Zone) -> None:
        source = self.text[zone.start : zone.end]
        match zone.kind:
            case ZoneKind.CITATION:
                self._citation(zone)
            case ZoneKind.LINK_OPENS:
                self.in_link = True
                self.state.pieces.append("[")
            case ZoneKind.LINK_CLOSES:
                self.in_link = False
                link_closes(self.state, zone)
            case ZoneKind.CODE:
                self.state.pieces.append(source)
            case ZoneKind.ESCAPE:
                self._escape(zone, source)
            case ZoneKind.ENTITY:
                self._entity(zone)
            case ZoneKind.AUTOLINK:
                autolink(self.state, zone)
            case ZoneKind.IMAGE:
                image(self.state, zone)
            case ZoneKind.UNREADABLE_CITATION:
                self.state.find(C203, zone.start, zone.end, label="cannot be read", help=GRAMMAR)
                self.state.pieces.append(literal(source))
                self._covered(None)
            case ZoneKind.FOOTNOTE:
                self.state.found.footnotes.append(FoundFootnote(zone.text, self.state.span(zone.start, zone.end)))
                self.state.strip_space()
                self.state.pieces.append(token(Token.FOOTNOTE, len(self.state.found.footnotes) - 1))
            case ZoneKind.COMMENT:
                self.state.find(P404, zone.start, zone.end, help="delete it; notes on a source belong in the vault")
            case ZoneKind.HTML if source.startswith("</") and self.tags and _tag(source) == self.tags[-1]:
                self.tags.pop()
            case ZoneKind.HTML:
                self.tags.append(_tag(source))
                self.state.find(
                    M101, zone.start, zone.end, help="write it in Markdown; a literal < is written \\<, or in `backticks`"
                )
            case ZoneKind.ATTRIBUTES:
                self.state.find(M102, zone.start, zone.end, help="delete it; how the issue looks is the theme's business")
            case _:
                assert_never(zone.kind)

    def _escape(self, zone: Zone, source: str) -> None:
        character = source[1]
        if character == '"':
            help_ = f"for inches write ″; otherwise write {ENGLISH.opening} or {ENGLISH.closing}"
            self.state.find(Q104, zone.start, zone.end, "a double mark cannot be hidden from the count", help=help_)
        self.state.pieces.append(literal(character))

    def _entity(self, zone: Zone) -> None:
        match zone.text:
            case ENGLISH.opening:
                self._opening(zone.start)
            case ENGLISH.closing:
                self._closing(zone.start)
            case "":
                self.state.find(Q108, zone.start, zone.end, "a control character cannot be published", help="take it out")
            case text if text == '"' or text in ENGLISH.foreign:
                self.state.find(Q104, zone.start, zone.end, help=_WRITE_MARKS)
            case text if refused := next(refused_characters(text), None):
                self.state.find(Q108, zone.start, zone.end, f"{refused.words} cannot be published", help="take it out")
            case text:
                self.state.pieces.append(literal(text))

    def _citation(self, zone: Zone) -> None:
        if self.in_link or not self.quotes_here:
            where = "a link's words" if self.in_link else f"a {self.state.run.kind.value}"
            self.state.find(
                C205, zone.start, zone.end, label=f"inside {where}", help="put it behind the words it covers, in a paragraph"
            )
            return
        if self.quotation is not None:
            self._cited_while_open(zone)
        if self.text.startswith("(", zone.end):
            self.state.find(
                C203, zone.start, zone.end, "a citation is no link", help="put a blank behind it, or take the (…) out"
            )
        citation = read_citation(self.state.context.path, self.state.run, zone.start, zone.end)
        self.state.strip_space()
        if not isinstance(citation, DraftCitation):
            self.state.found.findings.append(citation)
            self._covered(None)
            return
        if not self.covering and not self.state.has_letters_since(0):
            self.state.find(C204, zone.start, zone.end, help="put it behind the words it covers, in the same paragraph")
            self.covers_nothing = True
        self._covered(len(self.state.found.citations))
        self.state.pieces.append(token(Token.CITATION, len(self.state.found.citations)))
        self.state.found.citations.append(citation)

    def _covered(self, citation: int | None) -> None:
        """The quotations that wait have ``citation``; None: one that cannot be read, and no more is to be said of them."""
        for quotation in self.uncited:
            found = self.state.found.quotations[quotation]
            found.citation, found.miscited = citation, citation is None
        self.uncited = []

    def _cited_while_open(self, zone: Zone) -> None:
        """A citation inside an open quotation: its end was forgotten. It is ended here, so that nothing else is reported for it."""
        if self.quotation is None:
            return
        opening = self.state.found.quotations[self.quotation].opening
        help_ = f"close it with {ENGLISH.closing} before the citation"
        self.state.found.findings.append(
            Q101.at(opening, label="opened here", notes=["it is still open at its citation"], help=[help_])
        )
        self.uncited.append(self.quotation)
        self._close_part(zone.start)
        self.quotation = None


def _tag(source: str) -> str:
    """The name in ``<name …>`` or ``</name>``."""
    return re.sub(r"^</?|[\s/>].*$", "", source, flags=re.DOTALL).lower()
