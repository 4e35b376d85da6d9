"""Rung four: two vaults that give the same verdicts give the same bytes: nothing else of a vault can be told from what is put out."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from briefing.testing import site
from tests.protection.building import Outcome, outcome
from tests.protection.vaults import PROJECT, Vault, pairs

PROVEN = 200
"""Pairs in ``make prove``."""
pytestmark = pytest.mark.slow


def run(project: Path, vault: Vault) -> Outcome:
    """What comes of the project with this vault; the register's files are as old as the vault's."""
    place = vault.write(project.parent)
    for source in (project / "sources").glob("anon-*.yml"):
        os.utime(source, (vault.times, vault.times))
    try:
        return outcome(project, place)
    finally:
        shutil.rmtree(place)


def test_pairs_of_vaults_with_the_same_verdicts_give_the_same_bytes(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    proving = settings().max_examples >= 5_000
    project = site(tmp_path / "project", PROJECT).parent
    seen = {"pairs": 0, "built": 0, "files": 0}

    @settings(
        max_examples=PROVEN if proving else 4,
        deadline=None,
        derandomize=not proving,
        database=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(pairs())
    def holds(pair: tuple[Vault, Vault]) -> None:
        one, other = (run(project, vault) for vault in pair)
        assert one.log == other.log
        assert one.files == other.files
        assert one.built == other.built
        seen["pairs"] += 1
        seen["built"] += one.built
        seen["files"] = max(seen["files"], len(one.files))

    holds()
    with capsys.disabled():
        print(f"\n  {seen['pairs']} pairs of vaults, {seen['built']} built, up to {seen['files']} files each: every byte equal")  # noqa: T201  # the figures are what the run is for
    assert seen["pairs"] >= (PROVEN if proving else 3)
    assert seen["built"], "some were built"
