from __future__ import annotations

import random
from collections.abc import Iterable
from datetime import UTC, datetime
from importlib.metadata import EntryPoint
from pathlib import Path
from typing import ClassVar

import pytest

from briefing.press.composing import compose
from briefing.press.plugins import PluginFailedError, find_checks, find_editions, find_proofs, find_readers, installed
from briefing.press.project import read_project
from briefing.testing.publication import EVERY_FORM
from briefing.testing.sites import site

NOW = datetime(2031, 6, 1, 12, 0, tzinfo=UTC)


class _Distribution:
    name = "harbour-rules"


class _Theirs(EntryPoint):
    """An entry point of somebody else's distribution."""

    dist = _Distribution()  # type: ignore[assignment]  # only its name is asked for


class BrokenCheck:
    name = "broken"

    def check(self, _desk: object) -> Iterable[object]:
        yield from ()
        raise ValueError("no harbour")


class SilentCheck:
    name = "silent"

    def check(self, _desk: object) -> None:
        return None


def entry(name: str, value: str) -> EntryPoint:
    return _Theirs(name, f"{__name__}:{value}", "briefing.checks")


def test_what_is_built_in_comes_through_the_entry_points() -> None:
    assert [plugin.name for plugin in find_editions()] == ["email", "feeds", "web"]
    assert {plugin.distribution for plugin in (*find_checks(), *find_proofs(), *find_readers())} == {"mkdocs-briefing"}
    assert "same-words" in {plugin.name for plugin in find_proofs()}


def test_the_order_in_which_plug_ins_are_found_changes_nothing(tmp_path: Path) -> None:
    project = read_project(site(tmp_path, {**EVERY_FORM, "content/issues/2031-05-20-x.md": "no front matter"}))

    def shuffled(group: str) -> list[EntryPoint]:
        entries = list(installed(group))
        random.Random(group).shuffle(entries)  # noqa: S311  # any order will do
        return entries

    assert compose(project, find_checks(shuffled), NOW) == compose(project, find_checks(), NOW)
    assert [plugin.name for plugin in find_editions(shuffled)] == [plugin.name for plugin in find_editions()]


def test_a_plug_in_that_cannot_be_loaded_is_named_with_its_distribution() -> None:
    with pytest.raises(PluginFailedError, match=r"“gone” \(briefing.checks\) of harbour-rules failed: AttributeError"):
        find_checks(lambda _group: [entry("gone", "Nowhere")])


@pytest.mark.parametrize("name", ["BrokenCheck", "SilentCheck"])
def test_a_plug_in_that_fails_is_named_with_its_distribution(tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, __name__, _module())
    checks = find_checks(lambda _group: [entry("theirs", name)])
    with pytest.raises(PluginFailedError, match=r"“theirs” .* of harbour-rules failed: "):
        compose(read_project(site(tmp_path, {})), checks, NOW)


def test_two_plug_ins_of_one_name_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, __name__, _module())
    with pytest.raises(PluginFailedError, match="two plug-ins have one name"):
        find_checks(lambda _group: [entry("same", "BrokenCheck"), entry("same", "SilentCheck")])


class _module:  # noqa: N801  # stands in for this file, which pytest does not put among the modules
    BrokenCheck: ClassVar = BrokenCheck
    SilentCheck: ClassVar = SilentCheck
