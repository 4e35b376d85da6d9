"""What Lighthouse says of the sample's front page, an issue, the archive and a source: ``python -m tests.browser.lighthouse [RUNS]``."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from tests.browser.pictures import build, tool

BASE = "https://locksandlevels.example/"
PAGES = ("", "issues/ferrow-report/", "archive/", "sources/ferrow-report/")
FORMS = ("mobile", "desktop")
WHOLE = ("accessibility", "best-practices", "seo")
LEAST = 99
LARGEST = 60_000


@dataclass(frozen=True, slots=True)
class Judged:
    """What was found of a page in one form, over all runs."""

    page: str
    form: str
    whole: dict[str, int]
    """The lowest score of each category that must be 100."""
    performance: tuple[int, ...]
    failed: tuple[str, ...]
    transferred: int
    foreign: tuple[str, ...]

    @property
    def is_good(self) -> bool:
        """Whether it is what was promised."""
        light = self.transferred <= LARGEST or not self.page.startswith("issues/")
        fast = not self.performance or median(self.performance) >= LEAST
        return set(self.whole.values()) == {100} and fast and light and not self.foreign

    def __str__(self) -> str:
        scores = " ".join(f"{name} {score}" for name, score in self.whole.items())
        speed = (
            f" performance {' '.join(map(str, self.performance))} (median {median(self.performance):g})"
            if self.performance
            else ""
        )
        failed = f" failed: {', '.join(self.failed)}" if self.failed else ""
        return f"{self.form:8} /{self.page:28} {scores}{speed}  {self.transferred / 1000:.1f} KB, {len(self.foreign)} foreign{failed}"


def judge(
    node: str,
    chromium: str,
    site: Path,
    *,
    base: str = BASE,
    pages: tuple[str, ...] = PAGES,
    forms: tuple[str, ...] = FORMS,
    runs: int = 5,
) -> list[Judged]:
    """Lighthouse's scores; no run means no performance, which one run says too little of."""
    job = {
        "chromium": chromium,
        "site": str(site),
        "base": base,
        "pages": pages,
        "forms": forms,
        "runs": max(runs, 1),
        "performance": runs > 0,
    }
    script = Path(__file__).with_suffix(".mjs")
    done = subprocess.run([node, str(script)], input=json.dumps(job), capture_output=True, text=True, check=False, timeout=1800)
    if done.returncode != 0:
        raise RuntimeError(done.stderr)
    reports: list[dict[str, Any]] = json.loads(done.stdout)
    return [_judged([one for one in reports if (one["page"], one["form"]) == (page, form)]) for form in forms for page in pages]


def _judged(reports: list[dict[str, Any]]) -> Judged:
    first = reports[0]
    return Judged(
        first["page"],
        first["form"],
        {name: min(report["scores"].get(name, 0) for report in reports) for name in WHOLE},
        tuple(report["scores"]["performance"] for report in reports if "performance" in report["scores"]),
        tuple(
            sorted(
                {audit for report in reports for audit in report["failed"]}
                | {report["runtimeError"] for report in reports} - {""}
            )
        ),
        max(sum(request["bytes"] for request in report["requests"]) for report in reports),
        tuple(request["url"] for request in first["requests"] if not request["url"].startswith((first["here"], "data:"))),
    )


def main() -> None:
    """Print a line for each page and form; the exit status says whether all is as promised."""
    runs = int(sys.argv[1]) if sys.argv[1:] else 5
    with tempfile.TemporaryDirectory() as work:
        build(Path(work))
        names = ("chromium", "chromium-browser", "google-chrome")
        found = judge(shutil.which("node") or tool("node"), tool(*names), Path(work) / "site", runs=runs)
    for one in found:
        sys.stdout.write(f"{one}\n")
    sys.exit(not all(one.is_good for one in found))


if __name__ == "__main__":
    main()
