"""Findings as JSON, for editors and scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping

from briefing.diagnostics.finding import Diagnostic
from briefing.diagnostics.places import Texts, in_order


def render_json(findings: Iterable[Diagnostic], texts: Mapping[str, str], *, folder: str = "") -> str:
    """One array, an object a line: code, severity, message, path, line, column, end_line, end_column, label, notes, help.

    Lines and columns count from 1 and in characters; the end is exclusive. ``severity`` is note, warning or error.
    """
    sources = Texts(texts)
    rows = [json.dumps(_row(finding, sources, folder)) for finding in in_order(findings)]
    return "[\n" + ",\n".join(rows) + "\n]\n" if rows else "[]\n"


def _row(finding: Diagnostic, texts: Texts, folder: str) -> dict[str, object]:
    place = texts.place(finding.span)
    return {
        "code": finding.code,
        "severity": finding.severity.word,
        "message": finding.message,
        "path": folder + finding.span.path,
        "line": place.line,
        "column": place.column,
        "end_line": place.end_line,
        "end_column": place.end_column,
        "label": "" if finding.secret else finding.label,
        "notes": list(finding.notes),
        "help": list(finding.help),
    }
