"""The real issue with marked secrets in every private place around it: none comes out, and neither does what its vault keeps."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from briefing.verification.scan.dossiers import read_dossiers
from briefing.verification.scan.private import Opener
from briefing.verification.scan.searching import needles_of, search
from tests.acceptance.project import Project
from tests.protection.building import outcome
from tests.protection.canaries import Canaries, around_the_words, in_the_project, in_the_vault

pytestmark = [pytest.mark.acceptance, pytest.mark.slow]

NOW = datetime(2026, 11, 22, 7, tzinfo=UTC)


def test_no_canary_and_nothing_of_the_vault_comes_out(project: Project, vault: Path, capsys: pytest.CaptureFixture[str]) -> None:
    private = needles_of(read_dossiers(vault), Opener(), "")
    assert len(private) >= 4
    canaries = Canaries()
    in_the_vault(vault, canaries)
    around_the_words(vault, frozenset(), canaries)
    in_the_project(project.folder, canaries)
    done = outcome(project.folder, vault, now=NOW)
    assert done.built, done.log[-3000:]
    assert {place for place, path in canaries.found(done) if path != "(what was said)"} == set()
    assert [path for path, content in done.files.items() if any(search(path, content, private))] == []
    with capsys.disabled():
        print(f"\n  {len(canaries.placed)} canaries, {len(done.files)} files of the acceptance project: 0 found")  # noqa: T201  # the figures are what the run is for
