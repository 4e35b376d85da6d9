"""Who is measured: this project, and each peer that is installed; where each has its program and its project."""

from __future__ import annotations

import subprocess
import sys
import venv
from dataclasses import dataclass
from pathlib import Path
from shutil import which

from benchmarks import archive, peers


@dataclass(frozen=True, slots=True)
class Contestant:
    """A generator, ready to run."""

    name: str
    version: str
    command: tuple[str, ...]
    issues: str
    outputs: tuple[str, ...]
    """Folders that are removed before a cold build."""
    peer: peers.Peer | None = None
    """None: this project."""

    def write(self, content: archive.Archive, folder: Path) -> None:
        """Its project, with nothing built yet."""
        if self.peer is None:
            archive.write(content, folder)
        else:
            self.peer.write(content, folder)


def ours() -> Contestant:
    """Ourselves: this project as it is installed beside the Python that runs the benchmark."""
    program = Path(sys.executable).with_name("briefing")
    if not program.exists():
        raise FileNotFoundError(f"{program} is not there: install mkdocs-briefing in this environment")
    version = _said(str(program), "--version").split()[-1]
    return Contestant("briefing build", version, (str(program), "build"), "content/issues", ("site", "dist"))


def installed_peers(environment: Path) -> tuple[tuple[Contestant, ...], tuple[str, ...]]:
    """The peers that were found in ``environment`` or on the path, and a line for each that was not."""
    found, missing = [], []
    for peer in (peers.MKDOCS, peers.HUGO):
        program = _program(peer, environment)
        if program is None:
            missing.append(f"{peer.name}: not installed, so not measured (python -m benchmarks --install)")
        else:
            outputs = ("site",) if peer is peers.MKDOCS else ("public", "resources")
            command = (str(program), *peer.arguments)
            found.append(Contestant(peer.name, _version(peer, program), command, peer.issues, outputs, peer))
    return tuple(found), tuple(missing)


def install(environment: Path) -> None:
    """Put every peer into a virtual environment of its own, by way of pip."""
    venv.create(environment, with_pip=True)
    command = (str(environment / "bin/python"), "-m", "pip", "--disable-pip-version-check", "--quiet", "install")
    subprocess.run((*command, *peers.REQUIREMENTS), check=True)  # noqa: S603 - our own list


def _program(peer: peers.Peer, environment: Path) -> Path | None:
    """The peer's program; Hugo's own binary and not the Python script that starts it."""
    if peer is peers.HUGO:
        binaries = sorted(environment.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
        system = which("hugo")
        return binaries[0] if binaries else Path(system) if system else None
    program = environment / "bin" / peer.program
    return program if program.exists() else None


def _version(peer: peers.Peer, program: Path) -> str:
    if peer is peers.HUGO:
        return _said(str(program), "version").split()[1].lstrip("v").split("-")[0].split("+")[0]
    code = "from importlib.metadata import version as v; print(*map(v, ('mkdocs', 'mkdocs-material', 'mkdocs-rss-plugin')))"
    return " + ".join(_said(str(program.with_name("python")), "-c", code).split())


def _said(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - our own commands
