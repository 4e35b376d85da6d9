"""The acceptance project as the tests use it: a copy to work on, the command to run on it, and what it said."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

SCRIPTS = Path(os.environ.get("BRIEFING_SCRIPTS", Path(sys.executable).parent))
"""Where ``briefing`` and ``mkdocs`` lie; another environment's scripts can be put to the same tests."""

_FINDING = re.compile(
    r"^(?P<path>\S+?):(?P<line>\d+):(?P<column>\d+): (?P<severity>note|warning|error)\[(?P<code>\w+)\] (?P<message>.+)$"
)


@dataclass(frozen=True, slots=True)
class Finding:
    """A finding as printed, with the lines under it."""

    path: str
    line: int
    column: int
    severity: str
    code: str
    message: str
    below: tuple[str, ...] = ()

    @property
    def has_caret(self) -> bool:
        """Whether the place is marked under the excerpt."""
        return any(re.match(r"\s*\|\s*\^", line) for line in self.below)

    @property
    def help(self) -> tuple[str, ...]:
        """What the finding says to do."""
        return tuple(line for line in self.below if line.strip().startswith("= hint:"))


@dataclass(frozen=True, slots=True)
class Run:
    """How a command ended and what it said."""

    status: int
    output: str

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What it found, in the order printed."""
        found = []
        lines = self.output.splitlines()
        for number, line in enumerate(lines, 1):
            if match := _FINDING.match(line):
                path, row, column, severity, code, message = match.groups()
                found.append(Finding(path, int(row), int(column), severity, code, message, _below(lines[number:])))
        return tuple(found)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that stop a build."""
        return tuple(finding for finding in self.findings if finding.severity == "error")


def _below(lines: list[str]) -> tuple[str, ...]:
    """The excerpt, the caret, the notes and the hints that belong to a finding."""
    return tuple(takewhile(lambda line: re.match(r"\s+[|=]|\s*\d+ \|", line), lines))


@dataclass(frozen=True, slots=True)
class Project:
    """A copy of the acceptance project and where its outputs go."""

    folder: Path

    @property
    def site(self) -> Path:
        """The website, feeds included."""
        return self.folder.parent / "out" / "site"

    @property
    def dist(self) -> Path:
        """The emails."""
        return self.folder.parent / "out" / "dist"

    @property
    def issues(self) -> tuple[Path, ...]:
        """The issues, oldest first."""
        return tuple(sorted((self.folder / "content" / "issues").glob("*.md")))

    @property
    def issue(self) -> Path:
        """The issue that quotes: the one that cites most."""
        return max(self.issues, key=lambda path: path.read_text(encoding="utf-8").count("[@"))

    def edit(self, pattern: str, replacement: str, path: Path | None = None) -> int:
        """Replace the one match of ``pattern`` and return its line; a pattern that does not match once is the test's own fault."""
        file = path or self.issue
        text = file.read_text(encoding="utf-8")
        matches = list(re.finditer(pattern, text, re.MULTILINE))
        assert len(matches) == 1, f"{pattern} matches {len(matches)} times in {file.name}"
        (match,) = matches
        file.write_text(text[: match.start()] + replacement + text[match.end() :], encoding="utf-8")
        return text.count("\n", 0, match.start()) + 1

    def append(self, paragraph: str) -> int:
        """Add a paragraph at the end of the issue and return its line."""
        text = self.issue.read_text(encoding="utf-8").rstrip("\n")
        self.issue.write_text(f"{text}\n\n{paragraph}\n", encoding="utf-8")
        return text.count("\n") + 3

    def build(self, *, site: Path | None = None, dist: Path | None = None, **environment: str) -> Run:
        """``briefing build`` into folders beside the project."""
        folders = ["--site-dir", str(site or self.site), "--dist-dir", str(dist or self.dist)]
        return self.run("briefing", "build", "-f", str(self.folder / "mkdocs.yml"), *folders, **environment)

    def check(self, *options: str) -> Run:
        """``briefing check``."""
        return self.run("briefing", "check", "-f", str(self.folder / "mkdocs.yml"), *options)

    def notes_and_more(self) -> tuple[Finding, ...]:
        """Everything ``briefing check`` finds, from its JSON."""
        rows = json.loads(self.check("--format", "json").output)
        keys = ("path", "line", "column", "severity", "code", "message")
        return tuple(Finding(**{key: row[key] for key in keys}) for row in rows)

    def run(self, script: str, *arguments: str, **environment: str) -> Run:
        """A command of the environment under test, started beside the project."""
        inherited = {
            name: value for name, value in os.environ.items() if name not in {"BRIEFING_VAULT", "CI", "SOURCE_DATE_EPOCH"}
        }
        result = subprocess.run(
            [str(SCRIPTS / script), *arguments],
            cwd=self.folder.parent,
            env={**inherited, **environment},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return Run(result.returncode, result.stdout + (result.stderr if script != "briefing" or "json" not in arguments else ""))


def copy_project(acceptance: Path, folder: Path) -> Project:
    """The acceptance project, copied into ``folder`` and writable."""
    return Project(writable_copy(acceptance / "mental-health-matters", folder / "project"))


def writable_copy(folder: Path, place: Path) -> Path:
    """A folder that may be read-only, copied to ``place``."""
    shutil.copytree(folder, place, copy_function=shutil.copyfile)
    for path in (place, *place.rglob("*")):
        path.chmod(0o755 if path.is_dir() else 0o644)
    return place


def tree(folder: Path) -> dict[str, str]:
    """Every file below ``folder`` with a digest of its bytes."""
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() or path.is_symlink())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}
