"""The reference pages say what is so, and leave nothing out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields

import click
import pytest

from briefing.cli.commands import commands
from briefing.diagnostics.codes import CODES
from briefing.reading.settings import read_settings
from briefing.testing import SURROUNDINGS
from tests.docs.markup import fenced, prose
from tests.docs.reference import FOLDER, PAGES
from tests.docs.reference_settings import MKDOCS, OWN, Key

PUBLISHED = {name: (FOLDER / name).read_text(encoding="utf-8") for name in PAGES}


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_up_to_date(name: str) -> None:
    assert PUBLISHED[name] == PAGES[name](), f"docs/reference/{name} is out of date: run make docs"


@pytest.mark.parametrize("code", CODES)
def test_every_code_is_in_the_reference(code: str) -> None:
    assert f"\n### {code}: " in PUBLISHED["codes.md"]


@pytest.mark.parametrize("name", commands.commands)
def test_every_command_and_option_is_in_the_reference(name: str) -> None:
    _, _, section = PUBLISHED["commands.md"].partition(f"\n## briefing {name}\n")
    section = section.partition("\n## ")[0]
    for param in commands.commands[name].params:
        if isinstance(param, click.Option):
            assert param.help, param.name
            for option in param.opts:
                assert re.search(rf"`(?:.*, )?{option}\b", section), option
        else:
            assert f" {param.human_readable_name} " in section


SECTIONS = ("", "cadence", "house_style", "contact", "imprint", "feeds", "email", "email.from", "authors.x")


def allowed(section: str) -> set[str]:
    """The keys that the reader itself says are allowed in a section."""
    written = "zzz: 1"
    for level in reversed(section.split(".") if section else []):
        written = f"{level}: {{{written}}}"
    findings = read_settings(
        "mkdocs.yml", f"site_name: x\nsite_url: https://x.example/\nplugins: [{{briefing: {{{written}}}}}]\n"
    ).findings
    (listed,) = (hint for finding in findings for hint in finding.help if hint.startswith("allowed here: "))
    return set(listed.removeprefix("allowed here: ").split(", "))


def documented(section: str) -> Iterator[str]:
    """The keys of a section that the page has."""
    prefix = f"{section}." if section else ""
    for key in OWN:
        name = key.name.replace(".ID.", ".x.")
        if name.startswith(prefix):
            yield name.removeprefix(prefix).partition(".")[0]


@pytest.mark.parametrize("section", SECTIONS)
def test_the_keys_of_a_section_are_those_the_reader_takes(section: str) -> None:
    assert set(documented(section)) == allowed(section)


@pytest.mark.parametrize("key", [*MKDOCS, *OWN], ids=lambda key: key.name)
def test_every_key_is_a_field_with_a_description(key: Key) -> None:
    assert not key.field or key.field in {field.name for field in fields(key.owner)}
    assert key.described.endswith((".", "`"))


def test_the_example_of_settings_has_no_fault() -> None:
    assert read_settings("mkdocs.yml", SURROUNDINGS["mkdocs.yml"]).findings == ()


def test_words_of_the_code_do_not_become_markup() -> None:
    assert prose("a `b_c` <d> *e* ``f``") == r"a `b_c` \<d\> \*e\* `f`"
    assert fenced("```\nx\n```") == "````text\n```\nx\n```\n````"
