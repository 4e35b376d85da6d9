"""What only the press can see in finished files: keys of described sources; and what tells their bytes from any others."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from briefing.desk import DescribedRecord, Desk
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.protection import P416
from briefing.press.finished import digests_of
from briefing.press.project import Project
from briefing.proofs.pieces import File

_HELP = "the edition, theme or plug-in that made it must not know of it: editions are given public values only"

_Form: TypeAlias = tuple[bytes, re.Pattern[bytes]]
"""How keys begin, and what finds all that begins so and is as long: hardly any file has even the beginning."""


@dataclass(frozen=True, slots=True)
class Inspected:
    """What the press itself notes of finished files."""

    digests: Mapping[File, str]
    """Of every file's bytes."""
    faults: Mapping[File, Diagnostic]
    """Of the files that hold the key of a described source."""


def inspector(desk: Desk) -> Callable[[Mapping[File, bytes]], Inspected]:
    """What looks at some finished files; it alone knows the keys of described sources."""
    keys = frozenset(key.encode() for key, record in desk.register.sources.items() if isinstance(record, DescribedRecord))
    forms = tuple(_forms(keys))

    def inspect(files: Mapping[File, bytes]) -> Inspected:
        faults = ((file, _fault(file, content, keys, forms)) for file, content in files.items())
        return Inspected(digests_of(files), {file: fault for file, fault in faults if fault})

    return inspect


def together(inspected: Iterable[Inspected], files: Iterable[File]) -> Inspected:
    """What was noted of ``files``, in their order, which does not depend on who looked at which."""
    seen = tuple(inspected)
    digests = {file: digest for one in seen for file, digest in one.digests.items()}
    faults = {file: fault for one in seen for file, fault in one.faults.items()}
    return Inspected(digests, {file: faults[file] for file in files if file in faults})


def named_openly(project: Project) -> str:
    """The register of people and bodies as text: whoever stands there may be named, and is no hint to anybody else."""
    if project.folders is None:
        return ""
    try:
        return (project.folders.sources / "people.yml").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _fault(file: File, content: bytes, keys: frozenset[bytes], forms: tuple[_Form, ...]) -> Diagnostic | None:
    tree, path = file
    if _holds(path.encode("utf-8", "replace"), keys, forms):
        return P416.at(Span(tree.value), "the key of a described source stands in the name of a finished file", help=(_HELP,))
    return P416.at(Span(f"{tree.value}/{path}"), help=(_HELP,)) if _holds(content, keys, forms) else None


def _holds(content: bytes, keys: frozenset[bytes], forms: tuple[_Form, ...]) -> bool:
    return any(start in content and not keys.isdisjoint(map(b"".join, form.findall(content))) for start, form in forms)


def _forms(keys: Iterable[bytes]) -> Iterator[_Form]:
    """What finds anything that looks like one of the keys: all begin alike (C207), so one pass does for any number of them."""
    for start, rest in sorted({(key[:5], len(key[5:])) for key in keys}):
        yield start, re.compile(rb"(%b)(?=(.{%d}))" % (re.escape(start), rest), re.DOTALL)
