"""JSON Schemas (draft 2020-12) for editors that complete and check YAML, made by watching what the strict readers ask for.

Each reader is run on an empty section; which keys it asks for, with which parser and whether it must have them, is noted. So a key
cannot be in the reader and not in the schema. What a parser takes is said here, once for each; one that is not known is an error.
"""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch
from zoneinfo import ZoneInfo

from briefing.desk import Settings
from briefing.desk.kinds import KINDS
from briefing.diagnostics import Span
from briefing.model import GENERIC, Publication
from briefing.press.plugins import find_providers
from briefing.reading import (
    field_types,
    front_matter,
    issue_fields,
    languages,
    moments,
    people,
    places,
    publication,
    register,
    settings,
)
from briefing.reading.fields import Field, Fields, Findings
from briefing.reading.yaml_faults import YamlText
from briefing.reading.yaml_nodes import Entry, Listing, Scalar, Section
from tests.docs.reference_settings import MKDOCS, OWN

Schema = dict[str, Any]
Parse = Callable[..., Any]

_NOWHERE = Span("")
_EMPTY = Section((), _NOWHERE)
_SCALAR = ["string", "number", "boolean"]
"""Text is text, whatever it looks like: ``2031`` and ``no`` are titles, too."""
_TEXT: Schema = {"type": _SCALAR, "pattern": r"\S"}
_DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
_TIME = r"[0-9]{2}:[0-9]{2}(?::[0-9]{2})?"


def _like(pattern: re.Pattern[str] | str) -> Schema:
    bare = pattern if isinstance(pattern, str) else pattern.pattern
    return {"type": "string", "pattern": f"^(?:{re.sub(r'[(][?]P<[a-z]+>', '(?:', bare)})$"}


def _or_number(schema: Schema) -> Schema:
    """Also where YAML reads digits as a number."""
    return {**schema, "type": ["string", "integer"]}


_SWITCHES = "|".join(
    "".join(f"[{letter.upper()}{letter}]" for letter in word) for word in ("true", "yes", "on", "false", "no", "off")
)
_NUMBER: Schema = {"type": ["string", "integer"], "minimum": 0, "maximum": 999999999, "pattern": "^(?:0|[1-9][0-9]{0,8})$"}
_PATH = r"(?!.*(?:^|/)\.{0,2}(?:/|$))[^\\:]+"

LEAVES: Mapping[Parse, Schema] = {
    field_types.text: _TEXT,
    field_types.address_lines: _TEXT,
    field_types.whole_number: _NUMBER,
    field_types.positive_number: {**_NUMBER, "minimum": 1, "pattern": "^[1-9][0-9]{0,8}$"},
    field_types.yes_or_no: {"type": ["boolean", "string"], "pattern": f"^(?:{_SWITCHES})$"},
    field_types.key: _or_number(_like(field_types.KEY)),
    moments.day: _like(_DAY),
    moments.partial_date: _or_number(_like(r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?")),
    moments.clock: _like(_TIME),
    places.web_address: {"type": "string", "format": "uri", "pattern": r"^https?://[^\s<>\"\\^`{|}/]+[^\s<>\"\\^`{|}]*$"},
    places.site_address: {"type": "string", "format": "uri", "pattern": r"^https?://[!-\"$->A-~]+$"},
    places.key_address: {"type": "string", "minLength": 1},
    places.email_address: {"type": "string", "format": "email", "pattern": f"^{places._EMAIL.pattern}$"},
    places.site_path: _like(r"/?(?!\.+(?:/|$))[\w.~@+-]+(?:/(?!\.+(?:/|$))[\w.~@+-]+)*/?"),
    places.evidence_file: {**_like(_PATH)},
    places.static_glob: {"type": "string", "minLength": 1},
    languages.language: _like(r"[eE][nN](?:-[A-Za-z0-9]{2,8})*"),
    publication.time_zone: _like(publication._ZONE),
    publication._items: {**_NUMBER, "minimum": 1, "maximum": publication._MOST_ITEMS, "pattern": "^[1-9][0-9]*$"},
    publication._interval: _like(publication._INTERVAL),
    publication._list_id: _like(publication._LIST_ID),
    issue_fields._quotation_id: _like(issue_fields._QUOTATION),
    issue_fields._reply: {
        "anyOf": [
            _like(issue_fields._CITED),
            {"enum": sorted(issue_fields._NO_ANSWER)},
            {
                "type": "object",
                "properties": {"not-needed": _TEXT},
                "required": ["not-needed"],
                "additionalProperties": False,
            },
        ]
    },
    front_matter._free_slug: {
        **_or_number(_like(r"(?![0-9]*$)[a-z0-9-]{1,80}")),
        "type": "string",
        "not": {"enum": sorted(front_matter.RESERVED_SLUGS)},
    },
    register._level: {"enum": ["open", "named", "described"]},
}
MADE: Mapping[str, Callable[[Mapping[str, Any]], Schema]] = {
    "one_of.<locals>.parse": lambda bound: {"enum": list(bound["words"])},
    "list_of.<locals>.parse": lambda bound: {"type": "array", "items": schema_of(bound["parser"])},
    "one_or_more.<locals>.parse": lambda bound: {
        "anyOf": [schema_of(bound["parser"]), {"type": "array", "items": schema_of(bound["parser"])}]
    },
    "mapping_of.<locals>.parse": lambda bound: _mapping(schema_of(bound["parser"])),
    "moment.<locals>.parse": lambda _bound: _like(rf"{_DAY}(?:(?:[Tt]|[ ]+){_TIME}[ ]*(?:[Zz]|[+-][0-9]{{2}}:[0-9]{{2}})?)?"),
    "_known.<locals>.parse": lambda _bound: _TEXT,
    "_beside.<locals>.parse": lambda _bound: _TEXT,
    "_description.<locals>.parse": lambda _bound: {"type": "string", "pattern": r"\S", "maxLength": front_matter._LONGEST},
}
"""Parsers that are made of others."""


def _mapping(values: Schema) -> Schema:
    return {"type": "object", "propertyNames": {"pattern": f"^{field_types.KEY.pattern}$"}, "additionalProperties": values}


class _Watched:
    """What one run of a reader asked for, in its order."""

    def __init__(self) -> None:
        self.asked: dict[str, Parse] = {}
        self.needed: list[str] = []
        self.whole: Schema | None = None
        """Of a value that is read as a list or a mapping of its own."""


class _Whole:
    """Stands in for a parser of a list or a mapping that a reader makes for itself."""

    def __init__(self, schema: Schema, seen: _Watched) -> None:
        self.schema, self._seen = schema, seen

    def __call__(self, _field: Field) -> None:
        self._seen.whole = self.schema


@contextmanager
def _watching() -> Iterator[_Watched]:
    seen = _Watched()

    def read(_fields: Fields, key: str, parser: Parse, default: Any) -> Any:
        seen.asked[key] = parser
        return default

    def maybe(_fields: Fields, key: str, parser: Parse) -> None:
        seen.asked[key] = parser

    def need(_fields: Fields, key: str, parser: Parse, _example: str) -> None:
        seen.asked[key] = parser
        seen.needed.append(key)

    def whole(make: Parse) -> Parse:
        def made(parser: Parse, _example: str) -> Parse:
            return _Whole(MADE[f"{make.__name__}.<locals>.parse"]({"parser": parser}), seen)

        return made

    with ExitStack() as stack:
        for name, stand_in in (("read", read), ("maybe", maybe), ("need", need)):
            stack.enter_context(patch.object(Fields, name, stand_in))
        for module in (issue_fields, publication, people):
            for make in (field_types.list_of, field_types.mapping_of):
                if hasattr(module, make.__name__):
                    stack.enter_context(patch.object(module, make.__name__, whole(make)))
        yield seen


def schema_of(parser: Parse) -> Schema:
    """What a parser takes."""
    if isinstance(parser, _Whole):
        return parser.schema
    if parser in LEAVES:
        return dict(LEAVES[parser])
    if (make := MADE.get(parser.__qualname__)) is not None:
        return make(inspect.getclosurevars(parser).nonlocals)
    with _watching() as seen:
        parser(Field("x", _EMPTY, Findings()))
    if not seen.asked and seen.whole is None:
        raise LookupError(f"nobody has said what {parser.__qualname__} takes")
    return _section(seen) if seen.asked else seen.whole or {}


def _section(seen: _Watched) -> Schema:
    properties = {key: schema_of(parser) for key, parser in seen.asked.items()}
    needed = {"required": seen.needed} if seen.needed else {}
    return {"type": "object", "properties": properties, **needed, "additionalProperties": False}


def _document(title: str, schema: Schema) -> Schema:
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **schema}


def issue_schema() -> Schema:
    """The front matter of an issue."""
    with _watching() as seen:
        named = front_matter._FileName(_NOWHERE, "2031-05-02", "night-berthing")
        front_matter._front_matter(
            named, _EMPTY, Settings(Publication("x", "https://x.example/", "", "en-GB", ZoneInfo("UTC"))), Findings()
        )
    schema = _section(seen)
    return _document("Front matter of an issue", {**schema, "patternProperties": {"^x-": True}})


def source_schema() -> Schema:
    """A file of the register."""
    with _watching() as seen:
        register._public("x", _NOWHERE, _EMPTY, Findings())
    public = _section(seen)
    public["properties"]["level"] = {"enum": ["open", "named"]}
    public["allOf"] = [
        {
            "if": {"properties": {"kind": {"const": kind.id}}, "required": ["kind"]},
            "then": {"allOf": [{"anyOf": [{"required": [name]} for name in group]} for group in kind.required]},
        }
        for kind in KINDS.values()
    ]
    public["not"] = {
        "properties": {"level": {"const": "named"}, "publish": {"enum": [True, "true", "yes", "on"]}},
        "required": ["level", "publish"],
    }
    with _watching() as seen:
        register._described("anon-7k2q", _NOWHERE, _EMPTY, Findings())
    described = _section(seen)
    level: Schema = {"properties": {"level": {"const": "described"}}, "required": ["level"]}
    return _document("A source of the register", {"type": "object", "if": level, "then": described, "else": public})


def people_schema() -> Schema:
    """people.yml."""

    def person(field: Field) -> Any:
        return people._person(Entry(Scalar("x", _NOWHERE), field.node), field.findings)

    schema = schema_of(person)
    return _document("People and organisations", {**_mapping(schema), "properties": {"us": False}})


def settings_schema() -> Schema:
    """mkdocs.yml, as far as it is ours."""
    providers = {provider.part.name: provider.part for provider in find_providers()} or {GENERIC.name: GENERIC}
    with _watching() as seen:
        source = YamlText("mkdocs.yml", "", 0, "")
        root = Section((Entry(Scalar("plugins", _NOWHERE), Listing((Scalar(settings.NAME, _NOWHERE),), _NOWHERE)),), _NOWHERE)
        settings._settings(source, root, Findings(), providers)
    schema = _section(seen)
    words = {key.name: key.described for key in (*MKDOCS, *OWN)}
    for name, one in schema["properties"].items():
        one["description"] = words.get(name, "")
    theirs = {key.name for key in MKDOCS}
    own = {name: one for name, one in schema["properties"].items() if name not in theirs}
    ours = {"type": "object", "properties": own, "additionalProperties": False}
    plugin = {"type": "object", "properties": {settings.NAME: {"anyOf": [ours, {"type": "null"}]}}}
    named: Schema = {"type": "object", "required": [settings.NAME]}
    listed = {
        "type": "array",
        "items": {"anyOf": [{"type": "string"}, plugin]},
        "contains": {"anyOf": [{"const": settings.NAME}, named]},
    }
    return _document(
        "Settings of a publication",
        {
            "type": "object",
            "properties": {
                **{name: one for name, one in schema["properties"].items() if name in theirs},
                "use_directory_urls": {"not": {"enum": [False, "false"]}},
                "plugins": {"anyOf": [listed, {**plugin, **named}]},
            },
            "required": [*schema["required"], "plugins"],
            "additionalProperties": True,
        },
    )


FOLDER = Path(__file__).parents[2] / "docs" / "schemas"
SCHEMAS: Mapping[str, Callable[[], Schema]] = {
    "issue.json": issue_schema,
    "source.json": source_schema,
    "people.json": people_schema,
    "settings.json": settings_schema,
}


def written(schema: Schema) -> str:
    """As it is published."""
    return json.dumps(schema, indent=1, ensure_ascii=False) + "\n"


def write() -> None:
    """Write all schemas."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, schema in SCHEMAS.items():
        (FOLDER / name).write_text(written(schema()), encoding="utf-8", newline="\n")
