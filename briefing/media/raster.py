"""Pictures made of points, by the ending of their name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from briefing.media.faults import BrokenMediaError
from briefing.media.gif import stripped_gif
from briefing.media.jpeg import stripped_jpeg
from briefing.media.png import stripped_png
from briefing.media.webp import stripped_webp

_BEGINNINGS = {b"\x89PNG\r\n\x1a\n": stripped_png, b"\xff\xd8\xff": stripped_jpeg, b"GIF8": stripped_gif, b"RIFF": stripped_webp}
RASTER: Mapping[str, Callable[[bytes], bytes]] = {
    ".png": stripped_png,
    ".jpg": stripped_jpeg,
    ".jpeg": stripped_jpeg,
    ".gif": stripped_gif,
    ".webp": stripped_webp,
}


def stripped_raster(suffix: str, content: bytes) -> bytes:
    """The picture without what it carries; ``BrokenMediaError`` where it is not what its name says."""
    strip = RASTER[suffix]
    begins = next((strips for beginning, strips in _BEGINNINGS.items() if content.startswith(beginning)), None)
    if begins is not strip:
        raise BrokenMediaError(f"it holds something else than its name says ({suffix})")
    return strip(content)
