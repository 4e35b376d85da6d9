"""Whole projects on the disk from one readable text, for tests that build."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from briefing.testing.desks import Files, split
from briefing.testing.publication import SURROUNDINGS

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d494844520000000100000001080600000"
    "01f15c4890000000a49444154789c6300010000050001"
    "0d0a2db40000000049454e44ae426082"
)
"""A picture of one point (PNG): what an empty text is written as where a picture is due."""
INDEX = "---\ntitle: The Pilotage Lantern\n---\n\nNews of invented harbours.\n"


def site(folder: Path, files: Files, *, surroundings: Mapping[str, str] = SURROUNDINGS) -> Path:
    """Write a project into ``folder`` and return the path of its mkdocs.yml.

    ``files`` are texts by path, or one text in which a line ``-- path --`` stands before each file; settings, people, sources and
    a front page that are not given are supplied.
    """
    texts = {**surroundings, "content/index.md": INDEX, **(split(files) if isinstance(files, str) else files)}
    for path, text in texts.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(text.encode() if text or place.suffix != ".png" else PIXEL)
    return folder / "mkdocs.yml"
