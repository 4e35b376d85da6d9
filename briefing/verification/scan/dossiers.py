"""``source.yml`` in the vault, read strictly: a key that is misspelt here would protect nobody, and nobody would notice."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.protection import P417
from briefing.reading.field_types import one_or_more, text, yes_or_no
from briefing.reading.fields import Field, Fields, Findings, fields_of
from briefing.reading.yaml_faults import YamlText
from briefing.reading.yaml_nodes import Node, Section
from briefing.reading.yaml_source import read_section
from briefing.verification.scan.needles import Needle, number_needle, words_needle
from briefing.verification.scan.private import Private
from briefing.verification.waivers import PRIVATE

_EXAMPLE = "[a name]"
_FREE = ("agreed", "approaches", "waivers", "notes")
"""Keys whose values are the editor's own, or are read elsewhere."""


@dataclass(frozen=True, slots=True)
class Dossier:
    """What the vault knows of one source, as far as it must not be printed."""

    key: str
    needles: Private[tuple[Needle, ...]]
    strings: Private[tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Dossiers:
    """All of them, and what is wrong with any."""

    known: tuple[Dossier, ...] = ()
    findings: tuple[Diagnostic, ...] = ()


def read_dossiers(vault: Path) -> Dossiers:
    """Every ``source.yml`` of the vault, those of sealed sources included."""
    os.listdir(vault)  # noqa: PTH208  # the names are not wanted: a vault that cannot be opened is an error, and not one that holds nothing
    known: list[Dossier] = []
    findings: list[Diagnostic] = []
    for place in (*sorted(vault.glob(f"*/{PRIVATE}")), *sorted(vault.glob(f"sealed/*/{PRIVATE}"))):
        dossier, faults = _read(vault, place)
        known += [dossier] if dossier else []
        findings += faults
    return Dossiers(tuple(known), tuple(findings))


def _read(vault: Path, place: Path) -> tuple[Dossier | None, tuple[Diagnostic, ...]]:
    path = f"vault/{place.relative_to(vault).as_posix()}"
    try:
        content = place.read_text(encoding="utf-8-sig")
    except (OSError, ValueError):
        return None, (P417.at(Span(path), help=("see whether you may read it, and save it as UTF-8",)),)
    return read_dossier(path, content)


def read_dossier(path: str, content: str) -> tuple[Dossier | None, tuple[Diagnostic, ...]]:
    """What one file says; ``path`` is its place in the vault as findings name it."""
    findings = Findings(guarded=True)
    reading = read_section(YamlText(path, content, 0, "identity: {names: []}"))
    for finding in reading.findings:
        findings.take(finding)
    if reading.value is None:
        return None, tuple(findings.found)
    strings, needles = _needles(reading.value, findings)
    key = path.removeprefix("vault/").removesuffix(f"/{PRIVATE}")
    return Dossier(key, Private(needles), Private(strings)), tuple(findings.found)


def _needles(section: Section, findings: Findings) -> tuple[tuple[str, ...], tuple[Needle, ...]]:
    fields = Fields(section, findings)
    public = fields.read("also-public", yes_or_no, default=False)
    never = fields.read("never-say", _texts, ())
    identity = fields.read("identity", _identity, _Identity())
    for key in _FREE:
        fields.maybe(key, _anything)
    fields.close()
    named = () if public else (*identity.names, *identity.aliases)
    faint = () if public else (identity.employer, identity.role)
    found = (
        *map(words_needle, (*named, *identity.emails, *identity.handles, *never)),
        *map(number_needle, identity.phones),
        *(words_needle(one, faint=True) for one in faint if len(one.split()) > 1),
    )
    return (*named, *identity.emails, *identity.handles, *never, *identity.phones), tuple(one for one in found if one)


@dataclass(frozen=True, slots=True, repr=False)
class _Identity:
    names: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()
    employer: str = ""
    role: str = ""


def _identity(field: Field) -> _Identity | None:
    with fields_of(field, "a mapping", "{names: [a name]}") as fields:
        if fields is None:
            return None
        lists = {key: fields.read(key, _texts, ()) for key in ("names", "aliases", "emails", "phones", "handles")}
        employer, role = fields.read("employer", text, ""), fields.read("role", text, "")
        return _Identity(**lists, employer=employer, role=role)


_texts = one_or_more(text, _EXAMPLE)


def _anything(field: Field) -> Node:
    return field.node
