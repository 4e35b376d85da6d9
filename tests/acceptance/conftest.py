"""The acceptance project lies beside the checkout, never in it: its copy is somebody else's text."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.acceptance.project import Project, Run, copy_project, tree, writable_copy

FOLDER = Path(os.environ.get("BRIEFING_ACCEPTANCE", Path(__file__).parents[2].parent / "shared" / "acceptance"))


@dataclass(frozen=True, slots=True)
class Built:
    """The project after one build, and its files before it."""

    project: Project
    run: Run
    before: dict[str, str]


@pytest.fixture(scope="session")
def acceptance() -> Path:
    """The folder with the acceptance project and its vault."""
    if not (FOLDER / "mental-health-matters").is_dir():
        pytest.skip("the acceptance project is not beside this checkout (or where BRIEFING_ACCEPTANCE says)")
    return FOLDER


@pytest.fixture
def vault(acceptance: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the private folder of the acceptance project: verification writes its lock there."""
    return writable_copy(acceptance / "mental-health-matters-vault", tmp_path_factory.mktemp("private") / "vault")


@pytest.fixture(scope="session")
def built(acceptance: Path, tmp_path_factory: pytest.TempPathFactory) -> Built:
    """A copy of the project, built once; tests that use it only look."""
    project = copy_project(acceptance, tmp_path_factory.mktemp("acceptance"))
    before = tree(project.folder)
    run = project.build()
    assert run.status == 0, run.output
    return Built(project, run, before)


@pytest.fixture
def project(acceptance: Path, tmp_path: Path) -> Project:
    """A copy of the project for a test that changes it."""
    return copy_project(acceptance, tmp_path)
