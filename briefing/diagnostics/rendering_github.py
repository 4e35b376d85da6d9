"""Findings as workflow commands, which a code host shows as annotations beside the line.

Escaping follows the runner's own toolkit (actions/toolkit, packages/core/src/command.ts): ``%``, CR and LF everywhere, ``:`` and
``,`` in properties too; so no text can begin a command of its own.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from briefing.diagnostics.finding import Diagnostic, Severity
from briefing.diagnostics.places import Texts, in_order
from briefing.diagnostics.screen import visible

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def render_github(findings: Iterable[Diagnostic], texts: Mapping[str, str], *, folder: str = "") -> str:
    """A command a line."""
    sources = Texts(texts)
    return "".join(f"{_command(finding, sources, folder)}\n" for finding in in_order(findings))


def _command(finding: Diagnostic, texts: Texts, folder: str) -> str:
    place = texts.place(finding.span)
    properties = {
        "file": folder + finding.span.path,
        "line": str(place.line),
        "col": str(place.column),
        "endLine": str(place.end_line),
        "title": finding.code,
    }
    if place.end_line == place.line:
        properties["endColumn"] = str(max(place.end_column - 1, place.column))
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items())
    return f"::{_COMMANDS[finding.severity]} {listed}::{_data(_message(finding))}"


def _message(finding: Diagnostic) -> str:
    label = () if finding.secret or not finding.label else (finding.label,)
    hints = (f"hint: {hint}" for hint in finding.help)
    return "\n".join(visible(line) for line in (finding.message, *label, *finding.notes, *hints))


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(visible(text)).replace(":", "%3A").replace(",", "%2C")
