"""What only the press can see in finished trees: keys of described sources, and whether something reached for the vault."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from briefing.desk import DescribedRecord, Desk
from briefing.diagnostics import Diagnostic, Span
from briefing.diagnostics.codes.protection import P416
from briefing.press.project import Project
from briefing.press.warden import reached_for

_HELP = "the edition, theme or plug-in that made it must not know of it: editions are given public values only"


def inspect(desk: Desk, trees: Mapping[str, Mapping[str, bytes]], config: str) -> tuple[Diagnostic, ...]:
    """``trees`` are the finished files of ``site`` and ``dist`` by path."""
    keys = tuple(key.encode() for key, record in desk.register.sources.items() if isinstance(record, DescribedRecord))
    return (*reached_for(config), *_keyed(keys, trees))


def named_openly(project: Project) -> str:
    """The register of people and bodies as text: whoever stands there may be named, and is no hint to anybody else."""
    if project.folders is None:
        return ""
    try:
        return (project.folders.sources / "people.yml").read_text(encoding="utf-8")
    except (OSError, ValueError):
        return ""


def _keyed(keys: tuple[bytes, ...], trees: Mapping[str, Mapping[str, bytes]]) -> Iterator[Diagnostic]:
    for tree, files in trees.items():
        for path, content in files.items():
            if any(key in path.encode("utf-8", "replace") for key in keys):
                yield P416.at(Span(tree), "the key of a described source stands in the name of a finished file", help=(_HELP,))
            elif any(key in content for key in keys):
                yield P416.at(Span(f"{tree}/{path}"), help=(_HELP,))
