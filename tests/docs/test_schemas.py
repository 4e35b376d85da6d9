"""What an editor's YAML support is told by the schemas is what the strict readers say; everything here is invented."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from briefing.diagnostics import Diagnostic, Severity
from briefing.press.plugins import find_providers
from briefing.reading.front_matter import read_front_matter
from briefing.reading.people import read_people
from briefing.reading.register import read_source
from briefing.reading.settings import read_settings
from briefing.testing import EVERY_FORM, SURROUNDINGS, desk
from tests.docs.schemas import FOLDER, SCHEMAS, written

ROOT = Path(__file__).parents[2]
DESK = desk({}).settings
PROVIDERS = [one.part for one in find_providers()]
READERS = {
    "issue.json": lambda text: read_front_matter("content/issues/2031-05-16-x.md", f"---\n{text}---\n", DESK).findings,
    "source.json": lambda text: read_source(f"sources/{'anon-7k2q' if 'described' in text else 'letter'}.yml", text).findings,
    "people.json": lambda text: read_people("sources/people.yml", text).findings,
    "settings.json": lambda text: read_settings("mkdocs.yml", text, PROVIDERS).findings,
}
ISSUE = "title: A paper rule\nissue: 2\ndescription: Letters seen by the Lantern show that the rest rule was not kept at night.\n"
SOURCE = "kind: letter\nlevel: named\nauthor: guild\nissued: 2031-03\n"
PERSON = "orla-venn:\n  name: Orla Venn\n"
SETTINGS = "site_name: The Pilotage Lantern\nsite_url: https://lantern.example/\nplugins:\n  - briefing:\n      timezone: Europe/London\n"
OWN = "      "


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_up_to_date_and_is_one(name: str) -> None:
    schema = SCHEMAS[name]()
    Draft202012Validator.check_schema(schema)
    assert (FOLDER / name).read_text(encoding="utf-8") == written(schema), f"docs/schemas/{name} is out of date: run make docs"


def core(value: Any) -> Any:
    """A scalar as YAML 1.2 has it, which is how editors read it."""
    match value:
        case dict():
            return {key: core(inner) for key, inner in value.items()}
        case list():
            return [core(inner) for inner in value]
        case "" | "~" | "null":
            return None
        case "true" | "false":
            return value == "true"
        case str() if re.fullmatch(r"[-+]?[0-9]+", value):
            return int(value)
        case _:
            return value


@cache
def validator(name: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(written(SCHEMAS[name]())))


def accepts(name: str, text: str) -> bool:
    return validator(name).is_valid(core(yaml.load(text, yaml.BaseLoader)))  # noqa: S506 - texts only


def faults(findings: tuple[Diagnostic, ...]) -> list[str]:
    return [one.code for one in findings if one.severity is Severity.ERROR]


GOOD = [
    ("issue.json", ISSUE),
    ("issue.json", ISSUE + "date: 2031-05-02T07:00\nembargo: 2031-05-01 07:00\ndraft: yes\nx-desk: {a: [1]}\n"),
    (
        "issue.json",
        ISSUE + "author: harbour-editor\ntopics: [safety]\nslug: night-2\naliases: [/old/x/, y]\nfollows: 1\nlang: en-GB\n",
    ),
    ("issue.json", ISSUE + "email: {subject: Hours, send: off}\nnot-quotations: [a rule]\narchive: imported\nkicker: 2031\n"),
    ("issue.json", ISSUE + 'replies: {board: "@venn-reply", guild: declined, us: {not-needed: we wrote it}}\n'),
    ("issue.json", ISSUE + "corrections: [{on: 2031-05-20, kind: typo}]\nrecalled: {on: 2031-05-20, why: wrong figures}\n"),
    ("source.json", SOURCE),
    (
        "source.json",
        SOURCE + "evidence: [a.txt]\nheld: false\nobtained: {by: foi, released-to: [HPG]}\nurl: https://x.example/a?b=1\n",
    ),
    ("source.json", "kind: report\nlevel: open\ntitle: Rest\npublisher: Board\nissued: 2031\npublish: true\n"),
    ("source.json", "kind: testimony\nlevel: described\ndescribe: a pilot\nlinkable: true\ndirect-quote: agreed\n"),
    ("people.json", PERSON + "  roles: [{role: chair, from: 2029, to: 2031-04}]\n  index: no\n"),
    ("settings.json", SETTINGS),
    ("settings.json", SETTINGS.replace(":\n      timezone: Europe/London", "")),
    (
        "settings.json",
        SETTINGS + OWN + 'cadence: {every: 2 weeks, on: friday, at: "07:00"}\n' + OWN + "topics: {safety: Safety}\n",
    ),
    ("settings.json", SETTINGS + OWN + "authors: {editor: {name: Ines Calloway, email: ines@lantern.example}}\n"),
    (
        "settings.json",
        SETTINGS
        + OWN
        + "house_style: {acronyms: [UK], alt_text: 120, spellings: {organise: organize}}\n"
        + OWN
        + "feeds: {items: 5}\n",
    ),
    ("settings.json", SURROUNDINGS["mkdocs.yml"]),
]
BAD = [
    *(
        ("issue.json", ISSUE.replace(old, new))
        for old, new in [("title: A paper rule\n", ""), ("issue: 2", "issue: two"), ("issue: 2", "issue: 0")]
    ),
    *(
        ("issue.json", f"{ISSUE}{line}\n")
        for line in ["tittle: x", "date: 2 May 2031", "draft: maybe", "slug: Night", "slug: '2031'", "slug: archive"]
    ),
    *(
        ("issue.json", f"{ISSUE}{line}\n")
        for line in ["follows: [1]", "lang: de", "email: {subjct: x}", "corrections: {on: 2031-05-20}", "kicker: [a]"]
    ),
    *(
        ("issue.json", f"{ISSUE}{line}\n")
        for line in ["corrections: [{on: 2031-05-20, kind: error}]", "recalled: {on: 2031-05-20}", "replies: {board: maybe}"]
    ),
    *(
        ("issue.json", f"{ISSUE}{line}\n")
        for line in ["archive: old", "aliases: [../x]", "topics: {a: b}", "kicker:", "issue-x: 1"]
    ),
    ("issue.json", ISSUE.replace("night.", "night, and that is " + "very " * 30 + "long.")),
    *(
        ("source.json", SOURCE.replace(old, new))
        for old, new in [("kind: letter", "kind: leter"), ("author: guild\n", ""), ("named", "sealed"), ("2031-03", "March")]
    ),
    *(
        ("source.json", f"{SOURCE}{line}\n")
        for line in [
            "publish: true",
            "url: board.example",
            "evidence: [../a.txt]",
            "held: perhaps",
            "who: x",
            "obtained: {by: post}",
        ]
    ),
    *(
        ("source.json", f"kind: testimony\nlevel: described\ndescribe: a pilot\n{line}\n")
        for line in ["author: guild", "issued: 2031", "direct-quote: yes"]
    ),
    *(
        ("people.json", text)
        for text in [
            "Orla Venn: {name: x}\n",
            "us: {name: x}\n",
            "orla: {full: x}\n",
            PERSON + "  role: chair\n",
            PERSON + "  roles: [{from: 2029}]\n",
        ]
    ),
    *(
        ("settings.json", SETTINGS.replace(old, new))
        for old, new in [("site_url", "siteurl"), ("  - briefing", "  - brief"), ("Europe/London", "at sea"), ("https://", "")]
    ),
    *(
        ("settings.json", f"{SETTINGS}{OWN}{line}\n")
        for line in ["cadance: {}", "cadence: {every: fortnight}", "cadence: {on: Fri}", "topics: [a]", "authors: {e: Ines}"]
    ),
    *(
        ("settings.json", f"{SETTINGS}{OWN}{line}\n")
        for line in [
            "feeds: {items: 0}",
            "email: {from: {name: x}}",
            "pulls: [print]",
            "house_style: {TK: yes}",
            "contact: {email: x}",
        ]
    ),
    ("settings.json", f"{SETTINGS}use_directory_urls: false\n"),
]


@pytest.mark.parametrize(("name", "text"), GOOD)
def test_what_the_reader_takes_the_schema_takes(name: str, text: str) -> None:
    assert faults(READERS[name](text)) == []
    assert accepts(name, text)


@pytest.mark.parametrize(("name", "text"), BAD)
def test_what_the_reader_refuses_the_schema_refuses(name: str, text: str) -> None:
    assert faults(READERS[name](text))
    assert not accepts(name, text)


def test_the_sample_and_the_test_publication_are_accepted() -> None:
    for path, text in {**SURROUNDINGS, **EVERY_FORM}.items():
        if path.startswith("sources/"):
            assert accepts("people.json" if path.endswith("people.yml") else "source.json", text), path
        elif path.endswith(".md"):
            assert accepts("issue.json", text.split("---\n")[1]), path
    assert accepts("settings.json", (ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    for source in (ROOT / "sources").glob("*.yml"):
        name = "people.json" if source.name == "people.yml" else "source.json"
        assert accepts(name, source.read_text(encoding="utf-8")), source.name
