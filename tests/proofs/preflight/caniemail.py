"""``make caniemail``: take caniemail's data over anew. Run as ``python -m tests.proofs.preflight.caniemail CLONE`` with a clone of its repository.

One JSON file comes of it: for every feature and each of our sixteen programs the newest test, with the notes, the date and the licence.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from briefing.proofs.clients import CLIENTS

TARGET = Path(__file__).parents[3] / "briefing" / "press" / "caniemail.json"
SOURCE = "https://github.com/hteumeuleu/caniemail"
_FRONT = re.compile(r"---\r?\n(.*?)\r?\n---", re.DOTALL)
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_KEYS = (
    ("gmail", "desktop-webmail"),
    ("gmail", "mobile-webmail"),
    ("gmail", "ios"),
    ("gmail", "android"),
    ("outlook", "windows"),
    ("outlook", "outlook-com"),
    ("outlook", "macos"),
    ("outlook", "ios"),
    ("outlook", "android"),
    ("apple-mail", "ios"),
    ("apple-mail", "macos"),
    ("yahoo", "desktop-webmail"),
    ("yahoo", "ios"),
    ("yahoo", "android"),
    ("samsung-email", "android"),
    ("thunderbird", "macos"),
)


def taken_over(clone: Path, updated: str) -> str:
    """The text of the vendored file; ``updated`` is the date of the clone's newest commit."""
    pages = sorted(path for path in (clone / "_features").glob("*.md") if path.stem != "_template")
    features = {path.stem: feature(path.read_text(encoding="utf-8")) for path in pages}
    licence = (clone / "LICENSE").read_text(encoding="utf-8")
    whole = {"source": SOURCE, "updated": updated, "licence": licence, "clients": list(CLIENTS), "features": features}
    return json.dumps(whole, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def feature(page: str) -> dict[str, Any]:
    """One feature; half of the pages hold tabs, which YAML does not allow."""
    front = _FRONT.match(page)
    assert front, "a page without front matter"
    said = yaml.safe_load(front[1].replace("\t", "  "))
    notes = {str(number): note for number, note in (said.get("notes_by_num") or {}).items()}
    return {"title": said["title"], "notes": notes, "support": [newest(said["stats"], *keys) for keys in _KEYS]}


def newest(stats: Mapping[str, Any], family: str, platform: str) -> str:
    """What the last version says; unknown where nobody has tested."""
    versions = (stats.get(family) or {}).get(platform) or {}
    return str(list(versions.values())[-1]).lower() if versions else "u"


if __name__ == "__main__":
    folder, day = Path(sys.argv[1]), sys.argv[2]
    assert _DATE.fullmatch(day), "the date of the newest commit, as 2026-06-29"
    TARGET.write_text(taken_over(folder, day), encoding="utf-8", newline="\n")
