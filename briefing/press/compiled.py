"""Templates compiled once for many builds, where a folder for that is given: it takes longer than one edit in a thousand issues."""

from __future__ import annotations

import marshal
import os
import sys
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import jinja2

from briefing.editions.web.templates import compiled

_NAME = "templates-"
_KEPT = 4
"""How many sets of templates are kept: of several publications, or versions."""
_DIGEST = 32

Code = Mapping[str, bytes]


def compiled_templates(templates: Mapping[str, str], kept: Path | None) -> Code:
    """What ``Theme.compiled`` takes; without a folder nothing, and the edition compiles what it uses.

    Whoever can write to the folder decides what runs, as with Python's own compiled files: it has to be the user's own.
    """
    if kept is None:
        return {}
    place = kept / f"{_NAME}{_key(templates)}"
    found = _read(place)
    if found is None:
        found = compiled(templates)
        with suppress(OSError):  # then it is done again the next time
            _write(place, found)
    return found


def _key(templates: Mapping[str, str]) -> str:
    """Of everything that decides what compiling gives."""
    tools = (sys.implementation.cache_tag, jinja2.__version__)
    return sha256(repr((tools, sorted(templates.items()))).encode(errors="replace")).hexdigest()[:16]


def _read(place: Path) -> Code | None:
    try:
        content = place.read_bytes()
    except OSError:
        return None
    digest, code = content[:_DIGEST], content[_DIGEST:]
    return dict(marshal.loads(code)) if sha256(code).digest() == digest else None  # noqa: S302 - it is what we wrote


def _write(place: Path, found: Code) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    code = marshal.dumps(dict(found))
    handle, beside = tempfile.mkstemp(dir=place.parent)
    with os.fdopen(handle, "wb") as file:
        file.write(sha256(code).digest() + code)
    Path(beside).replace(place)
    newest = sorted(place.parent.glob(f"{_NAME}*"), key=lambda one: one.stat().st_mtime, reverse=True)
    for old in newest[_KEPT:]:
        old.unlink(missing_ok=True)
