"""Rung five: marked secrets in every private place of the sample publication; none of them in any output, however encoded."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
import yaml

from tests.protection.building import Outcome, outcome
from tests.protection.canaries import Canaries, around_the_words, in_the_project, in_the_vault
from tests.protection.encodings import ENCODINGS
from tests.sample_vault.vault import write_vault

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]


def test_no_canary_of_the_sample_comes_out(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = tmp_path / "project"
    for part in ("content", "sources", "drafts"):
        shutil.copytree(ROOT / part, project / part)
    shutil.copy(ROOT / "mkdocs.yml", project)
    vault, canaries = write_vault(tmp_path / "vault", ROOT / "sources"), Canaries()
    registered = {place.stem: yaml.safe_load(place.read_text(encoding="utf-8")) for place in project.glob("sources/*.yml")}
    published = frozenset(key for key, record in registered.items() if record.get("publish"))
    in_the_vault(vault, canaries)
    around_the_words(vault, published, canaries)
    in_the_project(project, canaries)
    done = outcome(project, vault, now=datetime(2026, 12, 1, 12, tzinfo=UTC))
    assert done.built, done.log[-3000:]
    assert len(canaries.placed) > 100
    assert any(path.endswith("boat.jpg") for path in done.files)
    said = {place for place, path in canaries.found(done) if not _told_to_the_editor(place, path)}
    assert said == set()
    with capsys.disabled():
        print(f"\n  {len(canaries.placed)} canaries, {len(ENCODINGS)} encodings, {len(done.files)} files of the sample: 0 found")  # noqa: T201  # the figures are what the run is for


def _told_to_the_editor(place: str, path: str) -> bool:
    """A finding names the editor's own file by its path: a draft's name, an unused picture's."""
    return path == "(what was said)" and place.startswith(
        ("words of an issue", "name of an unused picture", "comment in mkdocs", "extra")
    )


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_a_canary_that_comes_out_is_found_in_every_encoding(encoding: str) -> None:
    canaries = Canaries()
    leak = Outcome(built=True, files={"site/x": ENCODINGS[encoding](canaries.word("names"))}, log="")
    assert canaries.found(leak) == [("names", "site/x")]


def test_a_canary_in_what_was_said_is_found() -> None:
    canaries = Canaries()
    assert canaries.found(Outcome(built=True, files={}, log=f"INFO {canaries.word('names')}")) == [("names", "(what was said)")]
