"""The pictures of an imported post: their files, where the archive has them, and where they go."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from briefing.press.images import IMAGE_TYPES, image_fault

_PLAIN = re.compile(r"[^a-z0-9.]+")
_RESIZED = re.compile(r"-\d{1,5}x\d{1,5}(?=\.\w+$)")
"""What WordPress adds to the names of smaller copies: ``rests-300x200.png``."""


@dataclass(frozen=True, slots=True)
class Album:
    """Looks for files below ``folder`` as the old site addressed them, and gives them a place below ``target``."""

    folder: Path
    target: Path
    issues: Path
    """The folder of the issue that shows them."""
    host: str
    """Of the old site; pictures of others stay where they are."""
    found: dict[Path, Path] = field(default_factory=dict)
    """Sources by target."""

    def find(self, address: str) -> str:
        """How the issue addresses the file of a picture, by its old address; "" where there is no file that can be published."""
        try:
            parts = urlsplit(address)
        except ValueError:
            return ""
        if parts.netloc not in {"", self.host}:
            return ""
        path = unquote(parts.path).lstrip("/")
        source = next((place for place in self._places(path) if self._is_good(place)), None)
        if source is None:
            return ""
        target = self.target / _named(source.relative_to(self.folder).as_posix())
        self.found[target] = source
        return PurePosixPath(os.path.relpath(target, self.issues)).as_posix()

    def _places(self, path: str) -> Iterator[Path]:
        """Where it may lie: as addressed, in Pelican's ``content``, and as it was before it was made smaller."""
        for name in dict.fromkeys((path, _RESIZED.sub("", path))):
            yield self.folder / name
            yield self.folder / "content" / name

    def _is_good(self, place: Path) -> bool:
        try:
            inside = self.folder.resolve() in place.resolve().parents
            return inside and place.suffix.lower() in IMAGE_TYPES and place.is_file() and not image_fault(place)
        except (OSError, ValueError):
            return False


def _named(path: str) -> str:
    """The path as it can be an address; one that had to be changed is told from others by a digest."""
    plain = "/".join(_PLAIN.sub("-", segment.lower()).strip("-.") or "x" for segment in path.split("/"))
    stem, dot, suffix = plain.rpartition(".")
    return plain if plain == path else f"{stem}-{sha256(path.encode(errors='surrogateescape')).hexdigest()[:8]}{dot}{suffix}"
