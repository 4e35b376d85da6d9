"""Findings as SARIF 2.1.0 (OASIS), which code hosts show beside the line and keep count of.

Columns are characters (``columnKind``, 3.14.17), ends exclusive (3.30.8), paths relative URIs below the root of the checkout (3.4.3).
No line of the copy is in it, so that a secret one cannot be.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from briefing.diagnostics.finding import Code, Diagnostic
from briefing.diagnostics.places import Texts, in_order
from briefing.diagnostics.screen import visible

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_ROOT = "SRCROOT"


def render_sarif(
    findings: Iterable[Diagnostic], texts: Mapping[str, str], codes: Mapping[str, Code], *, folder: str = "", version: str = ""
) -> str:
    """A log of one run; ``codes`` explain the findings, ``version`` is ours."""
    sources, ordered = Texts(texts), in_order(findings)
    found = {id_: number for number, id_ in enumerate(sorted({finding.code for finding in ordered}))}
    driver: dict[str, object] = {"name": "briefing", "rules": [_rule(id_, codes.get(id_)) for id_ in found]}
    run = {
        "tool": {"driver": {**driver, **({"version": version} if version else {})}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the checkout."}}},
        "results": [_result(finding, sources, folder, found[finding.code]) for finding in ordered],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=1) + "\n"


def _rule(id_: str, code: Code | None) -> dict[str, object]:
    """What is to be said of a code; a plug-in's own may be known by its id alone."""
    if code is None:
        return {"id": id_}
    help_ = f"{code.what} {code.why}\n\nFor example:\n{code.example}\n\nInstead:\n{code.instead}"
    return {
        "id": id_,
        "shortDescription": {"text": code.title},
        "fullDescription": {"text": code.what},
        "help": {"text": help_},
        "defaultConfiguration": {"level": code.severity.word},
    }


def _result(finding: Diagnostic, texts: Texts, folder: str, rule: int) -> dict[str, object]:
    place = texts.place(finding.span)
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }
    file = {"uri": quote(f"{folder}{finding.span.path}", errors="surrogateescape"), "uriBaseId": _ROOT}
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity.word,
        "message": {"text": _message(finding)},
        "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
    }


def _message(finding: Diagnostic) -> str:
    label = () if finding.secret or not finding.label else (finding.label,)
    hints = (f"hint: {hint}" for hint in finding.help)
    return "\n".join(visible(line) for line in (finding.message, *label, *finding.notes, *hints))
