"""``briefing plugins``: what was found, by group, and which distribution it comes from."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from briefing import __version__
from tests.cli.commanded import briefing

PROJECT = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))["project"]
OURS = {group: parts for group, parts in PROJECT["entry-points"].items() if group.startswith("briefing.")}


def install(folder: Path, name: str, entry_points: str) -> None:
    """A distribution that has nothing but entry points."""
    metadata = folder / f"{name.replace('-', '_')}-1.0.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", encoding="utf-8")
    (metadata / "entry_points.txt").write_text(entry_points, encoding="utf-8")


@pytest.mark.slow
def test_every_part_of_ours_is_listed_under_its_group(tmp_path: Path) -> None:
    done = briefing(tmp_path, "plugins")
    assert (done.status, done.err) == (0, "")
    groups = dict(re.findall(r"^(\S+)\n((?:  .*\n)+)", done.out, re.MULTILINE))
    for group, parts in OURS.items():
        for part in parts:
            assert re.search(rf"^  {part} +mkdocs-briefing {re.escape(__version__)}$", groups[group], re.MULTILINE), part


@pytest.mark.slow
def test_somebody_else_s_part_is_listed_beside_ours(tmp_path: Path) -> None:
    install(tmp_path, "night-desk", "[briefing.editions]\nfrozen = decimal:Decimal\n[other.group]\nx = decimal:Decimal\n")
    done = briefing(tmp_path, "plugins", path=tmp_path)
    assert done.status == 0
    assert re.search(r"^  frozen +night-desk 1\.0$", done.out, re.MULTILINE)
    assert "other.group" not in done.out


@pytest.mark.slow
def test_a_part_that_cannot_be_loaded_says_why(tmp_path: Path) -> None:
    install(tmp_path, "night-desk", "[briefing.editions]\nfrozen = no_such_module:Edition\n")
    done = briefing(tmp_path, "plugins", path=tmp_path)
    assert done.status == 1
    line = "frozen .*night-desk 1.0: it cannot be loaded: ModuleNotFoundError: No module named 'no_such_module'"
    assert re.search(line, done.out)


@pytest.mark.slow
def test_two_parts_of_one_name_are_told(tmp_path: Path) -> None:
    install(tmp_path, "night-desk", "[briefing.editions]\nweb = decimal:Decimal\n")
    done = briefing(tmp_path, "plugins", path=tmp_path)
    assert done.status == 1
    assert done.out.count("another part of this group has the same name") == 2
