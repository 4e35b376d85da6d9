"""What only the press can see in finished trees: keys of described sources, and whether something reached for the vault."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from briefing.desk import DescribedRecord, Desk
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.protection import P416
from briefing.press.project import Project
from briefing.press.warden import reached_for

_HELP = "the edition, theme or plug-in that made it must not know of it: editions are given public values only"


def inspect(desk: Desk, trees: Mapping[str, Mapping[str, bytes]], config: str) -> tuple[Diagnostic, ...]:
    """``trees`` are the finished files of ``site`` and ``dist`` by path."""
    keys = frozenset(key.encode() for key, record in desk.register.sources.items() if isinstance(record, DescribedRecord))
    return (*reached_for(config), *_keyed(keys, trees))


def named_openly(project: Project) -> str:
    """The register of people and bodies as text: whoever stands there may be named, and is no hint to anybody else."""
    if project.folders is None:
        return ""
    try:
        return (project.folders.sources / "people.yml").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _keyed(keys: frozenset[bytes], trees: Mapping[str, Mapping[str, bytes]]) -> Iterator[Diagnostic]:
    forms = tuple(_forms(keys))
    for tree, files in trees.items():
        for path, content in files.items():
            if _holds(path.encode("utf-8", "replace"), keys, forms):
                yield P416.at(Span(tree), "the key of a described source stands in the name of a finished file", help=(_HELP,))
            elif _holds(content, keys, forms):
                yield P416.at(Span(f"{tree}/{path}"), help=(_HELP,))


def _holds(content: bytes, keys: frozenset[bytes], forms: tuple[re.Pattern[bytes], ...]) -> bool:
    return any(not keys.isdisjoint(map(b"".join, form.findall(content))) for form in forms)


def _forms(keys: Iterable[bytes]) -> Iterator[re.Pattern[bytes]]:
    """What finds anything that looks like one of the keys: all begin alike (C207), so one pass does for any number of them."""
    for start, rest in sorted({(key[:5], len(key[5:])) for key in keys}):
        yield re.compile(rb"(%b)(?=(.{%d}))" % (re.escape(start), rest), re.DOTALL)
