"""Findings that do not give a described source away: its key is in none, and no line that holds it is shown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace

from briefing.desk import DescribedRecord, Register
from briefing.diagnostics import Diagnostic

_ANONYMOUS = r"anon-[a-z0-9]+"
_STANDS_FOR_IT = "(a described source)"


def discreet(findings: Iterable[Diagnostic], texts: Mapping[str, str], register: Register) -> tuple[Diagnostic, ...]:
    """The same findings, those on a line with a described source's key made secret, and the key taken out of their words.

    ``texts`` are the files by path; a finding about the source's own register file keeps its words. Keys like ``anon-7k2q`` count
    even where the register does not hold them: they are sealed, or misspelt.
    """
    described = [record for record in register.sources.values() if isinstance(record, DescribedRecord)]
    unlike = [re.escape(record.key) for record in described if re.fullmatch(_ANONYMOUS, record.key) is None]
    pattern = re.compile(rf"(?<![\w-])(?:{'|'.join((*unlike, _ANONYMOUS))})(?![\w-])")
    own = {record.span.path for record in described}
    return tuple(
        finding if finding.span.path in own or pattern.search(finding.span.path) else _discreet(finding, texts, pattern)
        for finding in findings
    )


def _discreet(finding: Diagnostic, texts: Mapping[str, str], pattern: re.Pattern[str]) -> Diagnostic:
    def without_key(words: str) -> str:
        return pattern.sub(_STANDS_FOR_IT, words)

    shown = _lines(texts.get(finding.span.path, ""), finding.span.start, finding.span.end)
    return replace(
        finding,
        secret=finding.secret or pattern.search(shown) is not None,
        message=without_key(finding.message),
        label=without_key(finding.label),
        notes=tuple(map(without_key, finding.notes)),
        help=tuple(map(without_key, finding.help)),
    )


def _lines(text: str, start: int, end: int) -> str:
    """Every line that a span touches."""
    last = text.find("\n", end)
    return text[text.rfind("\n", 0, start) + 1 : len(text) if last == -1 else last]
