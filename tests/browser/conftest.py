"""Sites to look at, and the tools to look with: missing tools are a reason to skip for a user, and a failure in CI."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pytest
import yaml

from tests.acceptance.conftest import FOLDER
from tests.acceptance.project import SCRIPTS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PROJECTS = {"sample": ROOT, "acceptance": FOLDER / "mental-health-matters"}


@dataclass(frozen=True, slots=True)
class Site:
    """A built site and the address it is built for."""

    folder: Path
    base: str

    @property
    def pages(self) -> list[str]:
        """Every page by its address below the base."""
        names = sorted(path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return [name.removesuffix("index.html") for name in names]


def tool(found: str | Path | None, what: str) -> str:
    """The tool's path; else a reason to skip, which in CI is a failure."""
    if found and Path(found).exists():
        return str(found)
    message = f"{what} is not here; make tools says what the browser tests need"
    if os.environ.get("CI"):
        pytest.fail(message)
    pytest.skip(message)


@pytest.fixture(scope="session")
def node() -> str:
    """The node command, with the packages of this folder in place."""
    tool(HERE / "node_modules" / "playwright-core", "playwright-core")
    tool(HERE / "node_modules" / "axe-core", "axe-core")
    return tool(shutil.which("node"), "node")


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser."""
    names = ("chromium", "chromium-browser", "google-chrome")
    return tool(next(filter(None, map(shutil.which, names)), None), "Chromium")


@pytest.fixture(scope="session")
def nu() -> list[str]:
    """The Nu HTML checker as a command."""
    jars = sorted((HERE / "node_modules" / "vnu-jar").rglob("vnu.jar"))
    return [tool(shutil.which("java"), "Java"), "-jar", tool(next(iter(jars), None), "the Nu HTML checker")]


@pytest.fixture(scope="session")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Site]:
    """A project's site by its name, each built once."""
    return cache(lambda name: build(PROJECTS[name], tmp_path_factory.mktemp(name)))


@pytest.fixture(scope="session", params=PROJECTS)
def site(request: pytest.FixtureRequest, sites: Callable[[str], Site]) -> Site:
    """The sample publication and, where it lies beside the checkout, the acceptance project."""
    if not PROJECTS[request.param].is_dir():
        pytest.skip("the acceptance project is not beside this checkout (or where BRIEFING_ACCEPTANCE says)")
    return sites(request.param)


@pytest.fixture(scope="session")
def sample(sites: Callable[[str], Site]) -> Site:
    """The sample publication."""
    return sites("sample")


def build(project: Path, out: Path) -> Site:
    """The project's site as its readers get it."""
    command = [str(SCRIPTS / "briefing"), "build", "-f", str(project / "mkdocs.yml")]
    command += ["--site-dir", str(out / "site"), "--dist-dir", str(out / "dist")]
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    base = yaml.safe_load((project / "mkdocs.yml").read_text(encoding="utf-8"))["site_url"]
    return Site(out / "site", base)
