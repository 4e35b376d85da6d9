"""One run of text: its quotation marks, citations, pulls and links, and the text that Markdown is to read in its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from briefing.desk import DraftCitation, QuotedInHeading
from briefing.diagnostics import Code
from briefing.diagnostics.codes.citations import C203, C204, C205
from briefing.diagnostics.codes.links import L101, L102, L103, L104, L105, L106
from briefing.diagnostics.codes.markdown import M101, M102, M105, M106
from briefing.diagnostics.codes.protection import P404
from briefing.diagnostics.codes.quotations import Q101, Q102, Q103, Q104, Q107, Q109
from briefing.model import Address, Internal
from briefing.reading.addresses import Addresses, Unresolved
from briefing.reading.citing import read_citation
from briefing.reading.found import Found, FoundFootnote, FoundLink, FoundPart, FoundPull, FoundQuotation
from briefing.reading.layout import Run, RunKind
from briefing.reading.literals import Zone, ZoneKind, zones
from briefing.reading.marks import ENGLISH, curled, curled_double, curled_single, quoted_words
from briefing.reading.tokens import PATTERN, Token, token

_SPECIAL = re.compile(r"([\\`*_{}\[\]()>#+\-.!])")
"""What Python-Markdown lets a backslash escape."""
_FOLDED = re.compile(r"[ \u00a0]*(?: \u00a0|\u00a0 )[ \u00a0]*|  +")


@dataclass(frozen=True, slots=True)
class Context:
    """What is the same for every run of an issue."""

    path: str
    addresses: Addresses
    not_quotations: frozenset[str]


@dataclass(slots=True)
class _OpenPull:
    start: int
    piece: int
    quotation: int | None


@dataclass(slots=True)
class RunScanner:
    """Reads one run; what it finds goes into ``found``."""

    context: Context
    found: Found
    run: Run
    covering: Sequence[int] = ()
    """Quotations that stand before this run and wait for its citation: those of the block quote it attributes."""
    pieces: list[str] = field(default_factory=list)
    quotation: int | None = None
    opened_at: int = 0
    """Index into ``pieces`` of the token that opens the part at hand."""
    uncited: list[int] = field(default_factory=list)
    pull: _OpenPull | None = None
    in_link: bool = False
    forgive_closing: bool = False
    """Whether a closing mark without an opening one belongs to a quotation already reported."""
    inner: int = 0
    """Double marks inside the quotation that were reported and still have to close."""

    @property
    def markdown(self) -> str:
        """The run as Markdown is to read it; a no-break space beside a space, or at the end, folds into one space."""
        return _FOLDED.sub(" ", "".join(self.pieces)).rstrip(" \u00a0")

    def scan(self, pending: int | None) -> int | None:
        """Read the run; ``pending`` is the quotation it carries on, the result the one still open at its end."""
        self.uncited = list(self.covering)
        text, at = self.run.text, 0
        if pending is not None:
            at = next(index for index, character in enumerate(text) if character in f'{ENGLISH.opening}"')
            self.pieces.append(text[:at])
            self._open_part(pending, at)
            self.pieces.append(ENGLISH.opening)
            at += 1
        for zone in [*zones(text), None]:
            end = len(text) if zone is None else zone.start
            while at < end:
                at = self._character(at)
            if zone is not None and zone.start >= at:
                self._zone(zone)
                at = zone.end
        return self._end()

    def _end(self) -> int | None:
        if self.pull is not None:
            self._find(
                Q107,
                self.pull.start,
                self.pull.start + 2,
                "this pull-quote is never closed",
                help="close it with == in the same paragraph",
            )
        if self.quotation is not None:
            self._close_part(len(self.run.text))
        if self.run.kind in (RunKind.HEADING, RunKind.TABLE_HEADER):
            self._headed(self.run.text, 0)
        return self.quotation

    def _find(self, code: Code, start: int, end: int, message: str | None = None, *, label: str = "", help: str = "") -> None:
        span = self.run.span(self.context.path, start, end)
        self.found.findings.append(code.at(span, message, label=label, help=[help] if help else []))

    # --- characters

    def _character(self, at: int) -> int:
        text = self.run.text
        character = text[at]
        if token_match := PATTERN.match(text, at):
            self.pieces.append(token_match.group())
            return token_match.end()
        if text.startswith("==", at):
            return self._pull_mark(at)
        match character:
            case '"':
                self._straight(at)
            case "'":
                self.pieces.append(curled_single(text, at))
            case ENGLISH.opening:
                self._opening(at)
            case ENGLISH.closing:
                self._closing(at)
            case _:
                if character in ENGLISH.foreign:
                    self._find(
                        Q104,
                        at,
                        at + 1,
                        f"{character} is not a mark of English quotations",
                        help=f"write {ENGLISH.opening} and {ENGLISH.closing}",
                    )
                self.pieces.append(character)
        return at + 1

    def _straight(self, at: int) -> None:
        match curled_double(self.run.text, at):
            case ENGLISH.opening:
                self._opening(at)
            case ENGLISH.closing if (
                self.quotation is not None or self.run.kind is not RunKind.TEXT or not self.run.text[at - 1].isdigit()
            ):
                self._closing(at)
            case _:
                inch = self.run.text[max(at - 1, 0)].isdigit()
                help_ = "for inches or seconds write ″" if inch else f"write {ENGLISH.opening} or {ENGLISH.closing}"
                self._find(Q104, at, at + 1, help=help_)
                self.pieces.append('"')

    def _quotes_here(self) -> bool:
        """In headings and table headers marks only name words; they must occur in a quotation of the text (V312)."""
        return self.run.kind not in (RunKind.HEADING, RunKind.TABLE_HEADER)

    def _opening(self, at: int) -> None:
        if not self._quotes_here():
            self.pieces.append(ENGLISH.opening)
            return
        if self.quotation is not None:
            self._find(
                Q102,
                at,
                at + 1,
                label="opens inside a quotation that is still open",
                help="inside a quotation write ‘ and ’, or close the first one before",
            )
            self.pieces.append(ENGLISH.opening)
            self.inner += 1
            return
        if self.pull is not None:
            self._crossed_pull(at)
        self.found.quotations.append(FoundQuotation(self.run.span(self.context.path, at, at + 1)))
        self._open_part(len(self.found.quotations) - 1, at)
        self.pieces.append(ENGLISH.opening)

    def _closing(self, at: int) -> None:
        self.pieces.append(ENGLISH.closing)
        if not self._quotes_here():
            return
        if self.inner:
            self.inner -= 1
            return
        if self.quotation is None and self.forgive_closing:
            self.forgive_closing = False
            return
        if self.quotation is None:
            self._find(
                Q103,
                at,
                at + 1,
                label="closes nothing",
                help=f"put {ENGLISH.opening} where the words begin, or take this mark out",
            )
            return
        if self.pull is not None and self.pull.quotation is not None:
            self._crossed_pull(at)
        quotation = self.quotation
        self._close_part(at + 1)
        self.quotation = None
        if not self._taken_back(quotation):
            self.uncited.append(quotation)

    def _open_part(self, quotation: int, at: int) -> None:
        self.quotation = quotation
        parts = self.found.quotations[quotation].parts
        parts.append(len(self.found.parts))
        self.found.parts.append(FoundPart(quotation, len(parts) - 1, self.run.place(at)))
        self.opened_at = len(self.pieces)
        self.pieces.append(token(Token.PART_OPENS, len(self.found.parts) - 1))

    def _close_part(self, end: int) -> None:
        part = len(self.found.parts) - 1
        self.found.parts[part].end = self.run.place(end - 1) + 1
        self.pieces.append(token(Token.PART_CLOSES, part))

    def _taken_back(self, quotation: int) -> bool:
        """Whether what has just closed is no quotation: listed in ``not-quotations``, or empty (a finding)."""
        found = self.found.quotations[quotation]
        words = PATTERN.sub("", "".join(self.pieces[self.opened_at :]))[1:-1]
        listed = len(found.parts) == 1 and " ".join(words.replace("==", "").split()) in self.context.not_quotations
        if not listed:
            if len(found.parts) == 1 and not any(character.isalnum() for character in words):
                self.found.findings.append(
                    Q109.at(found.opening, label="opened here", help=["put the words in, or take the marks out"])
                )
            return False
        self.pieces[self.opened_at] = self.pieces[-1] = ""
        self.found.quotations.pop()
        self.found.parts.pop()
        return True

    # --- pulls

    def _pull_mark(self, at: int) -> int:
        if self.pull is None:
            self.pull = _OpenPull(at, len(self.pieces), self.quotation)
            self.pieces.append(token(Token.PULL_OPENS, len(self.found.pulls)))
            if not self._whole_words(at, at + 2):
                self._find(Q107, at, at + 2, "a pull-quote begins with a whole word", help="move == to the beginning of the word")
            return at + 2
        words = PATTERN.sub("", "".join(self.pieces[self.pull.piece :])).strip()
        span = self.run.span(self.context.path, self.pull.start, at + 2)
        if not words:
            self._find(
                Q107,
                self.pull.start,
                at + 2,
                "there is nothing between these ==",
                help="put words between them, or take them out",
            )
        if not self._whole_words(at, at + 2):
            self._find(Q107, at, at + 2, "a pull-quote ends with a whole word", help="move == to the end of the word")
        self.pieces.append(token(Token.PULL_CLOSES, len(self.found.pulls)))
        self.found.pulls.append(FoundPull(span, self.pull.quotation))
        self.pull = None
        return at + 2

    def _whole_words(self, start: int, end: int) -> bool:
        text = self.run.text
        return not (text[start - 1 : start].isalnum() and text[end : end + 1].isalnum())

    def _crossed_pull(self, at: int) -> None:
        self._find(
            Q107,
            at,
            at + 1,
            "a pull-quote lies wholly inside one quotation, or outside any",
            help="put the == inside the marks",
        )

    # --- zones

    def _zone(self, zone: Zone) -> None:
        source = self.run.text[zone.start : zone.end]
        match zone.kind:
            case ZoneKind.CODE:
                self.pieces.append(source)
            case ZoneKind.ESCAPE:
                self._escape(zone, source)
            case ZoneKind.ENTITY:
                self._entity(zone)
            case ZoneKind.AUTOLINK:
                self._autolink(zone)
            case ZoneKind.LINK_OPENS:
                self.in_link = True
                self.pieces.append("[")
            case ZoneKind.LINK_CLOSES:
                self._link(zone)
            case ZoneKind.IMAGE:
                self._image(zone)
            case ZoneKind.CITATION:
                self._citation(zone)
            case ZoneKind.UNREADABLE_CITATION:
                help_ = "write [@key], [@key, p. 3] or [@key by person]; several are joined by semicolons"
                self._find(C203, zone.start, zone.end, label="cannot be read", help=help_)
                self.pieces.append(source)
            case ZoneKind.FOOTNOTE:
                self.found.footnotes.append(FoundFootnote(zone.text, self.run.span(self.context.path, zone.start, zone.end)))
                self._strip_space()
                self.pieces.append(token(Token.FOOTNOTE, len(self.found.footnotes) - 1))
            case ZoneKind.COMMENT:
                self._find(P404, zone.start, zone.end, help="delete it; notes on a source belong in the vault")
            case ZoneKind.HTML:
                self._find(M101, zone.start, zone.end, help="write it in Markdown; a literal < is written \\<, or in `backticks`")
            case ZoneKind.ATTRIBUTES:
                self._find(M102, zone.start, zone.end, help="delete it; how the issue looks is the theme's business")

    def _escape(self, zone: Zone, source: str) -> None:
        character = source[1]
        if character == '"':
            help_ = f"for inches write ″; otherwise write {ENGLISH.opening} or {ENGLISH.closing}"
            self._find(Q104, zone.start, zone.end, "a double mark cannot be hidden from the count", help=help_)
        self.pieces.append(source if _SPECIAL.match(character) and character not in "<&" else character)

    def _entity(self, zone: Zone) -> None:
        match zone.text:
            case ENGLISH.opening:
                self._opening(zone.start)
            case ENGLISH.closing:
                self._closing(zone.start)
            case text if text == '"' or text in ENGLISH.foreign:
                self._find(Q104, zone.start, zone.end, help=f"write {ENGLISH.opening} or {ENGLISH.closing}")
            case text:
                self.pieces.append(_SPECIAL.sub(r"\\\1", text))

    def _autolink(self, zone: Zone) -> None:
        href = zone.text if re.match(r"[a-z]+:", zone.text) else f"mailto:{zone.text}"
        words = _SPECIAL.sub(r"\\\1", zone.text)
        self.pieces.append(f"[{words}](L{len(self.found.links)})")
        self.found.links.append(FoundLink(self._resolved(zone, href)))

    def _link(self, zone: Zone) -> None:
        self.in_link = False
        if zone.title:
            self._find(M105, zone.address[1], zone.end, help="put the words into the text of the link")
        self.pieces.append(f"](L{len(self.found.links)})")
        self.found.links.append(FoundLink(self._resolved(zone, zone.text)))

    def _image(self, zone: Zone) -> None:
        if self.run.text[: zone.start].strip() or self.run.text[zone.end :].strip() or self.run.kind is not RunKind.TEXT:
            self._find(M106, zone.start, zone.end, help="give it a paragraph of its own")
            return
        start, end = zone.address
        target = self.context.addresses.resolve(self.context.path, self.run.text[start:end])
        if not isinstance(target, Internal) or target.path not in self.context.addresses.assets.values():
            self._find(L105, start, max(end, start + 1), help="put the file under content/ and link to it from there")
            return
        alt = " ".join(curled(zone.text).split())
        if not alt:
            self._find(L106, zone.start, zone.end, help="say in a sentence what the image shows")
        for words in (zone.text, zone.title):
            self._headed(words, self.run.text.index(words, zone.start))
        self.pieces.append(f"![image](L{len(self.found.links)})")
        self.found.links.append(FoundLink(target, alt, " ".join(curled(zone.title).split()), image=True))
        self.found.assets.append(target.path)

    def _resolved(self, zone: Zone, href: str) -> Address | None:
        start, end = zone.address
        match self.context.addresses.resolve(self.context.path, href):
            case Unresolved.EMPTY:
                self._find(L102, start - 1, end + 1, help="put the address in, or take the link out")
            case Unresolved.SCHEME:
                self._find(
                    L103,
                    start,
                    max(end, start + 1),
                    help="use an https: address, a mailto: or tel: one, or a path inside the publication",
                )
            case Unresolved.WITHHELD:
                self._find(L104, start, end, help="link to it once it is published")
            case Unresolved.MISSING:
                near = self.context.addresses.nearest(self.context.path, href)
                self._find(
                    L101,
                    start,
                    end,
                    label=f"did you mean {near}?" if near else "",
                    help="link to a file of content/ by its relative path",
                )
            case address:
                if isinstance(address, Internal) and address.path in self.context.addresses.assets.values():
                    self.found.assets.append(address.path)
                return address
        return None

    # --- citations

    def _citation(self, zone: Zone) -> None:
        if self.in_link or not self._quotes_here():
            where = "a link's words" if self.in_link else f"a {self.run.kind.value}"
            self._find(
                C205, zone.start, zone.end, label=f"inside {where}", help="put it behind the words it covers, in a paragraph"
            )
            return
        if self.quotation is not None:
            self._cited_while_open(zone)
        citation = read_citation(self.context.path, self.run, zone.start, zone.end)
        self._strip_space()
        if not isinstance(citation, DraftCitation):
            self.found.findings.append(citation)
            return
        if not self.covering and not any(character.isalnum() for character in PATTERN.sub("", "".join(self.pieces))):
            self._find(C204, zone.start, zone.end, help="put it behind the words it covers")
        for quotation in self.uncited:
            self.found.quotations[quotation].citation = len(self.found.citations)
        self.uncited = []
        self.pieces.append(token(Token.CITATION, len(self.found.citations)))
        self.found.citations.append(citation)

    def _cited_while_open(self, zone: Zone) -> None:
        """A citation inside an open quotation: its end was forgotten. It is ended here, so that nothing else is reported for it."""
        if self.quotation is None:
            return
        opening = self.found.quotations[self.quotation].opening
        help_ = f"close it with {ENGLISH.closing} before the citation"
        self.found.findings.append(
            Q101.at(opening, label="opened here", notes=["it is still open at its citation"], help=[help_])
        )
        self.uncited.append(self.quotation)
        self._close_part(zone.start)
        self.quotation = None

    def _strip_space(self) -> None:
        """A marker stands at the word before it, whatever blanks the copy has there."""
        while self.pieces and not self.pieces[-1].strip(" \u00a0"):
            self.pieces.pop()
        if self.pieces:
            self.pieces[-1] = self.pieces[-1].rstrip(" \u00a0")

    def _headed(self, words: str, at: int) -> None:
        """Words in marks where no citation can stand; ``words`` begin at ``at`` of the run."""
        text = curled(words)
        for start, end in quoted_words(text):
            span = self.run.span(self.context.path, at + start, at + end)
            self.found.headed.append(QuotedInHeading(text[start:end], span, None))
