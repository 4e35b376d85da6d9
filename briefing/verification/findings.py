"""Judgements as findings: what an editor reads, and nothing of the evidence where the source is described."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from briefing.desk import DraftQuotation
from briefing.diagnostics import Code, Diagnostic, Severity, Span
from briefing.diagnostics.codes.protection import P408
from briefing.diagnostics.codes.verification import (
    V301,
    V302,
    V303,
    V304,
    V305,
    V306,
    V307,
    V308,
    V309,
    V310,
    V311,
    V313,
    V314,
    V315,
)
from briefing.verification.quoted import inside
from briefing.verification.turning import turns
from briefing.verification.verdicts import Difference, Flag, Judgement, Near, Verdict

_SHOWN = 25
"""How many words of a passage a message shows."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What a judgement is about, with what a message may say of it."""

    quotation: DraftQuotation
    text: str
    """The file's."""
    source: str
    """The source's key; "" for a described one, which no message names."""

    @property
    def described(self) -> bool:
        """Whether nothing of the evidence may be shown."""
        return not self.source


_ACCEPT = "print it as the source has it, or accept it: briefing accept V311"


def findings(judgement: Judgement, subject: Subject) -> Iterator[Diagnostic]:
    """What is to be said of a judgement; nothing for a pass without flags."""
    for finding in (*_verdict(judgement, subject), *_flags(judgement, subject)):
        yield _discreet(finding, subject) if subject.described else finding


def _verdict(judgement: Judgement, subject: Subject) -> Iterator[Diagnostic]:
    span = subject.quotation.span
    match judgement.verdict:
        case Verdict.ALTERED:
            yield _near(V301, judgement, subject)
        case Verdict.OMITTED if judgement.too_long:
            yield V303.at(span, "a bracket stands for more than eight words", help=["put … there, or restore the words"])
        case Verdict.OMITTED:
            yield replace(_near(V303, judgement, subject), help=("put … there, or restore the words",))
        case Verdict.ABSENT:
            yield V302.at(span, notes=_elsewhere(judgement), help=["quote what the source says, or drop the marks"])
        case Verdict.SPLICED:
            yield V307.at(span, notes=_elsewhere(judgement), help=["quote each passage by itself, in the source’s order"])
        case Verdict.PUNCTUATION:
            yield V311.at(span, "punctuation inside the quotation differs from the source’s", help=[_ACCEPT])
        case Verdict.SPELLING:
            yield V311.at(span, "words are spelt as the house spells them, not as in the source", help=[_ACCEPT])
        case Verdict.CLEANED:
            yield V311.at(span, "fillers of speech were dropped", help=[_ACCEPT])
        case Verdict.UNREAD:
            yield V309.at(
                span, notes=judgement.unread, help=["put what can be read beside it in the vault, and run briefing verify"]
            )
        case Verdict.STALE if Flag.EVIDENCE_CHANGED in judgement.flags:
            yield V308.at(span, help=["run briefing verify"])
        case Verdict.STALE:
            yield V310.at(span, help=["run briefing verify"])
        case _:
            pass


def _flags(judgement: Judgement, subject: Subject) -> Iterator[Diagnostic]:
    for flag in judgement.flags:
        if flag in _FLAGS:
            yield _FLAGS[flag](judgement, subject)


def _near(code: Code, judgement: Judgement, subject: Subject) -> Diagnostic:
    near = judgement.near
    if near is None:
        return code.at(subject.quotation.span, notes=_elsewhere(judgement), help=["restore the source’s words"])
    span = place_in_file(subject, near.difference.start, near.difference.end)
    return code.at(
        span,
        label=_label(near.difference),
        notes=(f"nearest: “{_cut(near.passage)}”; {_alike(near)}", *_elsewhere(judgement)),
        help=_advice(near.difference),
    )


def _label(difference: Difference) -> str:
    if difference.negation and difference.negation not in difference.theirs.split():
        return f"the source does not have “{difference.negation}”"
    if difference.missing:
        return f"before this the source has “{_cut(difference.theirs)}”"
    if difference.only_case:
        return f"only the case differs: the source has “{difference.theirs}”"
    if not difference.theirs:
        return "the source does not have this"
    return f"the source has “{_cut(difference.theirs)}”"


def _advice(difference: Difference) -> tuple[str, ...]:
    if difference.number:
        return ("write the source’s figure",)
    if difference.only_case:
        return ("write it as the source does; emphasis of your own is *…*, with (our emphasis)",)
    if difference.ours and difference.theirs:
        return ("restore the source’s word; if the fault is the source’s, keep it and add [sic]",)
    return ("restore the source’s words",)


def _alike(near: Near) -> str:
    return f"{near.alike} of {near.words} words match"


def _elsewhere(judgement: Judgement) -> tuple[str, ...]:
    return (f"also found in {', '.join(judgement.elsewhere)}",) if judgement.elsewhere else ()


def _turned(judgement: Judgement, subject: Subject) -> Diagnostic:
    words = [word for cut in judgement.omissions for word in cut.left_out]
    label = f"left out: “{_cut(' '.join(words))}”" if any(map(turns, words)) else "what it stands for follows a negation"
    return V304.at(_cut_place(subject), label=label, help=[_accept("V304", subject)])


def _stopped(judgement: Judgement, subject: Subject) -> Diagnostic:
    end = subject.quotation.span.end
    span = Span(subject.quotation.span.path, max(end - 2, 0), end)
    return V305.at(span, label=f"the source continues: “{judgement.goes_on}…”", help=[_accept("V305", subject)])


def _another(judgement: Judgement, subject: Subject) -> Diagnostic:
    return V306.at(
        subject.quotation.span, label=f"said by {judgement.author}", help=["name the speaker with by, or cite another source"]
    )


def _struck(judgement: Judgement, subject: Subject) -> Diagnostic:
    deleted = judgement.struck == "deleted"
    return V313.at(
        subject.quotation.span,
        f"these words are {judgement.struck} in the file",
        severity=None if deleted else Severity.WARNING,
        help=["quote what the file says"] if deleted else [_accept("V313", subject)],
    )


def _repeated(judgement: Judgement, subject: Subject) -> Diagnostic:
    help_ = "say which: a page, a paragraph or a time after the key"
    return V314.at(subject.quotation.span, notes=[f"{judgement.times} places"], help=[help_])


def _long_gap(judgement: Judgement, subject: Subject) -> Diagnostic:
    most = max((len(cut.left_out) for cut in judgement.omissions), default=0)
    severity = Severity.ERROR if judgement.too_long else None
    return V315.at(
        _cut_place(subject),
        notes=[f"{most} words are left out"],
        severity=severity,
        help=["quote the two passages by themselves"],
    )


def _invisible(_judgement: Judgement, subject: Subject) -> Diagnostic:
    return P408.at(subject.quotation.span, help=["type the words again"])


_FLAGS: Mapping[Flag, Callable[[Judgement, Subject], Diagnostic]] = MappingProxyType(
    {
        Flag.TURNED: _turned,
        Flag.STOPPED: _stopped,
        Flag.ANOTHER: _another,
        Flag.STRUCK: _struck,
        Flag.REPEATED: _repeated,
        Flag.LONG_GAP: _long_gap,
        Flag.INVISIBLE: _invisible,
    }
)


def _accept(code: str, subject: Subject) -> str:
    return f"a release stops here until it is accepted: briefing accept {code} {subject.quotation.id}"


def _discreet(finding: Diagnostic, subject: Subject) -> Diagnostic:
    """The finding without a word of the evidence, at the quotation as a whole: even a caret would say where it differs."""
    show = f"on the machine with the vault: briefing verify --show {subject.quotation.id}"
    return replace(
        finding,
        span=subject.quotation.span,
        label="",
        notes=("not shown: the source is described",),
        help=(show,),
        secret=True,
    )


def place_in_file(subject: Subject, start: int, end: int) -> Span:
    """Where characters of the quotation's text stand in the file, between whose words there may be markup."""
    quotation = subject.quotation
    text = inside(tuple(part.words for part in quotation.parts))
    words = list(re.finditer(r"[^\W_]+|[^\w\s“”‘’'.,;:–—…-]", text))
    at, first, last = quotation.span.start, quotation.span.start, quotation.span.end
    for word in words:
        found = subject.text.find(word[0], at, quotation.span.end)
        if found == -1 or word.start() >= end:
            break
        at = found + len(word[0])
        if word.end() <= start:
            continue
        first = found if word.start() <= start or first == quotation.span.start else first
        last = at
    return Span(quotation.span.path, first, last)


def _cut_place(subject: Subject) -> Span:
    """The first ellipsis or bracket in the marks."""
    span = subject.quotation.span
    found = re.search(r"…|\.\s?\.\s?\.|\[[^\]@]*\]", subject.text[span.start : span.end])
    return Span(span.path, span.start + found.start(), span.start + found.end()) if found else span


def _cut(words: str) -> str:
    pieces = words.split()
    return words if len(pieces) <= _SHOWN else " ".join(pieces[:_SHOWN]) + " …"
