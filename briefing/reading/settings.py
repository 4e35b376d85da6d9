"""mkdocs.yml → settings.

The file is MkDocs' first: tags, anchors and unknown keys outside our own section are none of our business. What we go by must be
written out, because a build without MkDocs reads the same file. ``INHERIT`` is not followed.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from datetime import time
from types import MappingProxyType
from zoneinfo import ZoneInfo

from briefing.desk import Settings
from briefing.desk.house_style import HouseStyle
from briefing.diagnostics import Reading, Span
from briefing.diagnostics.codes.settings import F501, F503, F505, F506, F508
from briefing.diagnostics.codes.yaml_files import F103, F112
from briefing.model import GENERIC, Cadence, Contact, Imprint, Provider, Publication
from briefing.reading.characters import refused_characters
from briefing.reading.field_types import one_of, one_or_more, text, yes_or_no
from briefing.reading.fields import Field, Fields, Findings, Parser
from briefing.reading.house_style import house_style
from briefing.reading.languages import language
from briefing.reading.places import site_address, static_glob
from briefing.reading.publication import authors, cadence, contact, feeds, imprint, sender, time_zone, topics
from briefing.reading.yaml_faults import YamlText
from briefing.reading.yaml_nodes import Entry, Listing, Node, Opaque, Scalar, Section
from briefing.reading.yaml_source import read_section, structure_faults

NAME = "briefing"

_SITE_KEYS = (
    "site_name",
    "site_url",
    "site_description",
    "docs_dir",
    "site_dir",
    "use_directory_urls",
    "repo_url",
    "edit_uri",
    "plugins",
)
_EDITIONS_WITH_PULLS = ("web", "email", "feeds")


def read_settings(path: str, text: str, providers: Iterable[Provider] = (GENERIC,)) -> Reading[Settings]:
    """The settings, of which ``email.provider`` names one of ``providers``; no value where anything in them is wrong, so that one fault is told once."""
    body = text.removeprefix("\ufeff")
    source = YamlText(path, body, len(text) - len(body), "site_name: The Pilotage Lantern")
    reading = read_section(source, lenient=True)
    if reading.value is None:
        return Reading(None, reading.findings)
    findings = Findings(found=list(reading.findings))
    settings = _settings(source, reading.value, findings, {provider.name: provider for provider in providers})
    return Reading(None if findings.has_errors else settings, tuple(findings.found))


def _settings(source: YamlText, root: Section, findings: Findings, providers: Mapping[str, Provider]) -> Settings | None:
    _check_root(root, findings)
    own = _own_section(source, root, findings)
    if own is None:
        return None
    site, fields = Fields(root, findings), Fields(own, findings)
    docs_dir = site.read("docs_dir", text, "docs")
    rhythm = fields.read("cadence", cadence, Cadence())
    settings = Settings(
        publication=_publication(site, fields, rhythm, providers),
        docs_dir=docs_dir,
        sources_dir=fields.read("sources_dir", _beside(docs_dir), "sources"),
        site_dir=site.read("site_dir", text, "site"),
        dist_dir=fields.read("dist_dir", text, "dist"),
        drafts_dir=fields.read("drafts_dir", _beside(docs_dir), "drafts"),
        theme_dir=_theme_dir(root, findings),
        publish=fields.read("publish", one_or_more(static_glob, "[CNAME, .well-known/]"), ()),
        issue_time=time.fromisoformat(rhythm.at) if rhythm.at else time(0, 0),
        house_style=fields.read("house_style", house_style, HouseStyle()),
        repo_is_private=fields.read("repo_is_private", yes_or_no, default=False),
        repo_linked=any(isinstance(node := root.get(name), Scalar) and not node.empty for name in ("repo_url", "edit_uri")),
        spans=MappingProxyType(dict(_spans((*_written(root, _SITE_KEYS), *own.entries)))),
    )
    fields.close()
    site.report_missing()
    if site.read("use_directory_urls", yes_or_no, default=True) is False:
        findings.add(F503, site.span("use_directory_urls"))
    return settings


def _publication(site: Fields, fields: Fields, rhythm: Cadence, providers: Mapping[str, Provider]) -> Publication:
    title = site.need("site_name", text, "The Pilotage Lantern") or ""
    items, hub = fields.read("feeds", feeds, (20, ""))
    return Publication(
        title=title,
        url=site.need("site_url", site_address, "https://lantern.example/") or "",
        description=site.read("site_description", text, ""),
        language=fields.read("language", language, "en-GB"),
        timezone=fields.read("timezone", time_zone, ZoneInfo("UTC")),
        strapline=fields.read("strapline", text, ""),
        authors=fields.read("authors", authors, ()),
        topics=fields.read("topics", topics, ()),
        contact=fields.read("contact", contact, Contact()),
        imprint=fields.read("imprint", imprint, Imprint()),
        cadence=rhythm,
        sender=fields.maybe("email", lambda field: sender(field, title, providers)),
        pulls=frozenset(fields.read("pulls", one_or_more(one_of(*_EDITIONS_WITH_PULLS), "[web, email]"), ("web", "email"))),
        feed_items=items,
        feed_hub=hub,
    )


def _check_root(root: Section, findings: Findings) -> None:
    """What MkDocs would read differently from us, or we cannot read."""
    for entry in root.repeated():
        findings.add(F103, entry.key.span, f"{entry.name} is given twice", label="given before, above")
    for entry in _written(root, _SITE_KEYS):
        if isinstance(entry.value, Opaque):
            findings.add(F508, entry.value.span, f"{entry.name} must be written out")
    if (parent := root.entry("INHERIT")) is not None:
        findings.add(F506, parent.key.span)


def _own_section(source: YamlText, root: Section, findings: Findings) -> Section | None:
    """The mapping under ``briefing``; an empty one where the plug-in is named without settings."""
    if isinstance(root.get("plugins"), Opaque):
        return None
    found = list(_named(root.get("plugins")))
    if not found:
        start = root.entry("plugins")
        findings.add(F501, start.key.span if start else source.span(0, 0))
        return None
    for place, _ in found[1:]:
        findings.add(F103, place, f"the plug-in {NAME} is given twice", label="given before, above")
    place, node = found[0]
    if node is None or (isinstance(node, Scalar) and node.empty):
        return Section((), place)
    for fault in structure_faults(node):
        findings.take(fault)
    unseen = list(refused_characters(source.yaml[node.span.start - source.start : node.span.end - source.start]))
    for run in unseen:
        span = Span(source.path, node.span.start + run.start, node.span.start + run.end)
        findings.add(F112, span, f"{run.words} stands here")
    if isinstance(node, Scalar | Listing):
        Field(NAME, node, findings).refuse("a mapping", "{timezone: Europe/London}")
    return node if isinstance(node, Section) and not unseen else None


def _named(plugins: Node | None) -> Iterator[tuple[Span, Node | None]]:
    """Where our name stands among the plug-ins, and what is configured there."""
    match plugins:
        case Section(entries):
            yield from ((entry.key.span, entry.value) for entry in entries if entry.name == NAME)
        case Listing(items):
            for item in items:
                if isinstance(item, Section):
                    yield from _named(item)
                elif isinstance(item, Scalar) and item.value == NAME:
                    yield item.span, None
        case _:
            return


def _theme_dir(root: Section, findings: Findings) -> str:
    """``theme.custom_dir``; whatever else MkDocs is told of its theme is none of our business."""
    theme = root.get("theme")
    match theme.get("custom_dir") if isinstance(theme, Section) else None:
        case Scalar(value):
            return value
        case Opaque(_, span):
            findings.add(F508, span, "theme.custom_dir must be written out")
        case _:
            pass  # MkDocs says what is wrong with a list
    return ""


def _beside(docs_dir: str) -> Parser[str]:
    """A folder that is not published."""

    def parse(field: Field) -> str | None:
        folder = text(field)
        if folder is not None:
            one, other = (posixpath.normpath(path) for path in (folder, docs_dir))
            if one == other or "." in {one, other} or one.startswith(f"{other}/") or other.startswith(f"{one}/"):
                field.fault(F505)
        return folder

    return parse


def _written(root: Section, names: tuple[str, ...]) -> tuple[Entry, ...]:
    return tuple(entry for name in names if (entry := root.entry(name)) is not None)


def _spans(entries: tuple[Entry, ...], prefix: str = "") -> Iterator[tuple[str, Span]]:
    for entry in entries:
        yield f"{prefix}{entry.name}", entry.value.span
        if isinstance(entry.value, Section):
            yield from _spans(entry.value.entries, f"{prefix}{entry.name}.")
