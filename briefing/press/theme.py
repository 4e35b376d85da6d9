"""Load templates, static files and design tokens: the theme that is shipped, then what the publication puts over it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import briefing
from briefing.media import BrokenMediaError, stripped
from briefing.model import Theme
from briefing.press.templates import TemplateFailedError
from briefing.press.tokens import FOLDER, load_tokens

TEMPLATE_TYPES = frozenset({".html", ".txt", ".xml", ".jinja", ".j2", ".css"})


def shipped_theme() -> Path:
    """``briefing/theme`` in an installed package, ``theme/`` beside it in a checkout."""
    package = Path(briefing.__file__).parent
    installed = package / "theme"
    return installed if installed.is_dir() else package.parent / "theme"


def load_theme(custom_dir: Path | None = None, last: Path | None = None, *, search: bool = False) -> Theme:
    """The shipped theme; a file of ``custom_dir`` takes the place of the website's file of the same name.

    A file in its folder ``tokens`` changes design tokens. ``last`` is the website's folder as the last good build left it; ``search``: an index will be made of the new one.
    """
    folder = shipped_theme()
    web = {name: place for root in (folder / "web", custom_dir) if root for name, place in _files(root)}
    templates = {f"web/{name}": place for name, place in web.items() if not _is_asset(name)}
    templates |= {f"email/{name}": place for name, place in _files(folder / "email")}
    return Theme(
        templates={name: _source(place) for name, place in sorted(templates.items()) if _is_template(place)},
        assets={name: _asset(place) for name, place in sorted(web.items()) if _is_asset(name)},
        tokens=load_tokens(folder / FOLDER, custom_dir / FOLDER if custom_dir else None),
        drawn=_drawn(last) if last else {},
        search=search,
    )


def _source(place: Path) -> str:
    try:
        return place.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise TemplateFailedError(f"the template {place} is not UTF-8 text: byte {error.start}") from error


def _asset(place: Path) -> bytes:
    try:
        return stripped(place.name, place.read_bytes())
    except BrokenMediaError as error:
        raise TemplateFailedError(f"the file {place} of the theme cannot be published: {error.reason}") from error


def _drawn(site: Path) -> dict[str, bytes]:
    """The social cards of a website."""
    places = (place for pattern in ("assets/card-*.png", "issues/*/card-*.png") for place in site.glob(pattern))
    return {place.relative_to(site).as_posix(): place.read_bytes() for place in places}


def _files(root: Path) -> Iterator[tuple[str, Path]]:
    for place in sorted(root.rglob("*")):
        name = place.relative_to(root).as_posix()
        if place.is_file() and not any(part.startswith(".") for part in name.split("/")):
            yield name, place


def _is_asset(name: str) -> bool:
    return name.startswith("assets/")


def _is_template(place: Path) -> bool:
    return place.suffix in TEMPLATE_TYPES
