"""A quotation against the evidence of its source: the table of verdicts, read from the top."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from briefing.verification.authors import Speakers
from briefing.verification.flags import feigned, flags_of, goes_on, left_out, trimmed
from briefing.verification.held import Held, View, in_numbers, without_fillers
from briefing.verification.long_text import LongText
from briefing.verification.matched import Match, matches
from briefing.verification.matching import ANY_GAP, LONGEST_GAP, Likeness
from briefing.verification.misquoted import why_not
from briefing.verification.normalising import GAP, Folded, fold
from briefing.verification.policies import Policy
from briefing.verification.quoted import Join, Quoted, editorial, inside, literal
from briefing.verification.spelling import as_others_spell
from briefing.verification.verdicts import Flag, Judgement, Verdict

_SHORT = 4

Searched = tuple[View, LongText]
Folding = Callable[[str], Folded]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a quotation says of itself: words, and whose and where."""

    parts: tuple[str, ...]
    """Its paragraphs as printed, marks included."""
    speakers: Speakers = field(default_factory=Speakers)
    where: str = ""
    """The citation's page, paragraph or time."""


def judge(claim: Claim, evidence: Sequence[Held], policy: Policy, elsewhere: Iterable[tuple[str, Held]] = ()) -> Judgement:
    """The verdict on a quotation; ``elsewhere`` are files of open or named sources that may be named in a hint."""
    text = inside(claim.parts)
    judgement = _passed(claim, text, evidence, policy)
    if judgement is None:
        found = tuple(dict.fromkeys(key for key, held in elsewhere if _best(claim, text, _plain([held]))))
        judgement = replace(why_not(text, [held.plain for held in evidence]), elsewhere=found)
    short = (Flag.SHORT,) if literal(text).words < _SHORT else ()
    return replace(judgement, flags=tuple(dict.fromkeys((*judgement.flags, *short))))


def _passed(claim: Claim, text: str, evidence: Sequence[Held], policy: Policy) -> Judgement | None:
    """The judgement if the words are there: as they stand, else as the policy allows, else struck or with too long a gap."""
    plain = _plain(evidence)
    if match := _best(claim, text, plain):
        return _judged(match, claim, plain)
    if policy.spoken and (judgement := _spoken(claim, text, evidence)):
        return judgement
    if (spelt := as_others_spell(text, policy.spellings)) != text and (match := _best(claim, spelt, plain)):
        return replace(_judged(match, claim, plain), verdict=Verdict.SPELLING)
    whole = [(held.whole, held.whole.exact) for held in evidence if held.whole]
    if match := _best(claim, text, whole):
        return _struck(_judged(match, claim, whole), match)
    if match := _best(claim, text, plain, longest_gap=ANY_GAP):
        return replace(_judged(match, claim, plain), too_long=True)
    return None


def _plain(evidence: Sequence[Held]) -> list[Searched]:
    return [(held.plain, held.plain.exact) for held in evidence]


def _spoken(claim: Claim, text: str, evidence: Sequence[Held]) -> Judgement | None:
    """Numbers in words or figures are one; fillers may be dropped."""
    counted = [(held.plain, held.plain.counted) for held in evidence]
    if match := _best(claim, text, counted, lambda words: in_numbers(fold(words))):
        return _judged(match, claim, counted)
    cleaned = [(held.plain, held.plain.cleaned) for held in evidence]
    if match := _best(claim, text, cleaned, lambda words: without_fillers(in_numbers(fold(words)))):
        return replace(_judged(match, claim, cleaned), verdict=Verdict.CLEANED)
    return None


def _best(
    claim: Claim, text: str, searched: Sequence[Searched], folding: Folding = fold, *, longest_gap: int = LONGEST_GAP
) -> Match | None:
    """The match that is nearest to the words, in the speaker's own words if it can be."""
    found = [
        match
        for view, searchable in searched
        for reading in _readings(text, searchable, folding)
        for match in matches(reading, claim.speakers, claim.where, (view, searchable), longest_gap=longest_gap)
        if not feigned(match)
    ]
    return min(found, key=lambda match: (not match.allowed, match.chain.likeness, match.reading.marked), default=None)


def _readings(text: str, searched: LongText, folding: Folding) -> Iterator[Quoted]:
    """The literal reading first: a bracket or an ellipsis that the source has wins."""
    yield literal(text, folding)
    if GAP in folding(text).text or "[" in text:
        yield editorial(text, searched.has, folding)


def _judged(match: Match, claim: Claim, searched: Sequence[Searched]) -> Judgement:
    return Judgement(
        _verdict(match),
        flags_of(match, located=bool(claim.where)),
        omissions=left_out(match),
        place=match.view.segment(match.begin).place,
        author="" if match.allowed else match.author,
        goes_on=goes_on(match),
        times=len(match.all),
        file=next(number for number, (view, _) in enumerate(searched) if view is match.view),
        span=(match.begin, match.end),
    )


def _verdict(match: Match) -> Verdict:
    """Of what differs, the gravest."""
    reading = match.reading
    if match.chain.likeness is Likeness.PUNCTUATION:
        return Verdict.PUNCTUATION
    if reading.marked or Join.SLOT in (reading.pieces[0].cut.join, reading.last_cut.join):
        return Verdict.MARKED
    if trimmed(match):
        return Verdict.TRIMMED
    return Verdict.VERBATIM if _as_printed(match) else Verdict.SET


def _as_printed(match: Match) -> bool:
    """Whether the very characters are the same, punctuation at the edges among them."""
    ours, text = match.reading.pieces[0].stream, match.reading.text
    before, after = text[: ours.begin(0)], text[ours.end(len(ours) - 1) :]
    begin = match.begin - len(before)
    return begin >= 0 and match.view.text[begin : match.end + len(after)] == text


def at_least(verdict: Verdict, judgement: Judgement) -> Judgement:
    """The judgement, with ``verdict`` if that says that more differs."""
    return replace(judgement, verdict=max(verdict, judgement.verdict, key=list(Verdict).index))


def _struck(judgement: Judgement, match: Match) -> Judgement:
    standings = {segment.standing.value for segment in match.view.segments(match.begin, match.end)}
    how = "deleted" if "deleted" in standings else "hidden"
    return replace(judgement, flags=(Flag.STRUCK, *judgement.flags), struck=how)
