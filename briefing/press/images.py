"""Images by what they hold: whether a file is what its name says, and how large the picture is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from io import FileIO
from pathlib import Path
from struct import unpack
from xml.etree.ElementTree import Element, ParseError, fromstring

import imagesize

_BEGINNINGS = {
    ".png": re.compile(rb"\x89PNG\r\n\x1a\n"),
    ".jpg": re.compile(rb"\xff\xd8\xff"),
    ".jpeg": re.compile(rb"\xff\xd8\xff"),
    ".gif": re.compile(rb"GIF8[79]a"),
    ".webp": re.compile(rb"RIFF.{4}WEBP", re.DOTALL),
}
"""The first bytes of each format (PNG 3rd edition 5.2, ITU T.81 B.1.1.2, GIF89a 17, RFC 9649 2.4)."""
_PNG, _PNG_HEAD = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 26
IMAGE_TYPES = frozenset({*_BEGINNINGS, ".svg"})
_ACTIVE = frozenset({"script", "foreignobject", "iframe", "embed", "object", "handler"})
_FETCHED = re.compile(r"@import|url\(\s*['\"]?(?!#|data:image/)", re.IGNORECASE)
_INSIDE = ("#", "data:image/")
_LARGEST_DRAWING = 10_000_000


@dataclass(frozen=True, slots=True)
class Picture:
    """What was found in a file that is called an image."""

    size: tuple[int, int] | None
    """Width and height in pixels, where it has a size of its own."""
    fault: str
    """Why it cannot be published, or ""."""


def picture(place: Path, _path: str = "") -> Picture:
    """Size and fault of the image at ``place``."""
    if place.suffix == ".png" and (size := _png_size(place)):  # as most are: then one look at the head of the file is enough
        return Picture(size, "")
    size = image_size(place)
    return Picture(size, _fault(place, size))


def _png_size(place: Path) -> tuple[int, int] | None:
    """Width and height from the first chunk of a PNG (3rd edition, 11.2.1); None where anything is out of the ordinary."""
    try:
        with FileIO(place) as opened:
            head = opened.read(_PNG_HEAD)
    except OSError:
        return None
    if len(head) < _PNG_HEAD or not head.startswith(_PNG):
        return None
    width, height = unpack(">LL", head[16:24])
    return (width, height) if width and height else None


def image_size(place: Path) -> tuple[int, int] | None:
    """Width and height of an image in pixels, from the head of its file; None for what is none, or has no size of its own."""
    if place.suffix.lower() not in IMAGE_TYPES:
        return None
    try:
        width, height = imagesize.get(place)
    except (ValueError, OSError):
        return None
    return (round(width), round(height)) if width > 0 and height > 0 else None


def image_fault(place: Path) -> str:
    """Why a file that is called an image is none that can be published, or ""."""
    return _fault(place, image_size(place))


def _fault(place: Path, size: tuple[int, int] | None) -> str:
    suffix = place.suffix.lower()
    if suffix == ".svg":
        return _drawing_fault(place)
    with place.open("rb", buffering=0) as opened:
        head = opened.read(16)
    if not head:
        return "the file is empty"
    if _BEGINNINGS[suffix].match(head) is None:
        held = next((other for other, beginning in _BEGINNINGS.items() if beginning.match(head)), "")
        return f"the name ends in {suffix}, and it holds {f'a {held} image' if held else 'something else'}"
    return "" if size else "the file is cut short"


def _drawing_fault(place: Path) -> str:
    """What is wrong with an SVG; a reader who opens it by itself runs what it holds (SVG 2, 2.2)."""
    if place.stat().st_size > _LARGEST_DRAWING:
        return "a drawing of more than 10 MB"
    content = place.read_bytes()
    if b"<!ENTITY" in content:
        return "it defines entities"
    try:
        root = fromstring(content)  # noqa: S314  # entities are refused above, and expat limits what else grows
    except ParseError as error:
        return f"the XML of the drawing has a fault: {error}"
    if _name(root.tag) != "svg":
        return "it holds something else than a drawing"
    if any(_name(element.tag) in _ACTIVE or any(map(_is_active, element.items())) for element in root.iter()):
        return "the drawing holds a script"
    if any(map(_fetches, root.iter())):
        return "the drawing fetches something from elsewhere"
    return ""


def _name(qualified: str) -> str:
    """The name of an element or attribute without its namespace, in lower case."""
    return qualified.rpartition("}")[2].lower()


def _is_active(attribute: tuple[str, str]) -> bool:
    name, value = attribute
    compact = "".join(value.split()).lower()
    return _name(name).startswith("on") or "javascript:" in compact or compact.startswith("data:text/html")


def _fetches(element: Element) -> bool:
    """Whether it makes a browser ask for another file: readers who open a drawing must ask nobody but this site."""
    styles = (*element.attrib.values(), element.text or "" if _name(element.tag) == "style" else "")
    shown = (value.strip() for name, value in element.items() if _name(name) == "href" and _name(element.tag) != "a")
    return any(map(_FETCHED.search, styles)) or not all(address.startswith(_INSIDE) for address in shown)
