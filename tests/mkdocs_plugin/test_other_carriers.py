"""The sample publication through every command that can carry it, and through MkDocs alone, our plug-in missing."""

from __future__ import annotations

import re
import runpy
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
BIN = Path(sys.executable).parent
PARTS = ("content", "sources", "drafts")


@pytest.fixture
def publication(tmp_path: Path) -> Path:
    """A copy of the sample publication."""
    for part in PARTS:
        shutil.copytree(ROOT / part, tmp_path / part)
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    return tmp_path


def run(publication: Path, *command: str) -> None:
    done = subprocess.run([BIN / command[0], *command[1:]], cwd=publication, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def taken(folder: Path) -> dict[str, bytes]:
    """The files of an output folder, which is then removed."""
    files = {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
    shutil.rmtree(folder)
    return files


@pytest.mark.slow
def test_mkdocs_properdocs_our_own_command_and_no_material_at_all_give_the_same_bytes(publication: Path) -> None:
    made = []
    for command in (
        ["briefing", "build"],
        ["mkdocs", "build", "--strict"],
        ["properdocs", "build", "--strict", "-f", "mkdocs.yml"],
    ):
        run(publication, *command)
        made.append((taken(publication / "site"), taken(publication / "dist")))
    without_material(publication)
    made.append((taken(publication / "site"), taken(publication / "dist")))
    assert len(made[0][0]) > 40
    assert made[0] == made[1] == made[2] == made[3]


def without_material(publication: Path) -> None:
    """Build with no theme at all, on a machine that has no Material: it reaches the end of its life in May 2027."""
    config = publication / "mkdocs.yml"
    lean = config.read_text(encoding="utf-8").replace("name: material\n  font: false", "name: null\n  custom_dir: overrides")
    assert "material" not in lean
    config.write_text(lean, encoding="utf-8")
    (publication / "overrides").mkdir()
    code = "import sys; sys.modules['material'] = None; from mkdocs.__main__ import cli; cli(['build', '--strict'])"
    done = subprocess.run([sys.executable, "-c", code], cwd=publication, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.slow
def test_without_our_plug_in_mkdocs_publishes_nothing_private(publication: Path) -> None:
    """What is private is kept out by the folder it lies in, not by a filter that may be missing."""
    config = publication / "mkdocs.yml"
    settings = yaml.safe_load(config.read_text(encoding="utf-8"))
    config.write_text(yaml.safe_dump({**settings, "plugins": ["search"]}), encoding="utf-8")
    run(publication, "mkdocs", "build")
    output = b"\n".join(name.encode() + b"\n" + content for name, content in taken(publication / "site").items())
    drafts = [line for draft in (ROOT / "drafts").glob("*.md") for line in draft.read_text(encoding="utf-8").splitlines()]
    withheld = {words for line in drafts for words in re.findall(r"(?:\w+[ ,]+){5}\w+", line)}
    documents = runpy.run_path(str(ROOT / "tests" / "sample_vault" / "documents.py"))
    secrets = {secret for identity in documents["IDENTITIES"].values() for secret in identity.secrets}
    described = {source.stem for source in (ROOT / "sources").glob("anon-*.yml")}
    uncited = described - {
        key for issue in (ROOT / "content").rglob("*.md") for key in re.findall(r"@(anon-\w+)", issue.read_text(encoding="utf-8"))
    }
    private = withheld | secrets | uncited
    assert len(withheld) > 20
    assert secrets
    assert not [words for words in private if words.encode() in output]
