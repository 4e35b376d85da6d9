"""The quotations of a draft against what the vault keeps of their sources."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from briefing.desk import CitedSource, Draft, DraftQuotation, PublicRecord, Register
from briefing.diagnostics import Diagnostic
from briefing.diagnostics.codes.verification import V319
from briefing.model import Blocks, Emphasis, Inline, Quoted, Strong
from briefing.model.walking import inlines_in, nested
from briefing.verification.authors import Speakers
from briefing.verification.findings import Subject, findings
from briefing.verification.held import Held
from briefing.verification.judging import Claim, at_least, judge
from briefing.verification.policies import policy_for
from briefing.verification.verdicts import Flag, Judgement, Verdict

_MOST_BETWEEN = 120
"""Characters that may stand between two fragments of one interrupted quotation."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What the vault keeps of one source."""

    held: tuple[Held, ...] = ()
    unread: tuple[str, ...] = ()
    """For each file that gave no words: why, and what to do; for a described source no file's name."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A quotation and what came of it."""

    draft: Draft
    quotation: DraftQuotation
    source: str
    """The key of the source that has the words; of several that have not, the first."""
    judgement: Judgement
    described: bool
    unexplained: bool = False
    """Whether the copy emphasises words of it and does not say whose emphasis that is."""

    def findings(self) -> Iterator[Diagnostic]:
        """What is to be said of it."""
        if self.unexplained and self.judgement.verdict.passes:
            hint = ("put (our emphasis) behind it, or (their emphasis)",)
            yield replace(V319.at(self.quotation.span, help=hint), secret=self.described)
        yield from findings(self.judgement, Subject(self.quotation, self.draft.text, "" if self.described else self.source))


def check(draft: Draft, register: Register, kept: Mapping[str, Kept], spellings: Mapping[str, str]) -> tuple[Checked, ...]:
    """Every quotation of the draft that cites a source of the register."""
    stressed = _stressed(draft.body)
    checked = [
        _checked(draft, quotation, register, kept, spellings, stressed=number in stressed)
        for number, quotation in enumerate(draft.quotations)
    ]
    return tuple(_in_order([one for one in checked if one is not None]))


def _checked(
    draft: Draft,
    quotation: DraftQuotation,
    register: Register,
    kept: Mapping[str, Kept],
    spellings: Mapping[str, str],
    *,
    stressed: bool,
) -> Checked | None:
    """The best judgement among the sources cited; None where none of them is known (another check says so)."""
    citation = draft.citation_of(quotation)
    items = [item for item in citation.items if item.key in register.sources] if citation else []
    if not items:
        return None
    judged = [(item, _judged(quotation, item, register, kept, spellings)) for item in items]
    item, judgement = min(judged, key=lambda one: _standing(one[1].verdict))
    if stressed:
        judgement = at_least(Verdict.SET, judgement)
    described = not isinstance(register.sources[item.key], PublicRecord)
    return Checked(draft, quotation, item.key, judgement, described, stressed and not _explained(draft, quotation))


def _standing(verdict: Verdict) -> tuple[bool, bool, int]:
    """The best first; words that one source has not may stand in another that could not be read."""
    return not verdict.passes, verdict is not Verdict.UNREAD, list(Verdict).index(verdict)


def _judged(
    quotation: DraftQuotation, item: CitedSource, register: Register, kept: Mapping[str, Kept], spellings: Mapping[str, str]
) -> Judgement:
    record = register.sources[item.key]
    public = isinstance(record, PublicRecord)
    if isinstance(record, PublicRecord) and not record.held:
        return Judgement(Verdict.NOT_HELD)
    have = kept.get(item.key, Kept(unread=("the vault has no evidence of this source",)))
    if not have.held:
        return Judgement(Verdict.UNREAD, unread=have.unread)
    claim = Claim(tuple(part.words for part in quotation.parts), _speakers(item, register), item.where)
    judgement = judge(claim, have.held, policy_for(record.kind, spellings), _others(item.key, register, kept) if public else ())
    if have.unread and judgement.verdict is Verdict.ABSENT:
        return Judgement(Verdict.UNREAD, unread=have.unread)
    return judgement


def _others(key: str, register: Register, kept: Mapping[str, Kept]) -> Iterator[tuple[str, Held]]:
    """Files of other open or named sources; what is described is never searched for a hint."""
    for other, have in kept.items():
        if other != key and isinstance(register.sources.get(other), PublicRecord):
            yield from ((other, held) for held in have.held)


def _speakers(item: CitedSource, register: Register) -> Speakers:
    record = register.sources[item.key]
    listed: Sequence[str] = ()
    if isinstance(record, PublicRecord):
        listed = record.authors or record.speakers
    ids = (item.by,) if item.by else listed
    people = [register.people[one] for one in ids if one in register.people]
    names = tuple(name for person in people for name in (person.name, person.full, person.later) if name)
    return Speakers(names, bool(item.by))


def _in_order(checked: Iterable[Checked]) -> Iterator[Checked]:
    """Fragments that “she said” parts are one utterance: the second stands behind the first in the source."""
    ones = list(checked)
    yield from ones[:1]
    for before, one in pairwise(ones):
        yield replace(one, judgement=Judgement(Verdict.SPLICED)) if _parted(before, one) and _turned_round(before, one) else one


def _parted(before: Checked, one: Checked) -> bool:
    """Whether two quotations are one that is interrupted: a comma in the marks, and no stop before the next opens."""
    start, end = before.quotation.span.end, one.quotation.span.start
    between = before.draft.text[start:end]
    interrupted = before.quotation.words.rstrip("”").endswith((",", "–", "—"))
    same = before.source == one.source and before.quotation.citation == one.quotation.citation
    return same and interrupted and end - start <= _MOST_BETWEEN and not re.search(r"[.?!]\s|\n\s*\n", between)


def _turned_round(before: Checked, one: Checked) -> bool:
    ours, theirs = before.judgement, one.judgement
    found = ours.verdict.passes and theirs.verdict.passes and ours.times == theirs.times == 1 and ours.file == theirs.file
    return found and Flag.STRUCK not in (*ours.flags, *theirs.flags) and theirs.span[1] <= ours.span[0]


def _stressed(blocks: Blocks) -> frozenset[int]:
    """The quotations in which the copy has emphasis: ours, or nobody could tell."""
    inlines = [inline for block in blocks for inline in inlines_in(block)]
    return frozenset(_emphasised(inlines)) | frozenset(_within(inlines))


def _emphasised(inlines: Iterable[Inline]) -> Iterator[int]:
    """Quotations with emphasis inside."""
    for inline in inlines:
        if isinstance(inline, Quoted) and any(isinstance(one, Emphasis | Strong) for one in nested(inline.content)):
            yield inline.quotation


def _within(inlines: Iterable[Inline]) -> Iterator[int]:
    """Quotations that stand inside emphasis."""
    for inline in inlines:
        if isinstance(inline, Emphasis | Strong):
            yield from (one.quotation for one in nested(inline.content) if isinstance(one, Quoted))


def _explained(draft: Draft, quotation: DraftQuotation) -> bool:
    """Whether the sentence goes on to say whose emphasis it is."""
    end = quotation.span.end
    return bool(re.search(r"emphasis|italics", draft.text[end : end + _MOST_BETWEEN].partition("\n\n")[0], re.IGNORECASE))
