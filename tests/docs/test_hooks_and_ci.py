"""The hooks and the workflow call commands and options that there are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

import briefing.cli  # noqa: F401 - all commands join the group
from briefing.cli.commands import commands

ROOT = Path(__file__).parents[2]
HOOKS: list[dict[str, Any]] = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
WORKFLOW = ROOT / "examples" / "continuous-integration" / "briefing.yml"
PAGES = [ROOT / "docs" / "continuous-integration.md", ROOT / "docs" / "editors.md"]


def called() -> Iterator[str]:
    """Every line that calls us."""
    yield from (hook["entry"] for hook in HOOKS)
    for place in (WORKFLOW, *PAGES):
        yield from re.findall(r"^[ $]*(?:run: )?(briefing [a-z]+[^#|>&\n]*)", place.read_text(encoding="utf-8"), re.MULTILINE)
        yield from re.findall(r"`(briefing [a-z]+[^`]*)`", place.read_text(encoding="utf-8"))


@pytest.mark.parametrize("line", sorted(set(called())))
def test_what_is_called_exists(line: str) -> None:
    _, name, *words = line.split()
    command = commands.commands[name]
    known = {
        option for param in command.params if isinstance(param, click.Option) for option in (*param.opts, *param.secondary_opts)
    }
    assert {word.partition("=")[0] for word in words if word.startswith("--")} <= known


def test_the_hooks_are_those_of_the_page_and_have_what_pre_commit_asks_for() -> None:
    page = PAGES[0].read_text(encoding="utf-8")
    for hook in HOOKS:
        assert {"id", "name", "entry", "language"} <= hook.keys()
        assert f"- id: {hook['id']}\n" in page
        re.compile(hook.get("files", ""))


def test_the_workflow_asks_for_no_more_rights_than_it_needs() -> None:
    workflow = yaml.load(WORKFLOW.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - plain texts, as "on" is no switch here
    assert workflow["permissions"] == {"contents": "read"}
    (job,) = workflow["jobs"].values()
    assert job["permissions"] == {"contents": "read", "pull-requests": "write"}
    assert "secrets." not in WORKFLOW.read_text(encoding="utf-8")
    assert all("${{" not in step.get("run", "") for step in job["steps"]), "what others name reaches a shell as a variable only"
