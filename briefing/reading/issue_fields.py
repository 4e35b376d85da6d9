"""The parts of an issue's front matter that have a shape of their own: replies, corrections, a recall, the email."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from briefing.desk import DraftCorrection, Reply
from briefing.diagnostics.codes.front_matter import F313, F314
from briefing.diagnostics.codes.rights import R501
from briefing.diagnostics.codes.yaml_files import F203
from briefing.reading.field_types import list_of, mapping_of, one_of, text, yes_or_no
from briefing.reading.fields import Field, fields_of
from briefing.reading.moments import day
from briefing.reading.yaml_nodes import Opaque, Scalar, Section

_CITED = re.compile(r"@(?P<key>[a-z0-9][a-z0-9-]{1,47})")
_QUOTATION = re.compile(r"q-[0-9a-f]{8}(?:-[1-9][0-9]*)?")
_NO_ANSWER = frozenset({"declined", "no-reply"})
_KINDS = ("correction", "clarification", "apology", "update", "typo")


@dataclass(frozen=True, slots=True)
class EmailFields:
    """``email: {subject, send}``."""

    subject: str = ""
    send: bool = True


@dataclass(frozen=True, slots=True)
class Recall:
    """``recalled: {on, why}``."""

    on: date
    why: str
    sent_in: str = ""


def email(field: Field) -> EmailFields | None:
    """How the issue goes out by email."""
    with fields_of(field, "a mapping", "{subject: …, send: true}") as fields:
        if fields is None:
            return None
        return EmailFields(fields.read("subject", text, ""), fields.read("send", yes_or_no, default=True))


def recall(field: Field) -> Recall | None:
    """That the issue was taken back, when and why."""
    with fields_of(field, "a mapping", "{on: 2031-05-20, why: a source was exposed}") as fields:
        if fields is None:
            return None
        on = fields.need("on", day, "2031-05-20")
        why = fields.need("why", text, "the figures were another harbour's")
        sent_in = fields.read("sent-in", text, "")
    return None if on is None or why is None else Recall(on, why, sent_in)


def replies(field: Field) -> tuple[Reply, ...] | None:
    """Who is criticised, and what came back."""
    pairs = mapping_of(_reply, '{harbour-board: "@board-reply", pilots-guild: declined}')(field)
    keys = {entry.name: entry.key.span for entry in field.node.entries} if isinstance(field.node, Section) else {}
    return None if pairs is None else tuple(replace(reply, party=party, named=keys.get(party)) for party, reply in pairs)


def _reply(field: Field) -> Reply | None:
    match field.node:
        case Scalar(value, span) if (cited := _CITED.fullmatch(value)) is not None:
            return Reply("", span, source=cited["key"])
        case Scalar(value, span) if value in _NO_ANSWER:
            return Reply("", span, outcome=value)
        case Section():
            return _not_needed(field)
        case Opaque():
            return None
        case Scalar(span=span) as empty if empty.empty:
            field.findings.add(R501, span, help=("say what came back: a citation, declined or no-reply",))
            return None
        case _:
            field.fault(F313)
            return None


def _not_needed(field: Field) -> Reply | None:
    with fields_of(field, "a mapping", "{not-needed: the board published the letters itself}") as fields:
        reason = fields.need("not-needed", text, "the board published the letters itself") if fields else None
    return None if reason is None else Reply("", field.node.span, outcome="not-needed", reason=reason)


def corrections(field: Field) -> tuple[DraftCorrection, ...] | None:
    """Dated notes on what was wrong or unclear."""
    return list_of(_correction, "[{on: 2031-05-20, kind: correction, text: …}]")(field)


def _correction(field: Field) -> DraftCorrection | None:
    with fields_of(field, "a mapping", "{on: 2031-05-20, kind: correction, text: …}") as fields:
        if fields is None:
            return None
        on = fields.need("on", day, "2031-05-20")
        kind = fields.need("kind", one_of(*_KINDS), "correction")
        significance = fields.read("significance", one_of("minor", "major"), "minor")
        words = fields.read("text", text, "")
        was, now = fields.read("was", text, ""), fields.read("now", text, "")
        affects = fields.read("affects", _quotation_id, "")
        sent_in = fields.read("sent-in", text, "")
        if not words and kind not in {None, "typo"} and not fields.has("text"):
            fields.miss("text", "The letter is of March, not of April.")
    if was and not now:
        field.fault(F314)
    if on is None or kind is None:
        return None
    return DraftCorrection(on, kind, field.node.span, significance, words, was, now, affects, sent_in)


def _quotation_id(field: Field) -> str | None:
    value = text(field)
    if value is not None and _QUOTATION.fullmatch(value) is None:
        field.findings.add(
            F203, field.node.span, f"{field.name} must be the id of a quotation", help=("for example: affects: q-3f9a1c07",)
        )
        return None
    return value
