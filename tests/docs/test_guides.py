"""The guides do what they say: their project passes the check and is built, their commands exist, their workflows are well-formed."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
import yaml

from briefing.cli.commands import commands
from tests.cli.commanded import briefing

ROOT = Path(__file__).parents[2]
GUIDES = {name: (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("guide", "deploying")}
_FILE = re.compile(r"^`([\w./-]+\.\w+)`:[^\n]*(?:\n[^\n`][^\n]*)*\n\n```\w*\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_COMMAND = re.compile(r"(?:^\$ |^ +- (?:run: )?|^ +run: |`)briefing ([a-z-]+)(?: (init|edit)\b)?([^`\n]*)", re.MULTILINE)
_LINK = re.compile(r"\]\(([^)#:]+)(?:#[^)]*)?\)")


def files(guide: str) -> dict[str, str]:
    return dict(_FILE.findall(GUIDES[guide]))


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """What an editor has who does as the guide says."""
    for path, content in files("guide").items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(content, encoding="utf-8")
    return tmp_path


def test_the_project_of_the_guide_passes_the_check(project: Path) -> None:
    done = briefing(project, "check", "--strict")
    assert done.status == 0, done.out
    assert "0 errors, 0 warnings" in done.out


def click_command(group: click.Command, name: str) -> click.Command | None:
    """A command of a group that loads them when they are asked for."""
    return group.get_command(click.Context(group), name) if isinstance(group, click.Group) else None


@pytest.mark.parametrize("guide", GUIDES)
def test_every_command_and_option_of_a_guide_exists(guide: str) -> None:
    found = _COMMAND.findall(GUIDES[guide])
    assert found
    for name, sub, rest in found:
        command = click_command(commands, name)
        if sub and isinstance(command, click.Group):
            command = click_command(command, sub)
        assert command is not None, f"briefing {name} {sub}"
        known = {option for parameter in command.params for option in parameter.opts}
        assert set(re.findall(r"(?<!\S)--[a-z-]+", rest)) <= known, f"briefing {name}: {rest}"


def test_the_workflows_are_well_formed_and_check_before_they_publish() -> None:
    workflows = {path: yaml.safe_load(content) for path, content in files("deploying").items() if path.endswith(".yml")}
    steps = [step.get("run", step.get("uses")) for step in workflows[".github/workflows/publish.yml"]["jobs"]["build"]["steps"]]
    assert steps.index("briefing check --strict --format github") < steps.index("briefing build --release")
    text = GUIDES["deploying"]
    assert "cron:" in text
    assert "pages:" in text.partition("## GitLab")[2]


@pytest.mark.parametrize("guide", GUIDES)
def test_every_link_leads_to_a_file(guide: str) -> None:
    assert [link for link in _LINK.findall(re.sub(r"`[^`\n]*`", "", GUIDES[guide])) if not (ROOT / "docs" / link).exists()] == []
