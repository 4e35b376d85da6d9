"""The pictures in the README, made from the sample publication and from what the tool really prints: ``make pictures``."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]
PICTURES = ROOT / "docs" / "pictures"
BRIEFING = Path(sys.executable).with_name("briefing")
MOMENT = "2026-11-23T09:00"
"""Shortly after the newest issue, whatever the day is."""

PLANTED = ROOT / "content" / "issues" / "2026-10-23-ferrow-report.md"
FAULTS = (
    # a mark that never closes, a slip in a key, and words of somebody who has not agreed to be quoted
    ("late in moving up.” [@", "late in moving up. [@"),
    ("might press it.” [@solley-", "might press it.” [@soley-"),
    ("operators heard they had been cleared,", "operators “heard they had been cleared”,"),
)

LARGEST = 250_000


def main() -> None:
    """Make them all."""
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work)
        build(folder)
        job = {
            "chromium": tool("chromium", "chromium-browser", "google-chrome"),
            "site": str(folder / "site"),
            "emails": str(folder / "dist" / "email"),
            "base": yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["site_url"],
            "terminal": findings(folder / "planted"),
            "out": str(PICTURES),
        }
        PICTURES.mkdir(parents=True, exist_ok=True)
        script = Path(__file__).with_suffix(".mjs")
        subprocess.run([tool("node"), str(script)], input=json.dumps(job), text=True, check=True)
    told()


def build(folder: Path) -> None:
    """The sample publication as its readers get it."""
    out = ["--site-dir", str(folder / "site"), "--dist-dir", str(folder / "dist")]
    result = subprocess.run([BRIEFING, "build", "--now", MOMENT, *out], cwd=ROOT, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(result.stdout + result.stderr)


def findings(project: Path) -> str:
    """What ``briefing check`` tells an editor, at a terminal, of a copy of the sample with faults planted in it."""
    for name in ("content", "sources", "drafts"):
        shutil.copytree(ROOT / name, project / name, ignore=shutil.ignore_patterns("ids.lock"))  # as if it were not out yet
    shutil.copy(ROOT / "mkdocs.yml", project)
    copy = project / PLANTED.relative_to(ROOT)
    text = copy.read_text(encoding="utf-8")
    for before, after in FAULTS:
        if text.count(before) != 1:
            sys.exit(f"the sample no longer has “{before}” once: plant another fault in {Path(__file__).name}")
        text = text.replace(before, after)
    copy.write_text(text, encoding="utf-8")
    return at_a_terminal([str(BRIEFING), "check", "--now", MOMENT], project)


def at_a_terminal(command: list[str], folder: Path) -> str:
    """What a command prints when its output is a terminal, colours included."""
    ours, its = pty.openpty()
    environment = {name: value for name, value in os.environ.items() if name != "NO_COLOR"}
    with subprocess.Popen(command, cwd=folder, stdout=its, stderr=subprocess.DEVNULL, env=environment):
        os.close(its)
        printed = b""
        while chunk := _read(ours):
            printed += chunk
    os.close(ours)
    return printed.decode("utf-8").replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65_536)
    except OSError:  # Linux's way to say that the other end is closed
        return b""


def tool(*names: str) -> str:
    """Where the first of some commands is that is here at all."""
    found = next(filter(None, map(shutil.which, names)), None)
    return found or sys.exit(f"{names[0]} is not here; the pictures need it")


def told() -> None:
    """Their sizes; one that is too large for a README is a failure."""
    sizes = {path.relative_to(ROOT): path.stat().st_size for path in sorted(PICTURES.glob("*.png"))}
    for path, size in sizes.items():
        sys.stdout.write(f"{size // 1000:>5} KB  {path}\n")
    if large := [str(path) for path, size in sizes.items() if size > LARGEST]:
        sys.exit(f"larger than {LARGEST // 1000} KB: {', '.join(large)}")


if __name__ == "__main__":
    main()
