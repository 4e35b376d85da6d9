"""The front matter of an issue, typed.

Date and slug default from the file name ``YYYY-MM-DD-slug.md``; what the front matter says wins. A description that is too short is
a warning (it can be meant), one that is too long an error (it is cut off in lists, cards and inboxes).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from posixpath import basename

from briefing.desk import FrontMatter, Settings
from briefing.diagnostics import Code, Reading, Span
from briefing.diagnostics.codes.front_matter import F304, F305, F306, F308, F309, F310, F311, F316
from briefing.reading.field_types import list_of, one_of, one_or_more, positive_number, text, yes_or_no
from briefing.reading.fields import Field, Fields, Findings, Parser, nearest
from briefing.reading.front_matter_block import body_start, front_matter_block
from briefing.reading.issue_fields import EmailFields, corrections, email, recall, replies
from briefing.reading.languages import language
from briefing.reading.moments import moment
from briefing.reading.places import site_path
from briefing.reading.yaml_nodes import Scalar, Section
from briefing.reading.yaml_source import read_section

__all__ = ["RESERVED_SLUGS", "body_start", "read_front_matter"]

RESERVED_SLUGS = frozenset(
    {"404", "about", "archive", "assets", "atom", "authors", "contact", "corrections", "feed", "index", "issues", "latest"}
    | {"people", "quotes", "robots", "rss", "search", "series", "sitemap", "sources", "subscribe", "topics"}
)
"""Names of pages and files that the website has anyway."""

_NAMED = re.compile(r"(?:(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2})(?:-(?P<slug>.*))?|(?P<undated>.*))")
_SLUG = re.compile(r"[a-z0-9-]{1,80}")
_SHORTEST, _LONGEST = 40, 160


@dataclass(frozen=True, slots=True)
class _FileName:
    """What the name of the file says."""

    span: Span
    date: str = ""
    slug: str = ""

    @classmethod
    def of(cls, path: str) -> _FileName:
        match = _NAMED.fullmatch(basename(path).removesuffix(".md").replace("\n", " "))
        return cls(Span(path), match["date"] or "", match["slug"] or match["undated"] or "") if match else cls(Span(path))


def read_front_matter(path: str, text: str, settings: Settings) -> Reading[FrontMatter]:
    """The front matter of the issue in ``text``; no value where number, date or slug cannot be had.

    Without a title it is read on: that is an error already, and the copy may have others to tell in the same run.
    """
    block = front_matter_block(path, text)
    if block.value is None:
        return Reading(None, block.findings)
    reading = read_section(block.value)
    if reading.value is None:
        return Reading(None, reading.findings)
    findings = Findings(found=list(reading.findings))
    value = _front_matter(_FileName.of(path), reading.value, settings, findings)
    return Reading(value, tuple(findings.found))


def _front_matter(named: _FileName, section: Section, settings: Settings, findings: Findings) -> FrontMatter | None:
    fields = Fields(section, findings)
    publication = settings.publication
    when = moment(publication.timezone, settings.issue_time)
    topics = _known(F308, [topic.id for topic in publication.topics])
    authors = _known(F309, [author.id for author in publication.authors])
    imported = fields.maybe("archive", one_of("imported")) is not None
    title = fields.need("title", text, "Night berthing resumes")
    number = fields.need("issue", positive_number, "4")
    dated = _dated(fields, named, when)
    slug = _slug(fields, named)
    sent = fields.read("email", email, EmailFields())
    recalled = fields.maybe("recalled", recall)
    read = FrontMatter(
        title=title or "",
        issue=number or 0,
        # stand-ins for what is missing: then the value goes no further than this function
        dated=dated or datetime.min.replace(tzinfo=publication.timezone),
        description=fields.need("description", _description(imported=imported), "one sentence of 40 to 160 characters") or "",
        slug=slug or "",
        spans={
            "title": Span(
                section.span.path, section.span.start, section.span.start
            ),  # for what is told of an issue that has none
            **{entry.name: entry.value.span for entry in reversed(section.entries) if entry.name},
        },
        embargo=fields.maybe("embargo", when),
        draft=fields.read("draft", yes_or_no, default=False),
        authors=_each_once(fields.read("author", one_or_more(authors, "[harbour-editor, night-editor]"), ())),
        kicker=fields.read("kicker", text, ""),
        topics=_each_once(fields.read("topics", one_or_more(topics, "[safety, money]"), ())),
        series=fields.read("series", text, ""),
        follows=fields.maybe("follows", positive_number),
        aliases=_each_once(fields.read("aliases", one_or_more(site_path, "[/old/night-berthing/]"), ())),
        language=fields.read("lang", language, publication.language),
        email_subject=sent.subject,
        email_send=sent.send,
        not_quotations=fields.read("not-quotations", list_of(text, '["flavour of the month"]'), ()),
        replies=fields.read("replies", replies, ()),
        corrections=fields.read("corrections", corrections, ()),
        recalled_on=recalled.on if recalled else None,
        recalled_why=recalled.why if recalled else "",
        recalled_sent_in=recalled.sent_in if recalled else "",
        imported=imported,
    )
    fields.close(own_keys="x-")
    if read.follows is not None and read.follows == number:
        findings.add(F316, fields.span("follows"), help=("give the number of an earlier issue",))
    return None if number is None or dated is None or slug is None else read


def _dated(fields: Fields, named: _FileName, when: Parser[datetime]) -> datetime | None:
    dated = fields.maybe("date", when)
    if fields.has("date"):
        return dated
    if not named.date:
        fields.findings.add(F304, named.span, help=("add a line date: 2031-05-02, or begin the file name with the date",))
        return None
    return when(Field("the date in the file name", Scalar(named.date, named.span), fields.findings))


def _slug(fields: Fields, named: _FileName) -> str | None:
    slug = fields.maybe("slug", _free_slug)
    if fields.has("slug"):
        return slug
    if _SLUG.fullmatch(named.slug) is None:
        paste = "rename the file to date-words.md: 2031-05-02-night-berthing.md, or add a line slug: night-berthing"
        fields.findings.add(F305, named.span, "the file name gives no slug", help=(paste,))
        return None
    return _free_slug(Field("the slug in the file name", Scalar(named.slug, named.span), fields.findings))


def _free_slug(field: Field) -> str | None:
    slug = text(field)
    if slug is None:
        return None
    if _SLUG.fullmatch(slug) is None:
        field.fault(F305)
    elif slug.isdigit() or slug in RESERVED_SLUGS:
        field.fault(F306)
    else:
        return slug
    return None


def _description(*, imported: bool) -> Parser[str]:
    """The standfirst; an imported issue keeps what it had, whatever its length."""

    def parse(field: Field) -> str | None:
        words = text(field)
        if words is not None and not imported:
            count = f"it has {len(words)} characters"
            if len(words) > _LONGEST:
                field.fault(F311, label=count, help=(f"at most {_LONGEST}: cut {len(words) - _LONGEST}",))
            elif len(words) < _SHORTEST:
                field.fault(F310, label=count, help=(f"at least {_SHORTEST}: say what is new, and for whom",))
        return words

    return parse


def _known(code: Code, listed: Collection[str]) -> Parser[str]:
    """A word of a list in the settings."""

    def parse(field: Field) -> str | None:
        word = text(field)
        if word is None or word in listed:
            return word
        near = nearest(word, listed)
        label = f"did you mean {near}?" if near else ""
        listing = f"in mkdocs.yml: {', '.join(listed)}" if listed else "there are none in mkdocs.yml yet: add it there"
        field.fault(code, label=label, help=(listing,))
        return None

    return parse


def _each_once(words: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
