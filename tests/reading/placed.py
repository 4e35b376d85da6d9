"""Findings as an editor sees them first: ``line:column CODE``."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.diagnostics import Diagnostic
from briefing.diagnostics.places import Lines


def placed(text: str, findings: Iterable[Diagnostic]) -> list[str]:
    lines = Lines(text)
    return ["{}:{} {}".format(*lines.position(finding.span.start), finding.code) for finding in findings]


def marked(text: str, finding: Diagnostic) -> str:
    """The characters of the file under the caret."""
    return text[finding.span.start : finding.span.end]
