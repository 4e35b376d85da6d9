"""``python -m benchmarks.email``: what an email costs here, beside what inlining or MJML costs for the same words, in the same run.

Ours is measured with the issue of median length and with the longest, from the model: each part, the whole, the preflight. The others are given
the longest as plain paragraphs with a style sheet (or as MJML) and make HTML with inline styles of it alone. Those of them that are not installed
are left out and named.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from html import escape
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median

from briefing.clearance import clear
from briefing.editions.email import EmailEdition
from briefing.editions.email.flowed import flowed
from briefing.editions.email.html_frame import html
from briefing.editions.email.letterhead import Letterhead
from briefing.editions.email.looks import looks
from briefing.editions.email.mailing import Mailing
from briefing.editions.email.message import message
from briefing.editions.email.text_frame import text
from briefing.model import Archive, Issue
from briefing.model.words import lines, words
from briefing.press import compose, read_project
from briefing.press.theme import load_theme
from briefing.proofs import Outputs
from briefing.proofs.preflight import Preflight

_ROOT = Path(__file__).parents[1]
_SHEET = (
    "body{margin:0;color:#1a1c20}p{margin:0 0 18px;font:18px/1.6 Georgia,serif;color:#1a1c20}a{color:#0d4f68}.m{color:#595650}"
)
_MISSING = "not installed | "
_NODE = """\
const {{ createRequire }} = require("node:module");
const load = createRequire({folder} + "/");
const tool = load({package});
const given = require("node:fs").readFileSync(0, "utf8");
(async () => {{
  const once = async () => {call};
  await once();
  const taken = [];
  for (let turn = 0; turn < {runs}; turn++) {{
    const from = process.cpuUsage();
    await once();
    const used = process.cpuUsage(from);
    taken.push((used.user + used.system) / 1000);
  }}
  console.log(JSON.stringify(taken));
}})();
"""


def main() -> None:
    """Measure and print a table in Markdown."""
    wishes = _wishes()
    archive = _sample()
    by_length = sorted(archive.issues, key=lambda one: len(words(one)))
    typical, longest = by_length[len(by_length) // 2], by_length[-1]
    _say(
        f"Measured on {datetime.now(UTC):%-d %B %Y}: {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()};"
    )
    _say(f"median and least of {wishes.runs} in one warm process, load {os.getloadavg()[0]:.1f}.\n")
    _say("| | CPU ms an issue | at best |")
    _say("|:--|--:|--:|")
    ours = (
        *_parts(archive, typical, "typical", wishes.runs),
        *_parts(archive, longest, "longest", wishes.runs),
        *_whole(archive, wishes.runs),
    )
    for name, taken in (*ours, *_peers(longest, wishes.runs, wishes.node)):
        _say(f"| {name} | {taken} |")


def _sample() -> Archive:
    composition = compose(read_project(_ROOT / "mkdocs.yml"), (), datetime.now(UTC))
    if composition.desk is None:
        raise SystemExit("the sample publication cannot be read")
    return clear(composition.desk, ())


def _parts(archive: Archive, issue: Issue, kind: str, runs: int) -> Iterator[tuple[str, str]]:
    """Each part of one email; only what all emails of a publication have in common is there beforehand, as it is in a build."""
    sender, theme = archive.publication.sender, load_theme()
    if sender is None:
        return
    letterhead = Letterhead(archive.publication, sender, looks(theme.tokens))
    mailing, which = Mailing(letterhead, issue), f"{kind} issue ({len(words(issue)):,} words)"
    document, plain = html(mailing).html, flowed(tuple(text(mailing)))
    yield f"HTML, {which}", _timed(lambda: html(Mailing(letterhead, issue)), runs)
    yield f"plain text, {which}", _timed(lambda: flowed(tuple(text(Mailing(letterhead, issue)))), runs)
    yield f"message, {which}", _timed(lambda: message(Mailing(letterhead, issue), plain, document), runs)


def _whole(archive: Archive, runs: int) -> Iterator[tuple[str, str]]:
    theme = load_theme()
    yield (
        "all three and the manifest, for all issues",
        _timed(lambda: EmailEdition().render(archive, theme), runs, len(archive.issues)),
    )
    rendition = EmailEdition().render(archive, theme)
    outputs = Outputs(archive, {(file.tree, file.path): file.content for file in rendition.artifacts}, rendition.showings)
    yield "preflight: 40 checks, of all issues", _timed(lambda: list(Preflight().prove(outputs)), runs, len(archive.issues))


def _peers(issue: Issue, runs: int, node: Path) -> Iterator[tuple[str, str]]:
    paragraphs = "".join(
        f'<p class="m">{escape(line)} <a href="https://lantern.example/">x</a></p>' for line in lines(issue) if line
    )
    page = f"<!DOCTYPE html><html><head><style>{_SHEET}</style></head><body>{paragraphs}</body></html>"
    mjml = f"<mjml><mj-body><mj-section><mj-column><mj-text>{paragraphs}</mj-text></mj-column></mj-section></mj-body></mjml>"
    yield _python("css-inline", lambda tool: lambda: tool.inline(page, load_remote_stylesheets=False), runs)
    yield _python("premailer", lambda tool: lambda: tool.transform(page, allow_network=False), runs)
    yield _by_node(node, "juice", "tool(given)", page, runs)
    yield _by_node(node, "mjml", "(tool.default ?? tool)(given)", mjml, runs)


def _python(name: str, made: Callable[..., Callable[[], object]], runs: int) -> tuple[str, str]:
    try:
        return f"{name} {version(name)}", _timed(made(import_module(name.replace("-", "_"))), runs)
    except (ImportError, PackageNotFoundError):
        return name, _MISSING


def _by_node(folder: Path, package: str, call: str, given: str, runs: int) -> tuple[str, str]:
    """Timed inside node, without its start."""
    node, described = shutil.which("node"), folder / "node_modules" / package / "package.json"
    if node is None or not described.is_file():
        return package, _MISSING
    name = f"{package} {json.loads(described.read_text(encoding='utf-8'))['version']}"
    script = _NODE.format(folder=json.dumps(str(folder)), package=json.dumps(package), call=call, runs=runs)
    done = subprocess.run([node, "-e", script], input=given, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    return name, _figures(json.loads(done.stdout)) if done.returncode == 0 else "failed | "


def _timed(once: Callable[[], object], runs: int, share: int = 1) -> str:
    once()
    taken = []
    for _ in range(runs):
        started = time.process_time()
        once()
        taken.append((time.process_time() - started) * 1000 / share)
    return _figures(taken)


def _figures(taken: list[float]) -> str:
    """The least beside the median: on a machine that does other things, too, it says what the work itself takes."""
    return f"{median(taken):.2f} | {min(taken):.2f}"


def _wishes() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.email", description=__doc__)
    parser.add_argument("--runs", type=int, default=50, help="of which the median is taken")
    parser.add_argument("--node", type=Path, default=_ROOT, help="a folder with juice and mjml in its node_modules")
    return parser.parse_args()


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
