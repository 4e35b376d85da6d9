"""A file of the register → a source: open and named ones with their fields, described ones with the agreed words and nothing else."""

from __future__ import annotations

import re
from posixpath import basename

from briefing.desk import DescribedRecord, Level, Obtained, PublicRecord, SourceRecord, Withdrawn
from briefing.desk.kinds import KINDS
from briefing.diagnostics import Reading, Span
from briefing.diagnostics.codes.citations import C207
from briefing.diagnostics.codes.protection import P402, P409
from briefing.diagnostics.codes.register import F401, F402, F405
from briefing.reading.field_types import key, one_of, one_or_more, text, yes_or_no
from briefing.reading.fields import Field, Fields, Findings, fields_of
from briefing.reading.moments import day, partial_date
from briefing.reading.places import evidence_file, web_address
from briefing.reading.yaml_faults import YamlText
from briefing.reading.yaml_nodes import Opaque, Scalar, Section
from briefing.reading.yaml_source import read_section

_KEY = re.compile(r"[a-z0-9][a-z0-9-]{1,47}")
_RANDOM_KEY = re.compile(r"anon-[a-z0-9]{4}")
_LEVEL_LINE = re.compile(r"^level:[ \t]*(?P<level>.*?)[ \t\r]*(?:#.*)?$", re.MULTILINE)
_SHOWABLE = frozenset({"open", "named"})

_KIND = one_of(*KINDS)
_LEVEL = one_of("open", "named", "described")
_OBTAINED = one_of("foi", "published", "given", "leaked", "interview", "obtained")
_AGREED = one_of("agreed")
_AUTHORS = one_or_more(key, "[harbour-board, pilots-guild]")
_SPEAKERS = one_or_more(key, "[orla-venn, ines-calloway]")
_EVIDENCE = one_or_more(evidence_file, "[letter.pdf]")
_RELEASED_TO = one_or_more(text, "[Harbour Watch]")
_ALLOWED_DESCRIBED = frozenset({"kind", "level", "describe", "linkable", "direct-quote"})
_TRACEABLE = frozenset(
    {"accessed", "date", "evidence", "file", "hash", "issued", "number", "obtained", "publish-hash", "ref", "withdrawn"}
)
"""Fields that hold a date, a number, a digest or a file name."""


def read_source(path: str, text: str) -> Reading[SourceRecord]:
    """The source that a file of the register holds; its key is the file's name.

    Where only a field is wrong, the source is there all the same, so that copy that cites it is not called wrong too.
    """
    source_key = basename(path).removesuffix(".yml").removesuffix(".yaml")
    findings = Findings(guarded=_is_guarded(source_key, text))
    whole = Span(path)
    if _KEY.fullmatch(source_key) is None:
        findings.add(F401, whole, "this file name cannot be the key of a source")
    body = text.removeprefix("\ufeff")
    reading = read_section(YamlText(path, body, len(text) - len(body), "kind: letter"))
    for finding in reading.findings:
        findings.take(finding)
    record = None if reading.value is None else _record(source_key, whole, reading.value, findings)
    return Reading(None if reading.findings else record, tuple(findings.found))


def _is_guarded(source_key: str, text: str) -> bool:
    """Whether nothing of the file may be echoed: unless every sign says that it is an open or named source."""
    levels = [match["level"].strip("'\"") for match in _LEVEL_LINE.finditer(text)]
    return source_key.startswith("anon-") or not levels or any(level not in _SHOWABLE for level in levels)


def _record(source_key: str, whole: Span, section: Section, findings: Findings) -> SourceRecord | None:
    match section.get("level"):
        case Scalar("described"):
            return _described(source_key, whole, section, findings)
        case Scalar("sealed") as level:
            findings.add(F402, level.span)
            return None
        case Opaque():
            return None
        case _:
            return _public(source_key, whole, section, findings)


def _described(source_key: str, whole: Span, section: Section, findings: Findings) -> DescribedRecord | None:
    findings.guarded = True
    if _RANDOM_KEY.fullmatch(source_key) is None:
        findings.add(C207, whole)
    for entry in section.entries:
        if entry.name and entry.name not in _ALLOWED_DESCRIBED:
            findings.add(P409 if entry.name in _TRACEABLE else P402, entry.key.span)
    allowed = tuple(entry for entry in section.entries if entry.name in _ALLOWED_DESCRIBED)
    fields = Fields(Section(allowed, section.span), findings)
    fields.maybe("level", text)
    kind = fields.need("kind", _KIND, "testimony")
    describe = fields.need("describe", text, "a source with knowledge of the programme")
    linkable = fields.read("linkable", yes_or_no, default=False)
    direct_quote = fields.maybe("direct-quote", _AGREED) is not None
    fields.close()
    if kind is None or describe is None:
        return None
    return DescribedRecord(source_key, kind, whole, describe, linkable, direct_quote)


def _public(source_key: str, whole: Span, section: Section, findings: Findings) -> PublicRecord | None:
    fields = Fields(section, findings)
    kind = fields.need("kind", _KIND, "letter")
    level = fields.need("level", _level, "named")
    record = PublicRecord(
        key=source_key,
        kind=kind or "",
        level=level or Level.NAMED,  # a stand-in: without a level there is no record
        span=whole,
        describe=fields.read("describe", text, ""),
        title=fields.read("title", text, ""),
        authors=fields.read("author", _AUTHORS, ()),
        to=fields.read("to", key, ""),
        issued=fields.maybe("issued", partial_date),
        obtained=fields.maybe("obtained", _obtained),
        url=fields.read("url", web_address, ""),
        archive_url=fields.read("archive-url", web_address, ""),
        accessed=fields.maybe("accessed", partial_date),
        licence=fields.read("licence", text, ""),
        publisher=fields.read("publisher", text, ""),
        evidence=fields.read("evidence", _EVIDENCE, ()),
        held=fields.read("held", yes_or_no, default=True),
        speakers=fields.read("speakers", _SPEAKERS, ()),
        original=fields.read("original", text, ""),
        reconstructed=fields.read("reconstructed", yes_or_no, default=False),
        publish=fields.read("publish", yes_or_no, default=False),
        publish_hash=fields.read("publish-hash", yes_or_no, default=False),
        withdrawn=fields.maybe("withdrawn", _withdrawn),
    )
    if kind is not None and level is not None:
        _require(kind, fields)
    fields.close()
    if record.publish and level is Level.NAMED:
        findings.add(F405, fields.span("publish"))
    return None if kind is None or level is None else record


def _require(kind: str, fields: Fields) -> None:
    for group in KINDS[kind].required:
        if not any(fields.has(name) for name in group):
            fields.miss(group[0], _EXAMPLES[group[0]])


_EXAMPLES = {"author": "harbour-board", "issued": "2031-05", "title": "Annual report", "url": "https://board.example/minutes"}


def _level(field: Field) -> Level | None:
    word = _LEVEL(field)
    return None if word is None else Level(word)


def _obtained(field: Field) -> Obtained | None:
    with fields_of(field, "a mapping", "{by: foi, released-to: [Harbour Watch]}") as fields:
        if fields is None:
            return None
        by = fields.need("by", _OBTAINED, "foi")
        released_to = fields.read("released-to", _RELEASED_TO, ())
        ref = fields.read("ref", text, "")
    return None if by is None else Obtained(by, released_to, ref)


def _withdrawn(field: Field) -> Withdrawn | None:
    with fields_of(field, "a mapping", "{on: 2031-05-02, why: the body withdrew it}") as fields:
        if fields is None:
            return None
        on = fields.need("on", day, "2031-05-02")
        why = fields.need("why", text, "the body withdrew it")
    return None if on is None or why is None else Withdrawn(on, why)
