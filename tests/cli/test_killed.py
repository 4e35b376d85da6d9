"""A build that is killed, whenever that is, leaves both folders wholly old or wholly new, and the next run leaves nothing of it."""

from __future__ import annotations

import signal
import subprocess
import time
from pathlib import Path
from random import Random

import pytest
from hypothesis import settings

from briefing.testing import EVERY_FORM, site
from tests.cli.commanded import COMMAND, briefing

pytestmark = pytest.mark.slow

NOW = ("--now", "2031-06-01T12:00")
ISSUE = "content/issues/2031-05-16-pilot-hours.md"
SEED = 20_310_516


def trees(project: Path) -> tuple[dict[str, bytes], dict[str, bytes]]:
    """The bytes of both folders."""
    site, dist = (
        {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}
        for folder in (project / "site", project / "dist")
    )
    return site, dist


def killed(project: Path, after: float) -> bool:
    """Start a build and kill it after that many seconds; whether it was still running then."""
    scratch = project.parent / "scratch"
    scratch.mkdir(exist_ok=True)
    environment = {"PATH": "/usr/bin:/bin", "TMPDIR": str(scratch), "HOME": str(project.parent)}
    running = subprocess.Popen(
        [COMMAND, "build", *NOW], cwd=project, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment
    )
    try:
        running.wait(timeout=after)
    except subprocess.TimeoutExpired:
        running.send_signal(signal.SIGKILL)
        running.wait()
        return True
    return False


def test_killing_a_build_at_random_moments_leaves_whole_folders(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    wanted = 20 if settings().max_examples >= 5_000 else 2
    project = site(tmp_path / "project", EVERY_FORM).parent
    text = (project / ISSUE).read_text(encoding="utf-8")
    wholes = []
    took = 0.0
    for word in ("altered", "changed"):
        (project / ISSUE).write_text(text.replace("Rosters are altered", f"Rosters are {word}"), encoding="utf-8")
        begun = time.monotonic()
        assert briefing(project, "build", *NOW).status == 0
        took = time.monotonic() - begun
        wholes.append(trees(project))
    old, new = wholes
    assert old[0] != new[0]
    random, kills, seen = Random(SEED), 0, {"old": 0, "new": 0}  # noqa: S311  # the same moments in every run
    while kills < wanted:
        (project / ISSUE).write_text(text, encoding="utf-8")
        assert briefing(project, "build", *NOW).status == 0
        assert trees(project) == old
        (project / ISSUE).write_text(text.replace("Rosters are altered", "Rosters are changed"), encoding="utf-8")
        if not killed(project, random.uniform(took / 3, took * 1.1)):
            continue
        kills += 1
        left = trees(project)
        assert left[0] in (old[0], new[0])
        assert left[1] in (old[1], new[1])
        seen["new" if left[0] == new[0] else "old"] += 1
        assert briefing(project, "build", *NOW).status == 0
        assert trees(project) == new
        assert sorted(path.name for path in project.iterdir() if path.name.startswith(".")) == []
    assert not list((project.parent / "scratch").iterdir()), "nothing lies about elsewhere"
    with capsys.disabled():
        print(f"\n  {kills} kills: {seen['old']} left the old site, {seen['new']} the new one, none a mixture")  # noqa: T201  # the figures are what the run is for
