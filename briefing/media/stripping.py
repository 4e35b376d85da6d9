"""Which files carry metadata, and how each kind loses it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath
from xml.etree.ElementTree import ParseError, canonicalize

from briefing.media.document import stripped_document
from briefing.media.drawing import stripped_drawing
from briefing.media.faults import BrokenMediaError
from briefing.media.raster import RASTER, stripped_raster

_STRIPPED: Mapping[str, Callable[[bytes], bytes]] = {".svg": stripped_drawing, ".pdf": stripped_document}
STRIPPABLE = frozenset({*RASTER, *_STRIPPED})
"""Endings of the files that are published without their metadata."""
_CARRIERS = frozenset(
    {
        ".7z",
        ".aac",
        ".avi",
        ".avif",
        ".bmp",
        ".doc",
        ".docm",
        ".docx",
        ".dng",
        ".epub",
        ".flac",
        ".gz",
        ".heic",
        ".heif",
        ".jxl",
        ".m4a",
        ".m4v",
        ".mkv",
        ".mov",
        ".mp3",
        ".mp4",
        ".numbers",
        ".odp",
        ".ods",
        ".odt",
        ".ogg",
        ".ogv",
        ".opus",
        ".pages",
        ".ppt",
        ".pptx",
        ".ps",
        ".psd",
        ".rar",
        ".rtf",
        ".tar",
        ".tgz",
        ".tif",
        ".tiff",
        ".wav",
        ".webm",
        ".wma",
        ".wmv",
        ".xls",
        ".xlsm",
        ".xlsx",
        ".zip",
    }
)
"""Files that name their author, their programme or their place, and that we cannot free of it."""


def stripped(name: str, content: bytes) -> bytes:
    """What may be published of the file ``name``; ``BrokenMediaError`` where that cannot be told. Twice gives the same as once."""
    suffix = PurePosixPath(name).suffix.lower()
    if suffix in RASTER:
        return stripped_raster(suffix, content)
    if suffix in _CARRIERS:
        raise BrokenMediaError(
            f"files of this type ({suffix}) carry metadata that cannot be taken out", "publish it as PDF or CSV"
        )
    strip = _STRIPPED.get(suffix)
    return strip(content) if strip else content


def carries_more(name: str, content: bytes) -> bool:
    """Whether the file would be another without its metadata; of a drawing, whether more than its spelling would change."""
    bare = stripped(name, content)
    return bare != content and not (PurePosixPath(name).suffix.lower() == ".svg" and _same_drawing(bare, content))


def _same_drawing(one: bytes, other: bytes) -> bool:
    try:
        return canonicalize(one, with_comments=True) == canonicalize(other, with_comments=True)
    except ParseError:
        return False
