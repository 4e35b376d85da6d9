"""``briefing export``: the publication in formats that others read. Nothing withheld is in them, and no described source."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import click

import briefing
from briefing import press
from briefing.clearance import clear
from briefing.cli.telling import Teller, shown
from briefing.desk import Desk
from briefing.diagnostics import Severity
from briefing.filing.csl import csl
from briefing.filing.listed import issues_data

SCHEMAS = ("issue.json", "source.json", "people.json", "settings.json")


def run(config: Path, what: str, to: Path | None, now: datetime | None, *, force: bool) -> bool:
    """Whether it was written; a fault of the copy or the register is told, and then nothing is."""
    if what == "schemas":
        return _schemas(to or Path("schemas"))
    project = press.read_project(config)
    composition = press.compose(project, press.find_checks(), now or datetime.now(UTC))
    faults = [one for one in composition.findings if one.severity is Severity.ERROR]
    if composition.desk is None or faults:
        teller = Teller(config, "text")
        teller.findings(faults, project.texts)
        teller.say(f"{press.tally(faults)}; nothing was exported")
        return False
    name, make = _FORMATS[what]
    _write(to or Path(name), make(project, composition.desk), force=force)
    return True


def _write(place: Path, content: bytes, *, force: bool) -> None:
    if place.exists() and not force:
        raise click.UsageError(f"{shown(place)} is there already: nothing was written; --force replaces it")
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(content)
    click.echo(f"{shown(place)}: {len(content):,} bytes")


def _schemas(folder: Path) -> bool:
    """The schemas of this version: those of the package, or of the checkout it runs from."""
    packed = files("briefing") / "schemas"
    place = packed if packed.is_dir() else Path(briefing.__file__).parents[1] / "docs" / "schemas"
    for name in SCHEMAS:
        _write(folder / name, (place / name).read_bytes(), force=True)
    return True


def _json(data: Any) -> bytes:
    return f"{json.dumps(data, ensure_ascii=False, indent=1)}\n".encode()


def _csl(_project: press.Project, desk: Desk) -> bytes:
    return _json(csl(desk.register))


def _issues(_project: press.Project, desk: Desk) -> bytes:
    return _json(issues_data(clear(desk, ())))


def _markdown(project: press.Project, desk: Desk) -> bytes:
    """Everything a build of the published issues needs; the same project gives the same bytes."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as package:
        for path, content in sorted(_packed(project, desk)):
            package.writestr(ZipInfo(path), content, compress_type=ZIP_DEFLATED)
    return stream.getvalue()


def _packed(project: press.Project, desk: Desk) -> Iterator[tuple[str, bytes]]:
    published = {draft.path for draft in desk.published}
    texts = {path: text for path, text in project.texts.items() if path not in project.issues or path in published}
    yield from ((_inside(path), text.encode()) for path, text in texts.items())
    yield from ((file.path, file.absolute.read_bytes()) for file in project.files if file.path not in texts)


def _inside(path: str) -> str:
    """A register that several bulletins share lies beside the project; in the package it lies inside."""
    return "/".join(part for part in path.split("/") if part not in {"..", ""})


_FORMATS: Mapping[str, tuple[str, Callable[[press.Project, Desk], bytes]]] = {
    "markdown": ("markdown.zip", _markdown),
    "issues": ("issues.json", _issues),
    "csl": ("sources.csl.json", _csl),
}
