"""The README's pictures (made by ``make pictures``): there, small enough to load, and said in words."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
SHOWN = re.findall(r"!\[([^\]]*)\]\((docs/[^)]+)\)", (ROOT / "README.md").read_text(encoding="utf-8"))


def test_every_picture_is_shown_and_every_one_shown_is_there() -> None:
    made = {path.relative_to(ROOT).as_posix() for path in (ROOT / "docs" / "pictures").iterdir()}
    assert {path for _, path in SHOWN} == made


def test_no_picture_is_larger_than_250_kilobytes() -> None:
    assert {path: size for _, path in SHOWN if (size := (ROOT / path).stat().st_size) > 250_000} == {}


def test_every_picture_is_said_in_words() -> None:
    assert [path for words, path in SHOWN if len(words.split()) < 12] == []
