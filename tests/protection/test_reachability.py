"""Rung two: from what templates are given, nothing private can be reached, by whatever way."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import Any
from unittest.mock import patch

import pytest
from jinja2 import Template

from briefing.desk import DescribedRecord, Desk, Draft, FrontMatter, PublicRecord, Register, Settings
from briefing.editions.web import WebEdition
from briefing.model import Archive, Theme
from briefing.press.theme import load_theme
from briefing.testing import EVERY_FORM, archive
from briefing.verification.scan.private import Private

PRIVATE = (Private, Desk, Draft, FrontMatter, Register, DescribedRecord, PublicRecord, Settings)
CODE = (type, ModuleType, BuiltinFunctionType)


def reachable(root: object) -> Iterator[object]:
    """Every object that ``root`` leads to: fields, closures, defaults, caches; not the code itself, which all share."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        one = waiting.pop()
        if id(one) in seen or isinstance(one, CODE):
            continue
        seen.add(id(one))
        yield one
        if isinstance(one, FunctionType):
            waiting += [one.__closure__, one.__defaults__, one.__kwdefaults__, one.__dict__]
        else:
            waiting += gc.get_referents(one)


def private_in(root: object) -> set[str]:
    return {type(one).__name__ for one in reachable(root) if isinstance(one, PRIVATE)}


@pytest.fixture(scope="module")
def given() -> list[dict[str, Any]]:
    """What every template of the site was given."""
    contexts: list[dict[str, Any]] = []
    render = Template.render

    def noting(template: Template, *arguments: Any, **values: Any) -> str:
        contexts.append(values)
        return render(template, *arguments, **values)

    with patch.object(Template, "render", noting):
        WebEdition().render(archive(EVERY_FORM), load_theme())
    return contexts


def test_nothing_private_can_be_reached_from_what_a_template_is_given(given: list[dict[str, Any]]) -> None:
    assert len(given) > 20
    assert {name for context in given for name in private_in(context)} == set()


def test_nothing_private_can_be_reached_from_what_an_edition_is_given() -> None:
    made: tuple[Archive, Theme] = (archive(EVERY_FORM), load_theme())
    assert private_in(made) == set()


def test_the_walk_finds_what_is_hidden_in_a_closure_a_default_or_a_cache(given: list[dict[str, Any]]) -> None:
    secret = Private("Perpetua")

    def closing() -> object:
        return secret

    def defaulting(value: object = secret) -> object:
        return value

    for leak in (closing, defaulting, {"x": [iter([secret])]}, closing.__get__(object()), Register()):
        assert private_in({**given[0], "leak": leak})
